"""A file is searched for placeholders before its values are: that hides none of them."""

import pytest
from dateline.loading import placeholders
from dateline.loading.document import Document, document_at, parse
from dateline.loading.source import Source
from dateline.model.place import Place
from hypothesis import example, given
from hypothesis import strategies as st

from tests.laid import CORPUS, MINIMAL

WORDS = ("TODO", "TBD", "FIXME", "xxx", "XxXx", "n/a", "N/A", "??", "????")
BREAKS = ("\n", "\r\n", "\x85", "\u2028", "\u2029")
BLANKS = ("", " ", "\\t", "\\_", "\\n")
ESCAPES = ("\\x{:02x}", "\\u{:04X}", "\\U{:08x}")


@st.composite
def spelt(draw: st.DrawFn) -> str:
    """A placeholder as YAML lets one write it: in any style, in double quotes with escapes and broken lines within."""
    word, style = draw(st.sampled_from(WORDS)), draw(st.sampled_from(('"', "'", "|", ">", "")))
    if style in ("|", ">"):
        return f"{style}\n  {word}\n"
    if style != '"':
        return f"{style}{word}{style}\n"
    written = draw(st.sampled_from(BLANKS))
    for letter in word:
        written += draw(st.sampled_from(("", "", *(f"\\{each}  " for each in BREAKS))))
        forms = (letter, *(escape.format(ord(letter)) for escape in ESCAPES), *(("\\/",) if letter == "/" else ()))
        written += draw(st.sampled_from(forms))
    return f'"{written}{draw(st.sampled_from(BLANKS))}"\n'


@given(spelt())
@example('"T\\x4fDO"\n')
@example('"\\u0054BD"\n')
@example('"TB\\U00000044"\n')
@example('"TO\\\r\n  DO"\n')
@example('"n\\/a"\n')
@example('"?\\\u2028?"\n')
def test_however_a_placeholder_is_written_it_is_found(value: str) -> None:
    document = parse(Source("actors/x.yaml", f"note: {value}".encode()))
    if isinstance(document, Document):  # other breaks of lines than the common ones are refused before
        slowly = list(placeholders._within(document.data, Place(document.path), ""))  # noqa: SLF001 - what is not to be hidden
        assert len(slowly) == 1
        assert list(placeholders.faults(document)) == slowly


def test_a_file_without_one_is_not_looked_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(placeholders, "_within")
    # the addresses of some others have "en/article" in them, which takes the longer way
    for path in [*CORPUS.glob("articles/*-2019-0[56]-*.yaml"), *MINIMAL.glob("articles/*.yaml")]:
        document = document_at(path.parent.parent, f"articles/{path.name}")
        assert isinstance(document, Document)
        assert list(placeholders.faults(document)) == []
