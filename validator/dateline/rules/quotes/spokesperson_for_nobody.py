"""A spokesperson speaks for somebody.

A spokesperson's words are those of a ministry or a head of state. Without "for" they are counted as one official's own,
and the body that took a position is silent in the corpus.

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
    speaker: roh-jae-chun  # <-
    cue: said
    content: We are working
```

```yaml actors/roh-jae-chun.yaml
schema: actor/1.0
id: roh-jae-chun
kind: person
name: Roh Jae-chun
surname: Roh
country: KOR
posts:
  - {id: deputy-spokesperson, title: Deputy spokesman for the Defense Ministry, of: kor-mnd, attested: [2019-05-21]}
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
    speaker: roh-jae-chun
    for: kor-mnd
    cue: said
    content: We are working
```

```yaml actors/roh-jae-chun.yaml
schema: actor/1.0
id: roh-jae-chun
kind: person
name: Roh Jae-chun
surname: Roh
country: KOR
posts:
  - {id: deputy-spokesperson, title: Deputy spokesman for the Defense Ministry, of: kor-mnd, attested: [2019-05-21]}
```
"""

from collections.abc import Iterator

from dateline.model.corpus import Reading
from dateline.model.finding import Problem, Related
from dateline.model.spokespersons import spokespersons_posts
from dateline.rules import rule


@rule("Q419", "warning", since="1.0")
def spokesperson_for_nobody(reading: Reading) -> Iterator[Problem]:
    """A spokesperson speaks for somebody."""
    for spoken in (spoken for spoken in reading.article.spoken if not spoken.principals):
        speakers = [reading.actor(ref.id) for ref in spoken.speakers]
        posts = [spokespersons_posts(actor, spoken) if actor else () for actor in speakers]
        if not all(posts):
            continue
        post = posts[0][0]
        yield Problem(
            f'{spoken.speakers[0].id} speaks as "{post.title}", and nothing says for whom',
            spoken.at / "speaker",
            help=f'write "for: {post.of.id}", or with "as" the office in which the person speaks',
            related=(Related(post.at, "the post"),),
            rests_on=(*spoken.rests_on, *(ref.at for ref in spoken.speakers)),
        )
