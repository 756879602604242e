"""The rank and tenure that the text gives with a name are those of the post.

"Deputy Minister" before a name and a minister's post behind it: one of the two is another person, or another post.

## Wrong

```yaml
text:
  status: inline
  blocks:
    - {id: h1, text: Seoul seeks talks with Tokyo}
    - {id: p1, text: "Deputy Defense Minister Jeong Kyeong-doo and former minister Takeshi Iwaya met."}
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: []}
mentions:
  - {in: p1, text: Jeong Kyeong-doo, actor: jeong-kyeong-doo, as: defence-minister}  # <-
  - {in: p1, text: Takeshi Iwaya, actor: takeshi-iwaya, as: defence-minister}  # <-
times: []
quotes: []
events: []
```

## Right

```yaml
text:
  status: inline
  blocks:
    - {id: h1, text: Seoul seeks talks with Tokyo}
    - {id: p1, text: "Defense Minister Jeong Kyeong-doo, his deputy and minister Takeshi Iwaya met."}
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: []}
mentions:
  - {in: p1, text: Jeong Kyeong-doo, actor: jeong-kyeong-doo, as: defence-minister}
  - {in: p1, text: Takeshi Iwaya, actor: takeshi-iwaya, as: defence-minister}
times: []
quotes: []
events: []
```
"""

import re
from collections.abc import Iterator

from dateline.model.corpus import Reading
from dateline.model.facts.offices import posts_of
from dateline.model.facts.titles import FORMER, INCOMING, RANKS, Styled
from dateline.model.finding import Problem, Related
from dateline.model.records import Post
from dateline.rules import rule

# what a title may say instead of "deputy" or "vice"
_LOWER = frozenset({"deputy", "vice", "under", "undersecretary", "assistant", "associate", "second", "sub"})
_WORD = re.compile(r"[^\W_]+")


@rule("Q406", "warning", since="1.0", preview=True)
def title_conflict(reading: Reading) -> Iterator[Problem]:
    """The rank and tenure that the text gives with a name are those of the post."""
    for styled in reading.article.styled:
        for person in styled.persons:
            actor = reading.actor(person)
            posts = posts_of(actor, styled.post.id) if actor else ()
            word = _conflicting(styled, posts)
            if posts and word:
                yield Problem(
                    f'the text says "{word}", but the mention gives {person} the post "{styled.post.id}"',
                    styled.at,
                    help="mend the post, the person, or write tenure: former or incoming",
                    related=tuple(Related(post.at, f'the title is "{post.title}"') for post in posts),
                    rests_on=styled.rests_on,
                )


def _conflicting(styled: Styled, posts: tuple[Post, ...]) -> str | None:
    """The word of the text that the post, or its tenure, contradicts."""
    if styled.tenure == "current" and styled.styles & (FORMER | INCOMING):
        return min(styled.styles & (FORMER | INCOMING))
    is_lower = any(not _LOWER.isdisjoint(_WORD.findall(f"{post.title} {post.id}".casefold())) for post in posts)
    return None if is_lower else min(styled.styles & RANKS, default=None)
