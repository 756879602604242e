"""A file is YAML.

A file that cannot be read is not judged at all: whatever else is wrong with it stays hidden.

## Wrong

```yaml actors/kor-mnd.yaml
schema: actor/1.0
id: kor-mnd
kind: public-body
name: Ministry: of National Defense  # <-
part_of: kor
```

## Right

```yaml actors/kor-mnd.yaml
name: "Ministry: of National Defense"
```
"""

from collections.abc import Iterator

from dateline.model.fault import BadYaml
from dateline.model.finding import Problem
from dateline.rules import rule


@rule("F007", "error", since="1.0")
def bad_yaml(fault: BadYaml) -> Iterator[Problem]:
    """A file is YAML."""
    yield Problem(fault.problem, fault.at, help=fault.help)
