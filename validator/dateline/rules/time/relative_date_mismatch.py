"""A date that counts from another is one that its words can mean.

"Last month", "two days earlier", "the following week": the reckoning is done by hand, and one step too many moves an event.

## Wrong

```yaml
text:
  status: inline
  blocks:
    - {id: h1, text: Seoul seeks talks with Tokyo}
    - {id: p1, text: The Defense Ministry said that talks with Japan were broken off last month.}
mentions:
  - {in: h1, text: Seoul, actor: kor, form: metonym}
  - {in: h1, text: Tokyo, actor: jpn, form: metonym}
  - {in: p1, text: Defense Ministry, actor: kor-mnd}
  - {in: p1, text: Japan, actor: jpn}
times:
  - {id: t1, in: p1, text: last month, type: date, value: 2019-03}  # <-
quotes: []
events:
  - {in: h1, text: talks, event: jpn-kor-ministers-2019-06, status: sought}
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [mentions, times]}
```

## Right

```yaml
text:
  status: inline
  blocks:
    - {id: h1, text: Seoul seeks talks with Tokyo}
    - {id: p1, text: The Defense Ministry said that talks with Japan were broken off last month.}
mentions:
  - {in: h1, text: Seoul, actor: kor, form: metonym}
  - {in: h1, text: Tokyo, actor: jpn, form: metonym}
  - {in: p1, text: Defense Ministry, actor: kor-mnd}
  - {in: p1, text: Japan, actor: jpn}
times:
  - {id: t1, in: p1, text: last month, type: date, value: 2019-04}
quotes: []
events:
  - {in: h1, text: talks, event: jpn-kor-ministers-2019-06, status: sought}
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [mentions, times]}
```

## Fix

Unsafe: writes the meaning of the words that is a date of the same kind, where there is one alone.
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.corpus import Reading
from dateline.model.counted import judged_from_events
from dateline.model.edtf import EdtfDate
from dateline.model.finding import Fix, Problem, Related, Replace
from dateline.model.place import Place
from dateline.model.reading import Verdict
from dateline.model.reading.annotated import Judged, judged_times
from dateline.rules import rule

_OTHERS = {"spelled", "era"}  # that other rules judge
_COUNTED = {"relative", "reference"}


@rule("T304", "error", since="1.0")
def relative_date_mismatch(thing: Article | Reading) -> Iterator[Problem]:
    """A date that counts from another is one that its words can mean."""
    if isinstance(thing, Article):
        for judged in judged_times(thing):
            if judged.verdict is not Verdict.CONTRADICTS:
                continue
            quote = thing.quote(judged.time.anchor)
            start = thing.time(quote.time if quote else judged.time.anchor)
            related = (Related(start.at / "value", "it counts from this"),) if start else ()
            bases = (start.at / "value",) if start else thing.day_at
            yield from _told(judged, f"count from {start.written if start else thing.day}", related, *bases)
        return
    for found, ref, date in judged_from_events(thing):
        related = (Related(date.at, "it counts from this"),)
        yield from _told(found, f'count from "{ref.id}", {date.value}', related, ref.at, date.at)


def _told(judged: Judged, base: str, related: tuple[Related, ...], *bases: Place) -> Iterator[Problem]:
    time, at = judged.time, judged.time.at / "value"
    if judged.verdict is not Verdict.CONTRADICTS or judged.bases & _OTHERS or not judged.bases & _COUNTED:
        return
    nearest = judged.likeliest
    yield Problem(
        f'"{judged.words}" is not {_named(time.value) or time.written}',
        at,
        help=f"the words can mean {judged.meant or 'another time'}; {base}",
        related=related,
        fix=Fix((Replace(at, nearest.text, quoted=nearest.text.isdecimal()),)) if nearest else None,
        rests_on=(time.words.at, at, *(ref.at for ref in (time.anchor,) if ref), *bases),
    )


def _named(value: object) -> str | None:
    """A day with its weekday, which people remember."""
    is_day = isinstance(value, EdtfDate) and value.is_day and value.moment is None
    return f"{value} ({value.first:%A})" if is_day and isinstance(value, EdtfDate) else None
