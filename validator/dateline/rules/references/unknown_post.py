"""A post that a mention or quote names is one of the person's.

An office that a person never has cannot be checked against its term, and is counted under a name of its own.

## Wrong

```yaml
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [times, quotes, events]}
mentions:
  - {in: p3, text: Jeong Kyeong-doo, actor: jeong-kyeong-doo, as: foreign-minister}  # <-
```

## Right

```yaml
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [times, quotes, events]}
mentions:
  - {in: p3, text: Jeong Kyeong-doo, actor: jeong-kyeong-doo, as: defence-minister}
```
"""

from collections.abc import Iterator

from dateline.model.corpus import Reading
from dateline.model.facts.offices import posts_of
from dateline.model.finding import Problem, Related
from dateline.rules import rule


@rule("R511", "error", since="1.0")
def unknown_post(reading: Reading) -> Iterator[Problem]:
    """A post that a mention or quote names is one of the person's."""
    for claim in reading.article.claims:
        for person in claim.persons:
            actor = reading.actor(person)
            if claim.post is None or actor is None or posts_of(actor, claim.post):
                continue
            posts = ", ".join(dict.fromkeys(post.id for post in actor.posts))
            message = f'{person} never has the post "{claim.post}"'
            advice = f"the posts are: {posts}" if posts else "add the post to the actor"
            related = (Related(actor.at / "posts", "the posts"),) if posts else ()
            yield Problem(message, claim.at, help=advice, related=related, rests_on=claim.rests_on)
