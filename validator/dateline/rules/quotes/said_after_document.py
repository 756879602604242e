"""What is quoted was said on or before the day of the document.

A text cannot report what was said after it was written: a day later is the wrong week, or the day that the words are about.

## Wrong

```yaml
quotes:
  - id: q1
    in: p1
    type: indirect
    speaker: kor-mnd
    source: Defense Ministry
    cue: said
    content: that talks [...] June 2
    time: t2  # <-
```

## Right

```yaml
quotes:
  - id: q1
    in: p1
    type: indirect
    speaker: kor-mnd
    source: Defense Ministry
    cue: said
    content: that talks [...] June 2
    time: t1
```
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.edtf import ZONES, Edtf, surely_before
from dateline.model.finding import Problem, Related
from dateline.model.tense import is_over
from dateline.rules import rule

_LOOSE = ("before", "on-or-before", "approx")  # modifiers with which the day can lie before the value


@rule("Q407", "error", since="1.0")
def said_after_document(article: Article) -> Iterator[Problem]:
    """What is quoted was said on or before the day of the document."""
    day = article.document_time
    for quote in article.quotes:
        time = article.time(quote.time)
        if day is None or time is None or quote.time is None or time.mod in _LOOSE or not isinstance(time.value, Edtf):
            continue
        if surely_before(day.value, time.value, ZONES) and is_over(article, quote):
            yield Problem(
                f"said on {time.value}, but the document is of {day.value}",
                quote.time.at,
                help="name the time of the speaking, not one that it is about; or mend the value or the document's day",
                related=(Related(time.at, f'"{time.words.text}"'), Related(day.at, "the document's day")),
                rests_on=(time.at / "value", time.words.at, day.at),
            )
