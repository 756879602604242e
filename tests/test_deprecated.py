"""Deprecated fields, tried on schemas made for it: version 1.0 of the standard has none."""

from collections.abc import Iterator
from typing import Any

import pytest
from dateline.loading import deprecated
from dateline.loading.deprecated import Deprecation
from dateline.loading.document import Document
from dateline.loading.source import Source
from dateline.model import standard
from dateline.model.place import Place

OLD = {"type": "string", "deprecated": True, "replacedBy": "name", "since": "1.1"}
SCHEMAS: dict[str, Any] = {
    "1.0/article.schema.json": {
        "properties": {
            "title": OLD | {"replacedBy": "headline"},
            "rights": {"$ref": "common.schema.json#/$defs/rights"},
            "unnamed": {"additionalProperties": {"properties": {"title": OLD}}},
            "mentions": {"items": {"anyOf": [{"properties": {"title": OLD}}, {"$ref": "../vocabulary/words-1.0.json"}]}},
            "schema": True,
        },
        "additionalProperties": False,
    },
    "1.0/common.schema.json": {"$defs": {"rights": {"properties": {"owner": {"deprecated": True}}}}},
    "vocabulary/words-1.0.json": {"enum": ["word"]},
}


@pytest.fixture(autouse=True)
def _made_schemas(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(standard, "document", SCHEMAS.__getitem__)
    deprecated.deprecations.cache_clear()
    yield
    deprecated.deprecations.cache_clear()


def test_deprecated_fields_are_found_through_references_lists_and_free_keys() -> None:
    assert set(deprecated.deprecations("article")) == {
        Deprecation(("title",), "headline", "1.1"),
        Deprecation(("rights", "owner")),
        Deprecation(("unnamed", "*", "title"), "name", "1.1"),
        Deprecation(("mentions", "*", "title"), "name", "1.1"),
    }


def test_each_use_is_told_at_its_key_and_renamed_where_the_new_field_is_free() -> None:
    data: dict[str, Any] = {
        "title": "Talks",
        "headline": "Talks",
        "rights": {"owner": "An outlet"},
        "unnamed": {"_official": {"title": "official"}, "_paper": {"name": "paper"}},
        "mentions": [{"title": "first"}, "word", {"name": "second"}],
    }
    at = Place("articles/x.yaml")
    faults = deprecated.faults(Document(Source(at.file, b""), "", data), "article")
    told = {(fault.at, fault.replaced_by, fault.can_be_renamed) for fault in faults}
    assert told == {
        ((at / "title").key, "headline", False),
        ((at / "rights" / "owner").key, None, False),
        ((at / "unnamed" / "_official" / "title").key, "name", True),
        ((at / "mentions" / 0 / "title").key, "name", True),
    }


def test_a_schema_without_deprecated_fields_has_none() -> None:
    assert list(deprecated.faults(Document(Source("events/x.yaml", b""), "", {"rights": {"holder": "An outlet"}}), "article")) == []
