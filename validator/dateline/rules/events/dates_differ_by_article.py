"""Two articles give one event times that can agree.

If they do not, one of them is mistaken, or means another event. What lasts for days, or is a state of relations, may be told
of on each of them.

## Wrong

```yaml
published: 2019-06-04
document_time: 2019-05-21
times:
  - {id: t1, in: p1, text: Tuesday, type: date, value: 2019-05-21}
quotes: []
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [mentions]}
events:
  - {in: p1, text: talks, event: jpn-kor-ministers-2019-06, time: t1}
```

```yaml articles/dl-2019-06-02-meeting.yaml
events:
  - {in: h1, text: Shangri-La Dialogue, event: shangri-la-dialogue-2019, status: ongoing}
  - {in: p1, text: met, event: jpn-kor-ministers-2019-06, time: t1}  # <-
  - {in: p2, text: aimed, event: kor-jpn-radar-lock-on-2018-12, status: disputed, via: [q1]}
```

```yaml events/jpn-kor-ministers-2019-06.yaml
date: "2019"
```

```yaml events/shangri-la-dialogue-2019.yaml
date: "2019"
```

## Right

```yaml articles/dl-2019-06-02-meeting.yaml
events:
  - {in: h1, text: Shangri-La Dialogue, event: shangri-la-dialogue-2019, status: ongoing}
  - {in: p1, text: met, event: jpn-kor-ministers-2019-06, time: t1}
  - {in: p2, text: aimed, event: kor-jpn-radar-lock-on-2018-12, status: disputed, via: [q1]}
```
"""

from collections.abc import Iterator

from dateline.model.edtf import EdtfInterval, can_agree
from dateline.model.facts.events import Presented
from dateline.model.finding import Problem, Related
from dateline.model.gathered import Dating
from dateline.model.records import Event
from dateline.rules import rule

_ENOUGH = 2  # articles kept of each time: one of them is another one than the next that is compared


@rule("E620", "warning", since="1.0", preview=True)
def dates_differ_by_article(dating: Dating) -> Iterator[Problem]:
    """Two articles give one event times that can agree."""
    for event in dating.events:
        dated: dict[str, list[Presented]] = {}
        for told in dating.members if _is_of_one_day(event) else ():
            if told.time is None or told.time_at is None:
                continue
            other = next((other for alike in dated.values() for other in alike if _differ(told, other)), None)
            alike = dated.setdefault(told.time.text, [])
            if len(alike) < _ENOUGH and all(known.at.file != told.at.file for known in alike):
                alike.append(told)
            if other and other.time_at:
                yield Problem(
                    f'"{event.id}" is dated {told.time} here, and {other.time} in another article',
                    told.time_at,
                    help="mend a time or an event; if one article is mistaken, waive this with the reason",
                    related=(Related(other.time_at, "the other article"),),
                    rests_on=(told.time_at, other.time_at, *told.rests_on, *other.rests_on),
                )


def _is_of_one_day(event: Event) -> bool:
    """Whether the event does not last, as far as its record says."""
    lasts = event.type == "condition" or event.generic or (event.date and isinstance(event.date.value, EdtfInterval))
    return not lasts


def _differ(told: Presented, other: Presented) -> bool:
    if told.at.file == other.at.file or told.time is None or other.time is None:
        return False
    return not can_agree(told.time, other.time)
