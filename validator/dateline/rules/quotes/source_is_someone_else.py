"""The words named as the source of a quote mean its speaker, or the one spoken for.

One paragraph names several people; the source that is marked and the speaker that is written drift apart unseen.

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
  - id: q2
    in: p2
    type: direct
    speaker: jpn  # <-
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

from dateline.model.article import Article, Mention, Quote
from dateline.model.finding import Problem, Related
from dateline.rules import rule


@rule("Q403", "error", since="1.0")
def source_is_someone_else(article: Article) -> Iterator[Problem]:
    """The words named as the source of a quote mean its speaker, or the one spoken for."""
    for quote in article.quotes:
        head = _head_mention(article, quote)
        if head is None or quote.source is None:
            continue
        meant = {ref.id for ref in head.actors}
        if not meant & {ref.id for ref in (*quote.speakers, *quote.principals)}:
            speaker = ", ".join(ref.id for ref in quote.speakers)
            yield Problem(
                f'the source "{quote.source.text}" is {", ".join(sorted(meant))}, but the speaker is {speaker}',
                quote.at / "speaker",
                help="mend the speaker, the source, or the mention",
                related=(Related(head.at, "the mention"),),
                rests_on=(quote.source.at, head.words.at, *(ref.at for ref in (*quote.speakers, *head.actors))),
            )


def _head_mention(article: Article, quote: Quote) -> Mention | None:
    """The last mention of an actor within the source: in "Roh of the ministry here", not the place."""
    source = quote.source.range if quote.source else None
    if source is None:
        return None
    inside = [
        (found.start, mention)
        for mention in article.mentions_in(source.block)
        if (found := mention.words.range) and source.start <= found.start and found.end <= source.end and mention.actors
    ]
    return max(inside, key=lambda pair: pair[0])[1] if inside else None
