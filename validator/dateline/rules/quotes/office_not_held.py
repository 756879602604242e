"""A person is given an office only on days on which the person held it.

Titles outlive terms in the memory of writers: a minister is quoted as one a week after the handover, or after death.
A day before a known start is outside, whatever is known of the end. `former` and `incoming` hold on the day that is told of,
which may be some days before the document's: near a change of office they are not judged.

## Wrong

```yaml
document_time: 2018-05-21
times:
  - {id: t4, in: p3, text: "Dec. 20, 2018", type: date, value: 2018-12-20}
quotes: []
events: []
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: []}
mentions:
  - {in: p3, text: Jeong Kyeong-doo, actor: jeong-kyeong-doo, as: defence-minister}  # <-
```

## Right

```yaml
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [times, quotes, events]}
mentions:
  - {in: p3, text: Jeong Kyeong-doo, actor: jeong-kyeong-doo, as: defence-minister}
```
"""

from collections.abc import Iterator

from dateline.model.belonging import can_hold, lies_within_term
from dateline.model.corpus import Reading
from dateline.model.facts.offices import Claim, posts_of
from dateline.model.finding import Problem, Related
from dateline.model.records import Post
from dateline.rules import rule

_NEWS = 7  # days for which what was before a change of office may still be told: those of a weekly; chosen, not measured


@rule("Q405", "error", since="1.0")
def office_not_held(reading: Reading) -> Iterator[Problem]:
    """A person is given an office only on days on which the person held it."""
    for claim in reading.article.claims:
        for person in claim.persons:
            actor = reading.actor(person)
            posts = posts_of(actor, claim.post) if actor else ()
            if posts and (wrong := _contradiction(claim, posts)):
                office = f'"{claim.post}"' if claim.post else "an office"
                yield Problem(
                    f"{person} {wrong} {office} on {claim.when}",
                    claim.at,
                    help="mend the office, its dates, or write tenure: former or incoming",
                    related=tuple(Related(post.at, f"{post.title}: {_term(post)}") for post in posts),
                    rests_on=claim.rests_on,
                )


def _contradiction(claim: Claim, posts: tuple[Post, ...]) -> str | None:
    if claim.tenure == "current":
        return None if any(_is_reversed(post) or can_hold(post, claim.when) for post in posts) else "did not hold"
    held = all(lies_within_term(post, claim.when, _NEWS) for post in posts)
    return f"is called {claim.tenure}, but held" if held else None


def _is_reversed(post: Post) -> bool:
    """Whether the term ends before it starts, which is a fault of its own."""
    return post.first is not None and post.last is not None and post.last < post.first


def _term(post: Post) -> str:
    return f"{post.start.value if post.start else 'unknown'} to {post.end.value if post.end else 'now'}"
