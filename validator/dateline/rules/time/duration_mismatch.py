"""A duration is as long as its words say.

"Two years and four months" written as two years shifts whatever is reckoned from it.

## Wrong

```yaml
times:
  - {id: t1, in: p1, text: Tuesday, type: date, value: 2019-05-21}
  - {id: t2, in: p1, text: May 31 to June 2, type: date, value: 2019-05-31/2019-06-02}
  - {id: t3, in: p3, text: "2018", nth: 1, type: date, value: "2018"}
  - {id: t4, in: p3, text: "Dec. 20, 2018", type: date, value: 2018-12-20}
  - {id: t5, in: p3, text: two years and four months, type: duration, value: P2Y}  # <-
```

## Right

```yaml
times:
  - {id: t1, in: p1, text: Tuesday, type: date, value: 2019-05-21}
  - {id: t2, in: p1, text: May 31 to June 2, type: date, value: 2019-05-31/2019-06-02}
  - {id: t3, in: p3, text: "2018", nth: 1, type: date, value: "2018"}
  - {id: t4, in: p3, text: "Dec. 20, 2018", type: date, value: 2018-12-20}
  - {id: t5, in: p3, text: two years and four months, type: duration, value: P28M}
```

## Fix

Unsafe: writes the duration that the words name.
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.finding import Fix, Problem, Replace
from dateline.model.reading import Verdict
from dateline.model.reading.annotated import judged_times
from dateline.model.timex import Duration
from dateline.rules import rule


@rule("T309", "error", since="1.0")
def duration_mismatch(article: Article) -> Iterator[Problem]:
    """A duration is as long as its words say."""
    for judged in judged_times(article):
        if judged.verdict is not Verdict.CONTRADICTS:
            continue
        lengths = [reading.value for reading in judged.readings if reading.basis == "length"]
        # where the words may also be a date, a value that is one is another rule's
        is_length = isinstance(judged.time.value, Duration) or judged.bases == {"length"}
        if lengths and is_length:
            at = judged.time.at / "value"
            yield Problem(
                f'"{judged.words}" is not {judged.time.written}',
                at,
                help=f"the words say {judged.meant}",
                fix=Fix((Replace(at, judged.likeliest.text),)) if judged.likeliest else None,
                rests_on=(judged.time.words.at, at),
            )
