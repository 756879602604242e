"""Label Studio's JSON: tasks with results, whose offsets count UTF-16, as browsers do.

Source: https://labelstud.io/guide/task_format.html
"""

from pathlib import Path
from typing import Any

from dateline.importers.files import bytes_of, fail, text_in
from dateline.importers.ladder import UTF16
from dateline.importers.objects import counted, listed, loaded, mapped, worded
from dateline.model.standoff import Link, Mark, Standoff

_LABELS = ("labels", "hypertextlabels")
# the kinds of result that say something of a region, and the field of their values
_OF_A_REGION = {name: name for name in ("choices", "text", "number", "rating", "datetime", "taxonomy")} | {"textarea": "text"}


def read(file: Path) -> list[Standoff]:
    """The documents of a file.

    Raises:
        UsageError: for what is no export of Label Studio.

    """
    name = str(file)
    data = loaded(name, text_in(name, bytes_of(file)).removeprefix("\ufeff"))
    if not isinstance(data, list):
        fail(name, "it is no list of tasks: export as JSON, and not as JSON-MIN or CSV")
    return [_document(f"{name}: task {n}", mapped(f"{name}: task {n}", task)) for n, task in enumerate(data, 1)]


def _document(at: str, task: dict[str, Any]) -> Standoff:
    annotations = [mapped(at, one) for one in listed(at, task, "annotations") if not mapped(at, one).get("was_cancelled")]
    if not annotations:
        fail(at, "it has no annotations: predictions are not taken, until somebody submits them as an annotation")
    if len(annotations) > 1:
        fail(at, f"it has {len(annotations)} annotations: adjudicate them first, and export the one that holds")
    results = [mapped(at, one) for one in listed(at, annotations[0], "result")]
    said = _said(at, results)
    marks = [_mark(at, one, said) for one in results if one.get("type") in _LABELS]
    known = {mark.id for mark in marks}
    links = [_link(at, one, known) for one in results if one.get("type") == "relation"]
    return Standoff(at, _text_of(at, task, results), tuple(marks), tuple(links), UTF16, tuple(_dropped(at, results)))


def _text_of(at: str, task: dict[str, Any], results: list[dict[str, Any]]) -> str:
    """The text on which the regions lie: its name is told by the template, and mostly is that of the results."""
    data = mapped(at, task.get("data"))
    fields = {str(one["to_name"]) for one in results if "to_name" in one} & data.keys()
    texts = [name for name, value in data.items() if isinstance(value, str)]
    name = fields.pop() if len(fields) == 1 else "text" if "text" in texts else texts[0] if len(texts) == 1 else None
    return worded(at, data, name) if name else fail(at, "which of its data is the text? call it text")


def _said(at: str, results: list[dict[str, Any]]) -> dict[str, list[tuple[str, str]]]:
    """What is said of each region beside its label, by the names of the controls."""
    said: dict[str, list[tuple[str, str]]] = {}
    for one in results:
        kind = str(one.get("type"))
        if kind in _OF_A_REGION:
            value = mapped(at, one.get("value")).get(_OF_A_REGION[kind])
            values = value if isinstance(value, list) else [] if value is None else [value]
            of = said.setdefault(str(one.get("id")), [])
            # of a taxonomy, each is the way down to a term
            of += [
                (str(one.get("from_name")), "/".join(map(str, part)) if isinstance(part, list) else str(part)) for part in values
            ]
    return said


def _mark(at: str, one: dict[str, Any], said: dict[str, list[tuple[str, str]]]) -> Mark:
    name = worded(at, one, "id")
    at = f"{at}: region {name}"
    value = mapped(at, one.get("value"))
    labels = listed(at, value, str(one["type"]))
    if len(labels) != 1 or not isinstance(labels[0], str):
        fail(at, f"it has {len(labels)} labels, where one is expected")
    words = value.get("text")
    stretch = (counted(at, value, "start"), counted(at, value, "end"))
    return Mark(name, labels[0], (stretch,), (words,) if isinstance(words, str) else None, at, tuple(said.get(name, ())))


def _link(at: str, one: dict[str, Any], known: set[str]) -> Link:
    ends = worded(at, one, "from_id"), worded(at, one, "to_id")
    for name in ends:
        if name not in known:
            fail(at, f"a relation names the region {name}, which does not exist")
    if one.get("direction") == "left":
        ends = ends[1], ends[0]
    labels = listed(at, one, "labels")
    return Link(str(labels[0]) if labels else "relation", *ends, at)


def _dropped(at: str, results: list[dict[str, Any]]) -> list[str]:
    kinds = sorted({str(one.get("type")) for one in results} - {*_LABELS, *_OF_A_REGION, "relation"})
    regions = {str(one.get("id")) for one in results if one.get("type") in _LABELS}
    said = [one for one in results if str(one.get("type")) in _OF_A_REGION]
    names = sorted({str(one.get("from_name")) for one in said if str(one.get("id")) not in regions})
    return [
        *(f"{at}: left out: results of the kind {kind}" for kind in kinds),
        *(f"{at}: left out: {name}: it is said of the whole text, and of no region" for name in names),
    ]
