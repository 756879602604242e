"""An article is in the corpus once.

An article that is annotated twice counts twice, and its two annotations contradict each other sooner or later.

## Wrong

```yaml
url: https://news.example/view?id=1
```

```yaml articles/dl-2019-06-02-meeting.yaml
url: https://news.example/view?id=1  # <-
```

## Right

```yaml
url: https://news.example/view?id=1
```

```yaml articles/dl-2019-06-02-meeting.yaml
url: https://news.example/view?id=2
```
"""

from collections.abc import Iterator

from dateline.model.facts.copies import Printed
from dateline.model.finding import Problem, Related
from dateline.model.gathered import SamePrint
from dateline.rules import rule


@rule("R518", "error", since="1.0")
def same_article_twice(same: SamePrint) -> Iterator[Problem]:
    """An article is in the corpus once."""
    first, *others = same.members
    addresses = {first.address}
    for other in others:
        # what stands at one address is told of that alone
        if other.what == "address" or other.address is None or other.address not in addresses:
            yield _problem(other, first)
        addresses.add(other.address)


def _problem(other: Printed, known: Printed) -> Problem:
    return Problem(
        f"the {other.what} is also that of {known.id}",
        other.at,
        help="keep one of the two records, or mend what belongs to the other article",
        related=(Related(known.at, "the other"),),
        # an article that was copied and not renamed, and a digest that is not that of the text, are mistakes of their own
        rests_on=(other.at, known.at, other.article / "id", known.article / "id"),
    )
