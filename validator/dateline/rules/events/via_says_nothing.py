"""A quote through which an event is disputed says what its speaker holds of that event.

"Disputed" comes of one quote that asserts and another that denies; a quote that takes no stance disputes nothing.

## Wrong

```yaml
events:
  - {in: h1, text: talks, event: jpn-kor-ministers-2019-06, status: sought}
  - {in: p1, text: planned, event: kor-jpn-radar-lock-on-2018-12, status: disputed, via: [q1]}  # <-
```

## Right

```yaml articles/dl-2019-06-02-meeting.yaml
events:
  - {in: h1, text: Shangri-La Dialogue, event: shangri-la-dialogue-2019, status: ongoing}
  - {in: p2, text: aimed, event: kor-jpn-radar-lock-on-2018-12, status: disputed, via: [q1]}
```
"""

from collections.abc import Iterator

from dateline.model.article import Article, EventMention, Quote
from dateline.model.finding import Problem, Related
from dateline.rules import rule


@rule("E613", "error", since="1.0")
def via_says_nothing(article: Article) -> Iterator[Problem]:
    """A quote through which an event is disputed says what its speaker holds of that event."""
    for mention in article.events:
        quotes = _quotes_of(article, mention) if mention.status == "disputed" else []
        about = {stance.event.id for quote in quotes for stance in quote.about}
        for ref in mention.events:
            if quotes and ref.id not in about:
                via = ", ".join(f'"{named.id}"' for named in mention.via)
                withins = (quote.within.at for quote in quotes if quote.within)
                yield Problem(
                    f'"{ref.id}" is disputed via {via}, whose about does not name it',
                    mention.at / "via",
                    help=f"write under about what the speaker holds of it ({ref.id}: asserts, or denies), or name another quote",
                    related=tuple(Related(quote.at, f'the quote "{quote.id}"') for quote in quotes),
                    rests_on=(ref.at, *(named.at for named in mention.via), *withins),
                )


def _quotes_of(article: Article, mention: EventMention) -> list[Quote]:
    """The quotes that a mention names, and those around them."""
    named = [quote for ref in mention.via if (quote := article.quote(ref))]
    return [*named, *(outer for quote in named for outer in article.around(quote))]
