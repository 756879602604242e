"""A record follows the major version of the schema that its corpus follows.

Between two major versions a field may change its meaning: who reads the whole corpus by one of them misreads the rest.
Minor versions may stand side by side, since a newer one takes whatever an older one takes.

## Wrong

```yaml events/shangri-la-dialogue-2019.yaml
schema: event/2.0  # <-
```

```run
newer 2.0
```

## Right

```yaml events/shangri-la-dialogue-2019.yaml
schema: event/1.1
```

```run
newer 2.0
```
"""

from collections.abc import Iterator

from dateline.model.corpus import Census
from dateline.model.finding import Problem, Related
from dateline.rules import rule


@rule("M111", "warning", since="1.0")
def mixed_schema_versions(census: Census) -> Iterator[Problem]:
    """A record follows the major version of the schema that its corpus follows."""
    manifest = next((head for head in census.heads if head.kind == "manifest"), None)
    for head in census.heads if manifest else ():
        if manifest and _major(head.version) != _major(manifest.version):
            message = f"this record follows version {head.version} of the schema, its corpus {manifest.version}"
            related = Related(manifest.at / "schema", f"version {manifest.version}")
            yield Problem(message, head.at / "schema", help='bring all of them to one version with "dateline migrate"', related=(related,))


def _major(version: str) -> str:
    return version.partition(".")[0]
