"""A review is by somebody who did not annotate.

Two pairs of eyes see what one overlooks; a reviewer who made the annotation is the same pair twice.

## Wrong

```yaml
annotation: {by: [first], reviewed_by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [mentions, times, quotes]}  # <-
```

## Right

```yaml
annotation: {by: [first], reviewed_by: [second], date: 2026-11-23, license: CC-BY-4.0, complete: [mentions, times, quotes]}
```
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.finding import Problem, Related
from dateline.rules import rule


@rule("P706", "warning", since="1.0")
def self_review(article: Article) -> Iterator[Problem]:
    """A review is by somebody who did not annotate."""
    annotators = {ref.id: ref for ref in article.annotation.by}
    for reviewer in article.annotation.reviewed_by:
        if same := annotators.get(reviewer.id):
            message = f'"{reviewer.id}" reviewed, and is one of the annotators'
            related = (Related(same.at, "the annotator"),)
            advice = "name a reviewer who did not annotate, or leave it out"
            yield Problem(message, reviewer.at, help=advice, related=related, rests_on=(same.at, reviewer.at))
