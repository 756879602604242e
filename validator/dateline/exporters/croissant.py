"""``croissant.json``: the release for dataset search and machine learning, in Croissant 1.1 with its RAI vocabulary.

Source: https://docs.mlcommons.org/croissant/docs/croissant-spec-1.1.html
Source: https://docs.mlcommons.org/croissant/docs/croissant-rai-spec.html
"""

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any

from dateline.exporters.about import SUBJECT, About, Person
from dateline.exporters.citation import KEYWORDS
from dateline.exporters.columns import Column, Rows, Table
from dateline.exporters.places import tables_in
from dateline.exporters.reading import listed, unconfirmed_in
from dateline.exporters.signs import page
from dateline.exporters.tables import ARTICLES, RELEASED

NAME = "croissant.json"
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TYPES = {"string": "sc:Text", "integer": "sc:Integer", "boolean": "sc:Boolean", "list": "sc:Text"}
_FORMATS = {
    ".jsonl": "application/jsonlines",
    ".csv": "text/csv",
    ".parquet": "application/x-parquet",
    ".json": "application/json",
    ".sqlite": "application/vnd.sqlite3",
}
_TERMS = (
    *("arrayShape", "citeAs", "column", "containedIn", "equivalentProperty", "extract", "field", "fileProperty", "fileObject"),
    *("fileSet", "format", "includes", "isArray", "isLiveDataset", "jsonPath", "key", "md5", "parentField", "path", "recordSet"),
    *("references", "regex", "repeated", "replace", "samplingRate", "separator", "source", "subField", "transform"),
)
CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "sc": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "dct": "http://purl.org/dc/terms/",
    "conformsTo": "dct:conformsTo",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "name": {"@container": "@language"},
    "description": {"@container": "@language"},
    **{term: f"cr:{term}" for term in _TERMS},
}
_CONFORMS = ["http://mlcommons.org/croissant/1.1", "http://mlcommons.org/croissant/RAI/1.0"]


def croissant(about: About, rows: Rows, files: Mapping[str, bytes]) -> bytes:
    """The description of a release that holds these rows in these files."""
    places = tables_in(files)
    described = {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "name": about.manifest.title,
        "description": SUBJECT,
        "conformsTo": _CONFORMS,
        # where SPDX tells of it; any other is left as it is
        "license": f"https://spdx.org/licenses/{about.spdx}.html" if about.spdx else about.manifest.license,
        "version": about.manifest.version,
        **({"datePublished": about.day.isoformat()} if about.day else {}),
        "creator": [_person(person) for person in about.annotators],
        "keywords": list(KEYWORDS),
        "inLanguage": sorted({str(article["language"]) for article in ARTICLES.records(rows)}),
        "isLiveDataset": False,
        "citeAs": _cited(about),
        **_responsible(about, rows),
        "distribution": [_file(path, files[path]) for path in sorted(files) if _format(path)],
        "recordSet": [_records(table, places[table.name]) for table in RELEASED if table.name in places],
    }
    return page([json.dumps(described, indent=1, ensure_ascii=False)])


def _person(person: Person) -> dict[str, str]:
    if person.orcid:
        return {"@type": "sc:Person", "name": person.name, "url": f"https://orcid.org/{person.orcid}"}
    return {"@type": "sc:Organization", "name": person.name}


def _cited(about: About) -> str:
    names = ", ".join(person.name for person in about.annotators)
    year = f" ({about.day.year})" if about.day else ""
    return f"{names}{year}. {about.manifest.title}, version {about.manifest.version}. Data set."


def _format(path: str) -> str | None:
    return next((kind for suffix, kind in _FORMATS.items() if path.endswith(suffix)), None)


def _file(path: str, content: bytes) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": path,
        "name": path,
        "contentUrl": path,
        "contentSize": f"{len(content)} B",
        "encodingFormat": _format(path),
        "sha256": hashlib.sha256(content).hexdigest(),
    }


def _records(table: Table, path: str) -> dict[str, Any]:
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": f"A row is {table.meaning}.",
        "key": [{"@id": f"{table.name}/{column}"} for column in table.key],
        "field": [_field(table, column, path) for column in table.columns],
    }


def _field(table: Table, column: Column, path: str) -> dict[str, Any]:
    # no `references`: an actor may be part of another, and mlcroissant 1.1 reads no table that refers to itself
    notes = [column.meaning, *(["derived"] if column.derived else [])]
    notes += [f"refers to {column.refers}"] if column.refers else []
    is_list = column.kind == "list" and not path.endswith(".csv")
    return {
        "@type": "cr:Field",
        "@id": f"{table.name}/{column.name}",
        "name": column.name,
        "description": "; ".join(notes),
        "dataType": _TYPES[column.kind],
        **({"isArray": True, "arrayShape": "-1"} if is_list else {}),
        "source": {"fileObject": {"@id": path}, "extract": {"column": column.name}},
    }


def _responsible(about: About, rows: Rows) -> dict[str, Any]:
    """What the RAI vocabulary asks, as far as every corpus of the standard answers it; the rest is in its data statement."""
    articles = list(ARTICLES.records(rows))
    withheld = sum(article["text_status"] == "withheld" for article in articles)
    reviewed = sum(bool(listed(article["reviewers"])) for article in articles)
    days = sorted(day for article in articles if _DAY.fullmatch(day := str(article["document_day"])))
    told = f"{withheld} of {len(articles)} texts are withheld: they belong to others. Digests and lengths are given."
    limits = [told, "Absence of an annotation means something only in the layers that the column complete names."]
    if unconfirmed := unconfirmed_in(rows):
        limits.append(f"{unconfirmed} annotations were proposed by a program and confirmed by nobody (column suggested).")
    if about.errors:
        limits.insert(0, f"Exported in spite of {about.told_errors} that dateline check finds in the corpus.")
    return {
        "rai:dataCollection": "Articles of diplomatic news, chosen by hand; a data statement may say more.",
        "rai:dataCollectionType": ["Manual Human Curator"],
        "rai:dataCollectionMissingData": told,
        **({"rai:dataCollectionTimeFrame": [days[0], days[-1]]} if days else {}),
        "rai:dataPreprocessingProtocol": ["Paragraphs are normalised (dl-norm-1) before places are counted in code points."],
        "rai:dataAnnotationProtocol": ["Mentions, times (TIMEX3), quotes (PARC) and events (PLOVER), by the standard of Dateline."],
        "rai:dataAnnotationPlatform": ["YAML files, checked by dateline check."],
        "rai:dataAnnotationAnalysis": [f"{reviewed} of {len(articles)} articles were read again by a reviewer who is named."],
        "rai:annotationsPerItem": "One annotation of each article.",
        "rai:dataLimitations": limits,
        "rai:personalSensitiveInformation": [
            "Names and offices of public persons, as published. Unnamed sources have ids of their article alone."
        ],
    }
