"""What most people write: PyYAML's C loader and jsonschema in a loop. ``python -m benchmarks.loop CORPUS SCHEMAS``."""

import json
import sys
from pathlib import Path

import yaml
from jsonschema import Draft202012Validator
from referencing import Registry, Resource


class _Loader(yaml.CSafeLoader):
    """Reads dates as words, as JSON has them."""


_Loader.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for letter, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def main(corpus: Path, schemas: Path) -> int:
    """Check the shape of every file; return how many are not right."""
    known = [json.loads(path.read_text("utf-8")) for path in schemas.rglob("*.json")]
    registry = Registry().with_resources((schema["$id"], Resource.from_contents(schema)) for schema in known)
    validators = {
        schema["title"]: Draft202012Validator(schema, registry=registry)
        for schema in known
        if schema["$id"].endswith((".schema.json",)) and "title" in schema
    }
    wrong = 0
    for folder, kind in (("articles", "article"), ("actors", "actor"), ("events", "event")):
        for path in sorted((corpus / folder).iterdir()):
            data = yaml.load(path.read_bytes(), _Loader)  # noqa: S506 - a safe loader
            wrong += next(validators[kind].iter_errors(data), None) is not None
    return min(wrong, 1)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
