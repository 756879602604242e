"""What is called planned is planned for a day that had not passed when it was said.

"Will meet on Friday", told the day after that Friday, is a wrong time or a wrong status, or the time is that of the announcement.
Only plans are judged that their record does not put into the past, too: those are another rule's. What somebody planned long ago
counts from the day on which he said so, if the quote in which it stands has a `time`. What was put off stays planned: a time that
is called the first one ("originally planned for May"), or that another mention of the event puts later, may lie in the past.

## Wrong

```yaml
events:
  - {in: h1, text: talks, event: jpn-kor-ministers-2019-06, status: sought}
  - {in: p1, text: talks, event: jpn-kor-ministers-2019-06, status: planned, via: [q1], time: t4}  # <-
```

## Right

```yaml
events:
  - {in: h1, text: talks, event: jpn-kor-ministers-2019-06, status: sought}
  - {in: p1, text: talks, event: jpn-kor-ministers-2019-06, status: planned, via: [q1], time: t2}
```
"""

import re
from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.corpus import Reading
from dateline.model.edtf import ZONES, surely_before
from dateline.model.facts.events import Presented
from dateline.model.finding import Problem
from dateline.rules import rule

# in the sentence before a time, these tell of a plan that has changed
_FORMER = re.compile(r"\b(?i:originally|initially|previously|earlier|formerly|first|once|had been)\b(?:(?![.;!?] [A-Z]).)*$")


@rule("E627", "warning", since="1.0", preview=True)
def planned_for_a_past_day(reading: Reading) -> Iterator[Problem]:
    """What is called planned is planned for a day that had not passed when it was said."""
    for mention in reading.article.presented:
        event, today = reading.event(mention.event), mention.spoken or mention.day
        if mention.status != "planned" or mention.time is None or mention.time_at is None or today is None or event is None:
            continue
        has_passed = event.date is not None and surely_before(event.date.value, today, ZONES)
        if has_passed or event.never_was or not surely_before(mention.time, today, ZONES):
            continue
        if not _is_put_off(mention, reading.article.presented) and not _is_former(mention, reading.article.record):
            yield Problem(
                f'"{mention.event}" is called planned on {today}, for {mention.time}',
                mention.time_at,
                help="mend the time, or the status; the time is that of the event, not that of its announcement",
                rests_on=(*mention.rests_on, mention.time_at),
            )


def _is_put_off(mention: Presented, others: tuple[Presented, ...]) -> bool:
    """Whether another mention puts the event later."""
    later = (other.time for other in others if other.event == mention.event and other.status == "planned" and other.time)
    return mention.time is not None and any(surely_before(mention.time, time) for time in later)


def _is_former(mention: Presented, article: Article) -> bool:
    """Whether the words before its time tell that it is no longer that of the plan."""
    found = next((time.words.range for time in article.times if time.words.at in mention.rests_on), None)
    return found is not None and _FORMER.search(article.text.words_before(found)) is not None
