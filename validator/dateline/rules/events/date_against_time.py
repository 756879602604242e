"""The time that a text gives an event agrees with the event's date.

If a text dates the event otherwise, either one of the two dates is wrong or the text means another event. Plans are moved, so a
plan is judged in one case only: its day in the text has long passed, and is a year before that of the record.

## Wrong

```yaml
events:
  - {in: h1, text: talks, event: jpn-kor-ministers-2019-06, status: sought}
  - {in: p3, text: fell out, event: kor-jpn-radar-lock-on-2018-12, status: disputed, time: t1}  # <-
```

## Right

```yaml
events:
  - {in: h1, text: talks, event: jpn-kor-ministers-2019-06, status: sought}
  - {in: p3, text: fell out, event: kor-jpn-radar-lock-on-2018-12, status: disputed, time: t4}
```
"""

from collections.abc import Iterator

from dateline.model.corpus import Reading
from dateline.model.edtf import ZONES, Edtf, can_agree, in_months, surely_before
from dateline.model.finding import Problem, Related
from dateline.rules import rule

_TOLD = ("occurred", "ongoing", "disputed")
_PLANS = ("planned", "sought")
_A_YEAR = 12  # months


@rule("E605", "error", since="1.0")
def date_against_time(reading: Reading) -> Iterator[Problem]:
    """The time that a text gives an event agrees with the event's date."""
    for mention in reading.article.presented:
        event = reading.event(mention.event)
        if event is None or event.date is None or mention.time is None or mention.time_at is None:
            continue
        is_told = mention.status in _TOLD and not can_agree(mention.time, event.date.value)
        if is_told or (mention.status in _PLANS and _is_of_last_year(mention.time, event.date.value, mention.day)):
            yield Problem(
                f'the text dates "{mention.event}" {mention.time}, its record {event.date.value}',
                mention.time_at,
                help="mend the time, the event, or the event's date; if the text itself errs, leave out time",
                related=(Related(event.date.at, "the event's date"),),
                rests_on=(*mention.rests_on, event.date.at),
            )


def _is_of_last_year(time: Edtf, date: Edtf, today: Edtf | None) -> bool:
    """Whether a plan is dated before today, and a year later would be the day of the record."""
    if today is None or not surely_before(time, today, ZONES) or time.first is None or time.last is None:
        return False
    first, last = in_months(time.first, _A_YEAR), in_months(time.last, _A_YEAR)
    return first is not None and last is not None and first == date.first and last == date.last
