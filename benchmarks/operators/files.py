"""Faults of bytes, characters and YAML. One a file: they are alike everywhere, and would drown the others."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import PurePosixPath

from dateline.model.place import Place

from benchmarks.operators.fault import Fault, operator
from benchmarks.operators.ground import Ground

# the text of a record that is meant for people, by kind
_PROSE = ("label", "name", "headline", "title")


def _prose(ground: Ground) -> Iterator[Place]:
    """The plainly written name, label or headline of every file."""
    for file in ground.documents:
        at = next((at for at in ground.top(file) if at.steps[-1] in _PROSE), None)
        if at and ground.written(at)[0] not in "\"'":
            yield at


@operator()
def windows_newline(ground: Ground) -> Iterator[Fault]:
    """A line that ends in CR LF."""
    for file in ground.documents:
        at = ground.text(file).index("\n")
        yield ground.splice(file, at, at, "\r").breaks("crlf-newlines")


@operator()
def byte_order_mark_added(ground: Ground) -> Iterator[Fault]:
    """A byte order mark before the first line."""
    for file in ground.documents:
        yield ground.splice(file, 0, 0, "\ufeff").breaks("byte-order-mark")


@operator()
def latin_1_byte(ground: Ground) -> Iterator[Fault]:
    """A byte of Latin-1 in a name or label."""
    for at in _prose(ground):
        start, _ = ground.stretch(at)
        # a lone surrogate is how a stray byte is written out again
        yield ground.splice(at.file, start + 1, start + 1, "\udce9").breaks("not-utf8")


@operator()
def decomposed_letters(ground: Ground) -> Iterator[Fault]:
    """A value whose composed characters are taken apart (NFD)."""
    for file in ground.documents:
        for at, value in ground.nodes(file):
            if isinstance(value, str) and unicodedata.normalize("NFD", value) != value:
                yield ground.raw(at, unicodedata.normalize("NFD", ground.written(at))).breaks("not-nfc")


@operator()
def double_encoded(ground: Ground) -> Iterator[Fault]:
    """Characters whose UTF-8 was read as Windows-1252."""
    for file in ground.documents:
        for match in re.finditer(r"[^\x00-\x7f]", ground.text(file)):
            try:
                seen = match[0].encode().decode("cp1252")
            except UnicodeDecodeError:
                continue
            yield ground.splice(file, match.start(), match.end(), seen).breaks("mojibake")


@operator()
def turned_direction(ground: Ground) -> Iterator[Fault]:
    """An override of the writing direction in a name or label."""
    for at in _prose(ground):
        start, _ = ground.stretch(at)
        yield ground.splice(at.file, start + 1, start + 1, "\u202e").breaks("invisible-characters")


@operator()
def hidden_space(ground: Ground) -> Iterator[Fault]:
    """A zero-width space within an id."""
    for file in ground.documents:
        if ground.data(at := Place(file) / "id"):
            start, _ = ground.stretch(at)
            yield ground.splice(file, start + 2, start + 2, "\u200b").breaks("invisible-characters")


@operator()
def tab_for_spaces(ground: Ground) -> Iterator[Fault]:
    """A line indented by a tab."""
    for file in ground.documents:
        if match := re.search(r"^ +", ground.text(file), re.MULTILINE):
            yield ground.splice(file, match.start(), match.end(), "\t").breaks("bad-yaml")


@operator()
def key_twice(ground: Ground) -> Iterator[Fault]:
    """A field given twice, with another value."""
    for at in _prose(ground):
        line = f"{at.steps[-1]}: Another one\n"
        end = ground.text(at.file).index("\n", ground.stretch(at)[1]) + 1
        yield ground.splice(at.file, end, end, line).breaks("duplicate-key")


@operator()
def cut_in_a_list(ground: Ground) -> Iterator[Fault]:
    """A file that ends in the middle of a list."""
    for file in ground.documents:
        text = ground.text(file)
        if (at := max(text.rfind("["), text.rfind("{"))) >= 0:
            yield ground.splice(file, at + 1, len(text), "\n").breaks("bad-yaml")


@operator()
def cut_after_a_line(ground: Ground) -> Iterator[Fault]:
    """A file that ends after its third line."""
    for file in ground.documents:
        text = ground.text(file)
        end = re.match(r"(?:.*\n){3}", text)
        if end and "status" not in text[: end.end()]:
            yield ground.splice(file, end.end(), len(text), "").breaks("missing-field", at=(Place(file),))


@operator()
def name_in_capitals(ground: Ground) -> Iterator[Fault]:
    """A second file whose name differs in capitals alone."""
    for file in ground.documents:
        path = PurePosixPath(file)
        if len(path.parts) > 1:
            twin = str(path.with_name(path.name.capitalize()))
            places = tuple(Place(one) / key for one in (file, twin) for key in ("schema", "id"))
            yield ground.new_file(twin, ground.text(file), "case-collision", at=places)


@operator()
def other_ending(ground: Ground) -> Iterator[Fault]:
    """A record in a file that ends in .yml."""
    for file in ground.documents:
        path = PurePosixPath(file)
        if len(path.parts) > 1:
            yield ground.new_file(str(path.with_suffix(".yml")), ground.text(file), "unrecognised-file")


@operator()
def norway_problem(ground: Ground) -> Iterator[Fault]:
    """A country that YAML takes for "false"."""
    for file in ground.documents:
        for at, _ in ground.nodes(file):
            if at.steps and at.steps[-1] == "country":
                yield ground.raw(at, "NO").breaks("ambiguous-scalar")


@operator()
def year_without_quotes(ground: Ground) -> Iterator[Fault]:
    """A year that YAML takes for a number."""
    for file in ground.documents:
        for at, value in ground.nodes(file):
            if isinstance(value, str) and re.fullmatch("[0-9]{4}", value) and at.steps[-1] != "text":
                yield ground.raw(at, value).breaks("ambiguous-scalar")


@operator()
def comment_in_a_value(ground: Ground) -> Iterator[Fault]:
    """A word that begins with a hash, so that the rest of the line is a comment."""
    for at in _prose(ground):
        start, end = ground.stretch(at)
        if " " in (text := ground.text(at.file)[start:end]):
            space = start + text.rindex(" ")
            yield ground.splice(at.file, space + 1, space + 1, "#").breaks("hash-truncated-value")


@operator()
def yaml_anchor(ground: Ground) -> Iterator[Fault]:
    """A value with a YAML anchor on it."""
    for at in _prose(ground):
        yield ground.raw(at, f"&one {ground.written(at)}").breaks("alias-or-tag")


@operator()
def yaml_tag(ground: Ground) -> Iterator[Fault]:
    """A value with a YAML tag on it."""
    for at in _prose(ground):
        yield ground.raw(at, f"!!python/name:{ground.written(at).split()[0]}").breaks("alias-or-tag")


@operator()
def too_deep(ground: Ground) -> Iterator[Fault]:
    """A value inside forty brackets."""
    for at in _prose(ground):
        yield ground.raw(at, "[" * 40 + "x" + "]" * 40).breaks("too-large-or-deep")
