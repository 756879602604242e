"""The same words are ascribed to one speaker, or jointly to several.

Two quotes of one content make two statements out of one; who spoke jointly is a list of speakers. Of more than 50
quotes of the same words the first 50 are compared.

## Wrong

```yaml
quotes:
  - id: q1
    in: p1
    type: indirect
    speaker: kor-mnd
    source: Defense Ministry
    cue: said
    content: that talks [...] June 2
  - id: q2
    in: p1
    type: indirect
    speaker: kor  # <-
    cue: said
    content: that talks [...] June 2
```

## Right

```yaml
quotes:
  - id: q1
    in: p1
    type: indirect
    speaker: [kor-mnd, kor]
    source: Defense Ministry
    cue: said
    content: that talks [...] June 2
```
"""

from collections.abc import Iterator
from itertools import combinations

from dateline.model.article import Article, Quote
from dateline.model.finding import Problem, Related
from dateline.rules import rule

_MOST = 50  # quotes of the same words that are compared: more than an article can have, and the pairs of thousands take minutes


@rule("Q418", "error", since="1.0")
def two_speakers(article: Article) -> Iterator[Problem]:
    """The same words are ascribed to one speaker, or jointly to several."""
    for one, other in _sharing_content(article):
        if _speakers(one) == _speakers(other) or _have_own_cues(one, other):
            continue
        if other in article.around(one) or one in article.around(other):
            continue
        yield Problem(
            f"the words of {other.id} are those of {one.id}, but the speakers are {_named(other)} and {_named(one)}",
            other.at / "speaker",
            help="joint speakers are a list in one quote; a quote within another has `within`",
            related=(Related(one.at / "speaker", f"{one.id}: {_named(one)}"),),
            rests_on=(
                *(part.at for part in (*one.content, *other.content)),
                *(ref.at for ref in (*one.speakers, *other.speakers)),
            ),
        )


def _sharing_content(article: Article) -> Iterator[tuple[Quote, Quote]]:
    """The pairs of quotes whose contents are the same words, of so many the first ones."""
    groups: dict[frozenset[object], list[Quote]] = {}
    for quote in article.quotes:
        groups.setdefault(frozenset(part.range for part in quote.content), []).append(quote)
    for ranges, quotes in groups.items():
        if None not in ranges:
            yield from combinations(quotes[:_MOST], 2)


def _have_own_cues(one: Quote, other: Quote) -> bool:
    """Whether each says so in words of its own: "Tokyo says, and Seoul denies, that ..."."""
    cue, another = (quote.cue.range if quote.cue else None for quote in (one, other))
    return cue is not None and another is not None and not cue.overlaps(another)


def _speakers(quote: Quote) -> set[str]:
    return {ref.id for ref in quote.speakers}


def _named(quote: Quote) -> str:
    return " and ".join(ref.id for ref in quote.speakers)
