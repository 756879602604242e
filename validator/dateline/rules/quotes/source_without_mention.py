"""The words named as the source of a quote are a mention.

Who is quoted how often is counted over mentions; a source that is none links the words to a speaker whom no reader can find.
The rule speaks only where mentions are complete.

## Wrong

```yaml
mentions:
  - {in: h1, text: Seoul, actor: kor, form: metonym}
  - {in: h1, text: Tokyo, actor: jpn, form: metonym}
  - {in: p1, text: Defense Ministry, actor: kor-mnd}
  - {in: p1, text: Seoul, place: Seoul}
  - {in: p1, text: Japan, actor: jpn}
  - {in: p2, text: We, actor: kor-mnd, form: pronoun}
  - {in: p2, text: Seoul, place: Seoul}
  - {in: p3, text: Jeong Kyeong-doo, actor: jeong-kyeong-doo, as: defence-minister}
  - {in: p3, text: Japan, actor: jpn}
  - {in: p3, text: South Korea, actor: kor}
quotes:
  - id: q1
    in: p1
    type: indirect
    speaker: kor-mnd
    source: Defense Ministry
    cue: said
    content: that talks [...] June 2
  - id: q2
    in: p2
    type: direct
    speaker: kor-mnd
    source: ministry  # <-
    cue: said
    content: We are working
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
  - id: q2
    in: p2
    type: direct
    speaker: kor-mnd
    source: ministry
    cue: said
    content: We are working
```
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.finding import Problem
from dateline.model.pronouns import is_pronoun
from dateline.model.sources import unmentioned_sources
from dateline.rules import rule


@rule("Q404", "warning", since="1.0")
def source_without_mention(article: Article) -> Iterator[Problem]:
    """The words named as the source of a quote are a mention."""
    if "mentions" not in article.annotation.complete:
        return
    for quote, source, bases in unmentioned_sources(article):
        if not is_pronoun(source.text):  # unresolved-pronoun tells that
            message = f'the source "{source.text}" is no mention, and "mentions" are said to be complete'
            advice = f"add a mention of {', '.join(ref.id for ref in quote.speakers)} for these words, or mend the source"
            yield Problem(message, source.at, help=advice, rests_on=bases)
