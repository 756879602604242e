"""The description of the tables that R, Python and archives read: a Data Package, version 2.

Source: https://datapackage.org/standard/data-resource/ and https://datapackage.org/standard/table-schema/
"""

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from dateline.exporters import csv
from dateline.exporters.columns import Column, Table
from dateline.exporters.references import Reference, references_of
from dateline.exporters.tables import RELEASED
from dateline.exporters.values import storable_text, terms_of
from dateline.model.records import Manifest

PATH = "datapackage.json"
_PROFILES = "https://datapackage.org/profiles/2.0"
_TYPES = {"string": "string", "integer": "integer", "boolean": "boolean", "list": "array"}
_CELLS = (
    "Only an empty cell is missing: NA and null are words. A list is a JSON array of strings. "
    "Texts stay their owners': see text_license in the table of articles. "
)
_RAW = "A cell that begins with = + - or @ stands as it was written: import it as text, since a spreadsheet would run it."
_SAFE = "An apostrophe stands before cells that begin with = + - or @, which a spreadsheet would run: it is no part of the value."


def files(
    written: dict[str, bytes], manifest: Manifest, tables: Iterable[Table] = RELEASED, *, excel_safe: bool = False
) -> dict[str, bytes]:
    """``datapackage.json``, which describes the tables that :mod:`dateline.exporters.csv` has written."""
    package = {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": manifest.id,
        "title": storable_text(manifest.title),
        "description": _CELLS + (_SAFE if excel_safe else _RAW),
        "version": storable_text(manifest.version),
        "licenses": [{"name": storable_text(manifest.license)}],
        "resources": [_resource(table, written[csv.path_of(table)]) for table in tables],
    }
    return {PATH: f"{json.dumps(package, ensure_ascii=False, indent=1)}\n".encode()}


def _resource(table: Table, written: bytes) -> dict[str, Any]:
    return {
        "$schema": f"{_PROFILES}/dataresource.json",
        "name": table.name,
        "type": "table",
        "path": csv.path_of(table),
        "description": table.meaning,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(written),
        "hash": f"sha256:{hashlib.sha256(written).hexdigest()}",
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, Any]:
    # a reference within an article is left to the database: where its part is none, frictionless holds it for broken
    keys = [_foreign_key(table, reference) for reference in references_of(table) if len(reference.columns) == 1]
    return {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
        **({"foreignKeys": keys} if keys else {}),
    }


def _foreign_key(table: Table, reference: Reference) -> dict[str, Any]:
    elsewhere = {"resource": reference.table} if reference.table != table.name else {}
    return {"fields": list(reference.columns), "reference": {**elsewhere, "fields": list(reference.key)}}


def _field(column: Column) -> dict[str, Any]:
    terms = terms_of(column)
    required = {"required": True} if column.required or column.kind == "list" else {}
    of = {"enum": terms} if terms else {}
    constraints = required if column.kind == "list" else required | of
    return {
        "name": column.name,
        "type": _TYPES[column.kind],
        "description": column.described,
        **({"constraints": constraints} if constraints else {}),
        # what readers have for the items of an array: frictionless refuses a package with the standard's jsonSchema
        **({"arrayItem": {"type": "string", "constraints": of}} if column.kind == "list" else {}),
        # a required text may have no characters, as the quote of what the author holds has none
        **({"missingValues": []} if column.required and column.kind == "string" else {}),
    }
