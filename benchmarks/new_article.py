"""How much of what people annotated `dateline new article` proposes, and how much of what it proposes is wrong.

    python benchmarks/new_article.py [--texts DIR]

For every article of the corpus whose text is at hand, and the text beside this script, which no rule was made for: proposals
are made with the article itself left out of the corpus, and compared with its annotation. A mention is found if one with the
same actors or place overlaps it; a time, if one with the same value does; a quote, if one with the same speaker overlaps both
its cue and its content. What is proposed and matches nothing is wrong, or is more than the annotators owe: it is printed.
"""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from dateline.importers.article import Wanted, drafted
from dateline.importers.draft import Draft, Named, Said, Timed
from dateline.importers.records import known_corpus
from dateline.loading import source
from dateline.loading.build import build
from dateline.loading.document import Document, parse
from dateline.loading.source import Source
from dateline.loading.texts import Copies
from dateline.model.article import Article, Mention, Quote, Time, Words
from dateline.model.text import Range
from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

TOP = Path(__file__).parent.parent
HELD_OUT = Path(__file__).with_suffix("")


class Share(NamedTuple):
    """How many items of a layer were annotated, and found; how many were proposed, and match."""

    annotated: int
    found: int
    proposed: int
    right: int


def main() -> int:
    """Print a line for each article and layer, and what is missed and wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--texts", type=Path)
    copies = Copies(parser.parse_args().texts)
    files = [*sorted((TOP / "corpus/articles").glob("*.yaml")), *sorted(HELD_OUT.glob("*.yaml"))]
    for file in files:
        if (record := _record_of(file, copies)) is None:
            print(f"{file.stem}: no text at hand")
            continue
        draft = _draft_of(record, file, copies)
        for layer, share in shares(record, draft).items():
            print(
                f"{record.id:32} {layer:9} annotated {share.annotated:3}"
                f"  found {share.found:3} ({share.found / share.annotated:4.0%})"
                f"  proposed {share.proposed:3}  wrong {share.proposed - share.right:2}"
            )
    return 0


def shares(article: Article, draft: Draft) -> dict[str, Share]:
    """What is found of each layer."""
    layers: dict[str, tuple[Sequence[object], Sequence[object], Callable[..., bool]]] = {
        "mentions": (article.mentions, draft.mentions, _is_same_mention),
        "times": (article.times, draft.times, _is_same_time),
        "quotes": (article.quotes, draft.quotes, _is_same_quote),
    }
    found = {}
    for layer, (annotated, proposed, is_same) in layers.items():
        missed = [item for item in annotated if not any(is_same(item, other) for other in proposed)]
        wrong = [other for other in proposed if not any(is_same(item, other) for item in annotated)]
        for item in missed:
            print(f"  missed: {_shown(cast('Mention | Time | Quote', item))}")
        for other in wrong:
            print(f"  wrong:  {_words(draft, cast('Named | Timed | Said', other))}")
        found[layer] = Share(len(annotated), len(annotated) - len(missed), len(proposed), len(proposed) - len(wrong))
    return found


def _is_same_mention(mention: Mention, named: Named) -> bool:
    actors = {_name(ref.id) for ref in mention.actors}
    return _overlap(mention.words, named.at) and actors == set(map(_name, named.actors)) and mention.place == named.place


def _is_same_time(time: Time, timed: Timed) -> bool:
    return _overlap(time.words, timed.at) and (time.written, time.mod) == (timed.value, timed.mod)


def _is_same_quote(quote: Quote, said: Said) -> bool:
    is_same_cue = quote.cue is not None and _overlap(quote.cue, said.cue)
    speakers = {_name(ref.id) for ref in quote.speakers}
    return is_same_cue and speakers == {_name(said.speaker)} and any(_overlap(part, said.content) for part in quote.content)


def _name(actor: str) -> str:
    return "_" if actor.startswith("_") else actor


def _overlap(words: Words, at: Range) -> bool:
    return words.range is not None and words.range.overlaps(at)


def _shown(item: Mention | Time | Quote) -> str:
    words = item.cue or item.content[0] if isinstance(item, Quote) else item.words
    return f"{words.block} {words.text}"


def _words(draft: Draft, item: Named | Timed | Said) -> str:
    at = item.cue if isinstance(item, Said) else item.at
    value = item.value if isinstance(item, Timed) else item.speaker if isinstance(item, Said) else item.actors or item.place
    return f"{at.block} {draft.words_of(at.block)[at.start : at.end]} ({value})"


def _record_of(file: Path, copies: Copies) -> Article | None:
    document = parse(Source(f"articles/{file.name}", file.read_bytes()))
    if not isinstance(document, Document):
        return None
    record, _ = build(document, "article", copies.text_of(file.stem))
    article = cast("Article", record)
    return article if all(block.words for block in article.text.blocks) else None


def _draft_of(article: Article, file: Path, copies: Copies) -> Draft:
    copy = copies.text_of(article.id) or "\n\n".join(block.raw or "" for block in article.text.blocks)
    # a text may be written as of another day than that of its publication
    dated = article.document_time
    written = dated.value.text if dated and dated.at.steps[-1] == "document_time" else None
    published = article.published.text if article.published else ""
    country = "KOR" if not written else None
    wanted = Wanted(published, article.publisher, "2026-11-25", "founders", article.license, id=article.id, country=country)
    wanted = replace(wanted, document_time=written or "")
    return drafted(copy, wanted, known_corpus(TOP / "corpus", f"{next(iter(source.FOLDERS))}/{file.name}"))


if __name__ == "__main__":
    sys.exit(main())
