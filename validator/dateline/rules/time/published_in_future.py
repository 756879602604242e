"""An article was published by the day that the corpus calls today.

A date of publication that has not come yet is a slip, most often of the year, and moves every relative date with it.

## Wrong

```yaml
published: 2027-05-21  # <-
```

## Right

```yaml
published: 2019-05-21
```
"""

from collections.abc import Iterator

from dateline.model.corpus import Run
from dateline.model.finding import Problem
from dateline.rules import rule


@rule("T315", "error", since="1.0")
def published_in_future(run: Run) -> Iterator[Problem]:
    """An article was published by the day that the corpus calls today."""
    for article in run.early:
        message = f"published on {article.published}, but today is {run.as_of}"
        advice = "mend the date, or say another day with --as-of or as_of in dateline.yaml"
        yield Problem(message, article.at / "published", help=advice)
