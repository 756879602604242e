"""Versions of the schema that do not exist, to try the ways that lead to a newer one before it is needed.

``tests/schema-<version>/<kind>.json`` is what such a version changes in the one before it, as a JSON Merge Patch (RFC 7396).
"""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from dateline.loading import compiled, deprecated, interpreted, property_order
from dateline.model import standard

HERE = Path(__file__).parent
EXISTING = standard.VERSIONS


@contextmanager
def versions_up_to(newest: str, folder: Path) -> Iterator[Path]:
    """Let the standard have versions up to ``newest``; give its folder, which is made in ``folder``."""
    invented = sorted(path.name.removeprefix("schema-") for path in HERE.glob("schema-*"))
    known = (*EXISTING, *(version for version in invented if version <= newest))
    place = shutil.copytree(standard.folder(), folder / "schema")
    for old, new in pairwise(known):
        _make(place, old, new)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(standard, "VERSIONS", known)
        patch.setattr(standard, "VERSION", newest)
        patch.setattr(standard, "folder", lambda: place)
        _forget()
        yield place
    _forget()


def _make(place: Path, old: str, new: str) -> None:
    (place / new).mkdir()
    for path in (place / old).glob("*.schema.json"):
        text = path.read_text("utf-8").replace(f"/schema/{old}/", f"/schema/{new}/").replace(f'/{old}"', f'/{new}"')
        change = HERE / f"schema-{new}" / path.name.replace(".schema", "")
        schema = json.loads(text)
        if change.exists():
            schema = merged(schema, json.loads(change.read_text("utf-8")))
        (place / new / path.name).write_text(json.dumps(schema, indent=2) + "\n", "utf-8")


def merged(whole: Any, change: Any) -> Any:  # noqa: ANN401 - JSON of any shape
    """What a merge patch makes of a document: ``null`` takes a member away."""
    if not isinstance(change, dict):
        return change
    kept = dict(whole) if isinstance(whole, dict) else {}
    for name, value in change.items():
        if value is None:
            kept.pop(name, None)
        else:
            kept[name] = merged(kept.get(name), value)
    return kept


def _forget() -> None:
    own = (compiled._validator, property_order._keys)  # noqa: SLF001 - no test may see them later
    for remembered in (standard.document, deprecated.deprecations, compiled.written_out, interpreted.validator, *own):
        remembered.cache_clear()
