"""A pronoun that is the source of a quote is a mention of somebody.

"He said" names nobody. The speaker that the quote gives is a guess until a mention says whom the pronoun means; and where the
mentions are said to be complete, the sources of quotes are among them.

## Wrong

```yaml
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [mentions, quotes]}
text:
  status: inline
  blocks:
    - {id: h1, text: Seoul seeks talks with Tokyo}
    - {id: p1, text: He said that talks were planned.}
mentions:
  - {in: h1, text: Seoul, actor: kor, form: metonym}
  - {in: h1, text: Tokyo, actor: jpn, form: metonym}
times: []
quotes:
  - id: q1
    in: p1
    type: indirect
    speaker: jeong-kyeong-doo
    source: He  # <-
    cue: said
    content: that talks [...] planned
events: []
```

## Right

```yaml
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [mentions, quotes]}
text:
  status: inline
  blocks:
    - {id: h1, text: Seoul seeks talks with Tokyo}
    - {id: p1, text: He said that talks were planned.}
mentions:
  - {in: h1, text: Seoul, actor: kor, form: metonym}
  - {in: h1, text: Tokyo, actor: jpn, form: metonym}
  - {in: p1, text: He, actor: jeong-kyeong-doo, form: pronoun}
times: []
quotes:
  - id: q1
    in: p1
    type: indirect
    speaker: jeong-kyeong-doo
    source: He
    cue: said
    content: that talks [...] planned
events: []
```
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.cues import is_english
from dateline.model.finding import Problem
from dateline.model.pronouns import is_pronoun
from dateline.model.sources import unmentioned_sources
from dateline.rules import rule


@rule("Q429", "error", since="1.0")
def unresolved_pronoun(article: Article) -> Iterator[Problem]:
    """A pronoun that is the source of a quote is a mention of somebody."""
    # other languages have words that look like an English pronoun
    if "mentions" not in article.annotation.complete or not is_english(article.language):
        return
    for quote, source, bases in unmentioned_sources(article):
        if is_pronoun(source.text):
            message = f'the source of {quote.id} is "{source.text}", and no mention says who that is'
            advice = f'add a mention of this word with "actor: {quote.speakers[0].id}, form: pronoun", if that is who is meant'
            yield Problem(message, source.at, help=advice, rests_on=bases)
