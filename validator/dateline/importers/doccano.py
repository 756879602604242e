"""doccano's JSONL: a document a line, with spans that do not say what they cover.

Source: https://pypi.org/project/span-to-ibo/ (lists of spans)
Source: https://blog.csdn.net/sjxgghg/article/details/137265674 (entities and relations)
"""

from pathlib import Path
from typing import Any

from dateline.importers.files import bytes_of, fail, text_in
from dateline.importers.objects import counted, listed, loaded, mapped, worded
from dateline.model.standoff import Link, Mark, Standoff

_SPAN = 3  # start, end, label


def read(file: Path) -> list[Standoff]:
    """The documents of a file.

    Raises:
        UsageError: for a line that is broken.

    """
    text = text_in(str(file), bytes_of(file)).removeprefix("\ufeff")
    lines = ((f"{file}:{number}", line) for number, line in enumerate(text.split("\n"), 1) if line.strip())
    return [_document(at, mapped(at, loaded(at, line, is_line=True))) for at, line in lines]


def _document(at: str, data: dict[str, Any]) -> Standoff:
    text = worded(at, data, "text" if "text" in data else "data")
    # the export of sequence labelling has lists, that of relations has entities with ids
    lists = [*listed(at, data, "label"), *listed(at, data, "labels")]
    spans = [_listed_span(at, n, span) for n, span in enumerate(lists, 1)]
    spans += [_entity(at, mapped(at, one)) for one in listed(at, data, "entities")]
    known = {span.id for span in spans}
    links = [_relation(at, mapped(at, one), known) for one in listed(at, data, "relations")]
    told = (f"{at}: doccano does not say which words its spans cover: their offsets are taken as they stand",)
    return Standoff(at, text, tuple(spans), tuple(links), dropped=told if spans else ())


def _listed_span(at: str, number: int, span: Any) -> Mark:  # noqa: ANN401 - data of any shape
    at = f"{at}: label {number}"
    if not isinstance(span, list) or len(span) != _SPAN or not isinstance(span[2], str):
        fail(at, "it is no span: a list of start, end and label")
    start, end, label = span
    data = {"start": start, "end": end}
    return Mark(f"s{number}", label, ((counted(at, data, "start"), counted(at, data, "end")),), None, at)


def _entity(at: str, data: dict[str, Any]) -> Mark:
    name = str(data.get("id"))
    at = f"{at}: entity {name}"
    stretch = (counted(at, data, "start_offset"), counted(at, data, "end_offset"))
    return Mark(name, worded(at, data, "label"), (stretch,), None, at)


def _relation(at: str, data: dict[str, Any], known: set[str]) -> Link:
    ends = str(data.get("from_id")), str(data.get("to_id"))
    at = f"{at}: relation {data.get('id')}"
    for name in ends:
        if name not in known:
            fail(at, f"there is no entity {name}")
    return Link(worded(at, data, "type"), *ends, at)
