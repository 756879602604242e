"""The number that the words give a round is its number in the series.

"The 16th round", linked to the 15th: the words or the link are wrong. Only a number in figures counts that stands right before the
main word of the mention: that of "5th Fleet talks" is one of a fleet. What is counted from elsewhere ("the 12th meeting this year",
"the 3rd meeting between the two") has a number of its own, as has an anniversary.

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

_ORDINAL = r"\b([0-9]{1,4})(?:st|nd|rd|th)"
_NUMBERED = re.compile(rf"(?<![0-9](?:st|nd|rd|th) ){_ORDINAL} (?!anniversary|birthday)[^\W\d][\w-]*$", re.IGNORECASE)
_COUNTED_ELSEWHERE = re.compile(
    r" (?:[a-z]+ ){0,3}(?:this|last|since|in|within|between|with|of the (?:two|year|season|decade|century))\b",
    re.IGNORECASE,
)
_BEHIND_THE_NOUN = re.compile(r" (?:of|on|in|at|between|with|for|to|this|last|since|within) ", re.IGNORECASE)


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
    """The number right before the main word of a mention, which in "16th round of talks" is the round."""
    found = mention.words.range
    if found is None:
        return None
    words = text.words_of(found)
    head = _BEHIND_THE_NOUN.split(words, maxsplit=1)[0]
    numbered = _NUMBERED.search(text.words_before(found) + head)
    if numbered is None or _COUNTED_ELSEWHERE.match(words[len(head) :] + text.words_after(found)):
        return None
    return int(numbered[1])
