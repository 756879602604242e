"""A value does not lose its end to a comment.

A # after a space begins a comment: what follows is silently no part of the value.

## Wrong

```yaml actors/kor-mnd.yaml
note: see (issue #8)  # <-
```

## Right

```yaml actors/kor-mnd.yaml
note: "see (issue #8)"
```
"""

from collections.abc import Iterator

from dateline.model.fault import HashTruncated
from dateline.model.finding import Problem
from dateline.rules import rule


@rule("F010", "warning", since="1.0")
def hash_truncated_value(fault: HashTruncated) -> Iterator[Problem]:
    """A value does not lose its end to a comment."""
    message = f'the value ends before the #: "{fault.kept}"'
    advice = "put the whole value in quotation marks, or a space after the # of a comment"
    yield Problem(message, fault.at, help=advice)
