r"""Words that count from the moment of speech, inside a direct quotation, count from that quotation.

"Today" in somebody's mouth is the day on which it was said, and not the day on which the story appeared.

## Wrong

```yaml
text:
  status: inline
  blocks:
    - {id: h1, text: Seoul seeks talks with Tokyo}
    - {id: p1, text: "\"We are working on it today,\" the Defense Ministry said."}
mentions:
  - {in: h1, text: Seoul, actor: kor, form: metonym}
  - {in: h1, text: Tokyo, actor: jpn, form: metonym}
  - {in: p1, text: We, actor: kor-mnd, form: pronoun}
  - {in: p1, text: Defense Ministry, actor: kor-mnd}
times:
  - {id: t1, in: p1, text: today, type: date, value: 2019-05-21}  # <-
quotes:
  - {id: q1, in: p1, type: direct, speaker: kor-mnd, source: Defense Ministry, cue: said, content: "We are [...] today"}
events:
  - {in: h1, text: talks, event: jpn-kor-ministers-2019-06, status: sought}
```

## Right

```yaml
text:
  status: inline
  blocks:
    - {id: h1, text: Seoul seeks talks with Tokyo}
    - {id: p1, text: "\"We are working on it today,\" the Defense Ministry said."}
mentions:
  - {in: h1, text: Seoul, actor: kor, form: metonym}
  - {in: h1, text: Tokyo, actor: jpn, form: metonym}
  - {in: p1, text: We, actor: kor-mnd, form: pronoun}
  - {in: p1, text: Defense Ministry, actor: kor-mnd}
times:
  - {id: t1, in: p1, text: today, type: date, value: 2019-05-21, anchor: q1}
quotes:
  - {id: q1, in: p1, type: direct, speaker: kor-mnd, source: Defense Ministry, cue: said, content: "We are [...] today"}
events:
  - {in: h1, text: talks, event: jpn-kor-ministers-2019-06, status: sought}
```

## Fix

None: adding `anchor` with the quote's id is a decision about who is speaking.
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.finding import Problem, Related
from dateline.model.reading.annotated import judged_times, quote_around
from dateline.model.timex import Duration
from dateline.rules import rule


@rule("T314", "warning", since="1.0")
def time_in_quote(article: Article) -> Iterator[Problem]:
    """Words that count from the moment of speech, inside a direct quotation, count from that quotation."""
    for judged in judged_times(article):
        quote = quote_around(article, judged.time)
        if quote is None or quote.type != "direct" or judged.time.anchor is not None:
            continue
        if any(reading.deictic for reading in judged.readings) and not isinstance(judged.time.value, Duration):
            yield Problem(
                f'"{judged.words}" is said within "{quote.id}", but counts from the day of the document',
                judged.time.at,
                help=f"write anchor: {quote.id}",
                related=(Related(quote.at / "id", "the quotation"),),
                rests_on=(judged.time.words.at, *(part.at for part in quote.content)),
            )
