"""What is called disputed is asserted by one source and denied by another.

A claim that nobody has denied is claimed, not disputed; who denies it is the news.

## Wrong

```yaml events/jpn-kor-ministers-2019-06.yaml
status: disputed  # <-
```

## Right

```yaml events/jpn-kor-ministers-2019-06.yaml
status: claimed
```
"""

from collections.abc import Iterator

from dateline.model.corpus import Corpus
from dateline.model.finding import Problem
from dateline.model.place import Place
from dateline.rules import rule


@rule("E612", "warning", since="1.0")
def disputed_by_one(corpus: Corpus) -> Iterator[Problem]:
    """What is called disputed is asserted by one source and denied by another."""
    for event in corpus.events():
        if event.status == "disputed":
            yield from _one_sided(corpus, event.id, event.at / "status")
    for mention in corpus.presented():
        event_record = corpus.event(mention.event)
        if mention.status == "disputed" and event_record and event_record.status != "disputed":
            yield from _one_sided(corpus, mention.event, mention.status_at)


def _one_sided(corpus: Corpus, event: str, at: Place) -> Iterator[Problem]:
    stances = {taken.stance for taken in corpus.stances_on(event)}
    absent = [stance for stance in ("asserts", "denies") if stance not in stances]
    if absent and not corpus.articles_unread:
        message = f'"{event}" is called disputed, but no quote {" or ".join(absent)} it'
        yield Problem(message, at, help="add the quote with its stance under about, or call it claimed")
