r"""Quotation marks round several words belong to a quote, or to a name.

Marks are where a reader sees a quotation first. A pair that no annotation covers is a quote that was passed over.

## Wrong

```yaml
text:
  status: inline
  blocks:
    - {id: h1, text: Seoul seeks talks with Tokyo}
    - {id: p1, text: "\"We are working on it,\" the ministry said."}  # <-
mentions:
  - {in: h1, text: Seoul, actor: kor, form: metonym}
  - {in: h1, text: Tokyo, actor: jpn, form: metonym}
  - {in: p1, text: We, actor: kor-mnd, form: pronoun}
  - {in: p1, text: ministry, actor: kor-mnd, form: nominal}
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [mentions, quotes]}
times: []
quotes:
  - {id: q1, in: h1, type: indirect, speaker: kor, source: Seoul, cue: seeks, content: talks with Tokyo}
events: []
```

## Right

```yaml
text:
  status: inline
  blocks:
    - {id: h1, text: Seoul seeks talks with Tokyo}
    - {id: p1, text: "\"We are working on it,\" the ministry said."}
mentions:
  - {in: h1, text: Seoul, actor: kor, form: metonym}
  - {in: h1, text: Tokyo, actor: jpn, form: metonym}
  - {in: p1, text: We, actor: kor-mnd, form: pronoun}
  - {in: p1, text: ministry, actor: kor-mnd, form: nominal}
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [mentions, quotes]}
times: []
quotes:
  - {id: q1, in: p1, type: direct, speaker: kor-mnd, source: ministry, cue: said, content: We are working on it}
events: []
```
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.finding import Problem
from dateline.model.marks import pairs
from dateline.model.text import Range, words_in
from dateline.rules import rule

_FEWEST = 4  # words: fewer in marks are more often a doubt or a term ("no first use") than a quotation
_SHOWN = 3  # words of the text that a message may give away
_SMALL = 4  # letters of a word that a title may leave in lower case: "with", "over"
_NAMING = ("so-called", "titled", "entitled", "dubbed", "nicknamed", "codenamed", "code-named", "themed", "known as", "slogan")


@rule("Q413", "warning", since="1.0")
def unexplained_marks(article: Article) -> Iterator[Problem]:
    """Quotation marks round several words belong to a quote, or to a name."""
    if "quotes" not in article.annotation.complete:
        return
    for block in article.text.blocks:
        text = block.words or ""
        for opens, closes in pairs(text):
            inside = Range(block.id, opens + 1, closes)
            words = text[inside.start : inside.end]
            if words_in(words) < _FEWEST or _is_title(words, text[:opens]) or _is_explained(article, inside):
                continue
            if not block.is_as_annotated:
                continue
            shown = " ".join(words.split()[:_SHOWN])
            yield Problem(
                f'no quote has the words in quotation marks from "{shown}" in {block.id}, and "quotes" are said to be complete',
                block.at,
                help="annotate the quote; if the words are a name, a mention of what they name explains them",
                # what is not found may be what explains them
                rests_on=tuple(anchor.at for anchor in article.anchors if anchor.block == block.id),
            )


def _is_title(words: str, before: str) -> bool:
    """Whether the words are a name by their looks: capitals throughout, or a word before that gives a name."""
    _, *others = words.split()
    is_capital = all(not word[0].islower() or len(word) <= _SMALL for word in words.split())
    is_capital &= any(word[0].isalpha() and not word[0].islower() for word in others)
    return is_capital or before.rstrip(' "').casefold().endswith(_NAMING)


def _is_explained(article: Article, inside: Range) -> bool:
    """Whether a part of a quote shares a character with the words, or a mention holds most of them."""
    parts = [part for quote in article.quotes for part in (*quote.content, *quote.verbatim, *quote.insertions)]
    if any(part.range and part.range.overlaps(inside) for part in parts):
        return True
    anchors = (*(mention.words for mention in article.mentions_in(inside.block)), *(event.words for event in article.events))
    names = [words.range for words in anchors]
    return any(found and found.overlaps(inside) and 2 * (found.end - found.start) >= inside.end - inside.start for found in names)
