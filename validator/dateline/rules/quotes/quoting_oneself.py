"""A quote within another has another speaker.

Whoever reports is mostly not the one who is reported: an inner speaker who is the outer one again is often a line that was
copied. People do quote their earlier words; an inner quote with a time of its own says so.

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
    in: p2
    type: direct
    speaker: kor-mnd
    source: ministry
    cue: said
    content: We are working
  - id: q3
    in: p1
    within: q1
    type: indirect
    speaker: kor-mnd  # <-
    content: were planned [...] June 2
```

## Right

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
    in: p2
    type: direct
    speaker: kor-mnd
    source: ministry
    cue: said
    content: We are working
  - id: q3
    in: p1
    within: q1
    type: indirect
    speaker: jpn
    content: were planned [...] June 2
```
"""

from collections.abc import Iterator

from dateline.model.article import Article, Quote
from dateline.model.finding import Problem, Related
from dateline.rules import rule


@rule("Q426", "warning", since="1.0", preview=True)
def quoting_oneself(article: Article) -> Iterator[Problem]:
    """A quote within another has another speaker."""
    for quote in article.quotes:
        outer = article.quote(quote.within)
        if outer is None or quote.within is None or _is_another_time(quote, outer):
            continue
        speakers = {ref.id for ref in quote.speakers}
        if speakers == {ref.id for ref in outer.speakers} and not any(ref.is_local for ref in quote.speakers):
            names = ", ".join(sorted(speakers))
            yield Problem(
                f'{quote.id} stands within {outer.id}, and the speaker of both is "{names}"',
                quote.at / "speaker",
                help="mend the speaker or within; for somebody's earlier words, write when they were said: time",
                related=(Related(outer.at / "speaker", "the outer speaker"),),
                rests_on=(quote.within.at, *(ref.at for ref in (*quote.speakers, *outer.speakers))),
            )


def _is_another_time(quote: Quote, outer: Quote) -> bool:
    """Whether the inner words were said at a time of their own: then they are earlier words, told again."""
    return quote.time is not None and (outer.time is None or quote.time.id != outer.time.id)
