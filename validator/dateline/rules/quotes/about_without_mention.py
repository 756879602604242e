"""What a quote is about is mentioned in the article.

In an article whose events are all annotated, a stance on an event without a mention is a mention that was forgotten, or a
stance on the wrong event: nobody can see in the text what it rests on.

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
    about:
      jpn-kor-ministers-2019-06: plans
      shangri-la-dialogue-2019: asserts  # <-
  - id: q2
    in: p2
    type: direct
    speaker: kor-mnd
    source: ministry
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
    about:
      jpn-kor-ministers-2019-06: plans
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
from dateline.rules import rule


@rule("Q430", "warning", since="1.0")
def about_without_mention(article: Article) -> Iterator[Problem]:
    """What a quote is about is mentioned in the article."""
    if "events" not in article.annotation.complete:
        return
    mentioned = {ref.id for mention in article.events for ref in mention.events}
    for quote in article.quotes:
        for stance in quote.about:
            if stance.event.id not in mentioned:
                yield Problem(
                    f'{quote.id} is about "{stance.event.id}", which no event mention of this article names',
                    stance.event.at,
                    help="mention the event where the text tells of it, or mend about",
                    rests_on=(stance.event.at,),
                )
