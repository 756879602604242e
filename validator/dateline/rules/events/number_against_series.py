"""The number that the words give a round is its number in the series.

"The 16th round", linked to the 15th: the words or the link are wrong. Only numbers in figures right before or in the words of the
mention count; what is counted from elsewhere ("the 12th meeting this year") has a number of its own.

## Wrong

```yaml events/jpn-kor-ministers-2019-06.yaml
series: {id: ministers-meetings, number: 15}
```

```yaml
text:
  status: inline
  blocks:
    - {id: h1, text: Seoul seeks talks with Tokyo}
    - {id: p1, text: The 16th round is planned.}
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: []}
mentions: []
times: []
quotes: []
events:
  - {in: p1, text: round, event: jpn-kor-ministers-2019-06, status: planned}  # <-
```

## Right

```yaml
text:
  status: inline
  blocks:
    - {id: h1, text: Seoul seeks talks with Tokyo}
    - {id: p1, text: The 16th round is planned.}
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: []}
mentions: []
times: []
quotes: []
events:
  - {in: p1, text: round, event: jpn-kor-ministers-2019-06, status: planned}
```

```yaml events/jpn-kor-ministers-2019-06.yaml
series: {id: ministers-meetings, number: 16}
```
"""

import re
from collections.abc import Iterator

from dateline.model.article import EventMention
from dateline.model.blocks import Text
from dateline.model.corpus import Reading
from dateline.model.cues import is_english
from dateline.model.finding import Problem, Related
from dateline.rules import rule

_INSIDE = re.compile(r"\b([0-9]+)(?:st|nd|rd|th)\b", re.IGNORECASE)
_BEFORE = re.compile(rf"{_INSIDE.pattern} $", re.IGNORECASE)
_COUNTED_ELSEWHERE = re.compile(r" (?:[a-z]+ ){0,3}(?:this|last|since|in|within)\b", re.IGNORECASE)


@rule("E625", "warning", since="1.0", preview=True)
def number_against_series(reading: Reading) -> Iterator[Problem]:
    """The number that the words give a round is its number in the series."""
    article = reading.article.record
    for mention in article.events if is_english(article.language) else ():
        number, linked = _number_told(article.text, mention), [(ref, reading.event(ref.id)) for ref in mention.events]
        numbered = [(ref, event) for ref, event in linked if event and event.series and event.number]
        if number is None or len(numbered) < len(linked) or any(event.number == number for _, event in numbered):
            continue
        for ref, event in numbered[:1]:
            yield Problem(
                f'the words make it number {number}, but "{event.id}" is number {event.number} of "{event.series}"',
                ref.at,
                help="mend the event that the mention names, or the number in its file",
                related=(Related(event.at / "series" / "number", "its number"),),
                rests_on=(mention.words.at, ref.at, event.at / "series"),
            )


def _number_told(text: Text, mention: EventMention) -> int | None:
    """The one number in or right before the words of a mention."""
    found = mention.words.range
    if found is None or _COUNTED_ELSEWHERE.match(text.words_after(found)):
        return None
    numbers = {*_INSIDE.findall(text.words_of(found)), *_BEFORE.findall(text.words_before(found))}
    return int(numbers.pop()) if len(numbers) == 1 else None
