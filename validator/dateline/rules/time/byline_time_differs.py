"""The time of publication is that of the byline.

The byline is what the outlet printed. Another hour in the record is a slip, or a time that a machine has moved to another zone.

## Wrong

```yaml
published: 2019-05-21T18:28:00+09:00  # <-
text:
  status: inline
  blocks:
    - {id: h1, text: Seoul seeks talks with Tokyo}
    - {id: b1, text: "May 21, 2019 - 17:28"}
mentions:
  - {in: h1, text: Seoul, actor: kor, form: metonym}
  - {in: h1, text: Tokyo, actor: jpn, form: metonym}
times:
  - {id: t1, in: b1, text: "May 21, 2019 - 17:28", type: time, value: 2019-05-21T17:28}
quotes: []
events:
  - {in: h1, text: talks, event: jpn-kor-ministers-2019-06, status: sought}
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [mentions, times]}
```

## Right

```yaml
published: 2019-05-21T17:28:00+09:00
text:
  status: inline
  blocks:
    - {id: h1, text: Seoul seeks talks with Tokyo}
    - {id: b1, text: "May 21, 2019 - 17:28"}
mentions:
  - {in: h1, text: Seoul, actor: kor, form: metonym}
  - {in: h1, text: Tokyo, actor: jpn, form: metonym}
times:
  - {id: t1, in: b1, text: "May 21, 2019 - 17:28", type: time, value: 2019-05-21T17:28}
quotes: []
events:
  - {in: h1, text: talks, event: jpn-kor-ministers-2019-06, status: sought}
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [mentions, times]}
```
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.finding import Problem, Related
from dateline.model.reading.annotated import language_of
from dateline.model.reading.scan import clocks_in
from dateline.rules import rule


@rule("T316", "warning", since="1.0")
def byline_time_differs(article: Article) -> Iterator[Problem]:
    """The time of publication is that of the byline."""
    moment = article.published.moment if article.published else None
    for block in article.text.blocks:
        if moment is None or not block.id.startswith("b") or block.words is None:
            continue
        printed = list(clocks_in(block.words, language_of(article) or ""))
        if printed and all(clock != (moment.hour, moment.minute) for _, clock in printed):
            yield Problem(
                f'the byline says "{printed[0][0]}", but the article was published at {moment:%H:%M}',
                article.at / "published",
                help="write the time of the byline, with the outlet's own offset",
                related=(Related(block.at, "the byline"),),
                rests_on=(block.at / "fp",),
            )
