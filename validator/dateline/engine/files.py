"""Checks one file by itself: bytes, data, shape, record, and what rules say at each step."""

from collections import Counter
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from dateline.engine import joining
from dateline.engine.causes import Said
from dateline.loading import deprecated, placeholders, schemas, source
from dateline.loading.build import build
from dateline.loading.document import Document, parse
from dateline.loading.source import Source
from dateline.loading.texts import Copies
from dateline.model.article import Article
from dateline.model.corpus import Crash
from dateline.model.facts import Facts, facts_of
from dateline.model.fault import Fault
from dateline.model.finding import Skipped
from dateline.model.records import Manifest, Record
from dateline.rules import Rules

NO_COPY = "no copy of the withheld text"


class Checked(Struct):
    """What one file gave: its record, what rules said of it, its facts, and how much was looked at.

    It depends on nothing but that file and the reader's copy.
    """

    path: str
    said: list[Said] = field(default_factory=list)
    facts: Facts | None = None
    counts: Counter[str] = field(default_factory=Counter)
    skipped: list[Skipped] = field(default_factory=list)
    crashes: list[Crash] = field(default_factory=list)
    record: Record | None = None
    data: Any = None  # that the record was built from


def check_file(root: Path, path: str, rules: Rules, copies: Copies) -> Checked:
    """Read one file, and take it as far as it can be taken."""
    return check_source(source.read(root, path), path, rules, copies)


def check_source(read: Source | Fault, path: str, rules: Rules, copies: Copies) -> Checked:
    """Take one file as far as it can be taken."""
    checked = Checked(path)
    document = (read,) if isinstance(read, Fault) else parse(read)
    if not isinstance(document, Document):
        for fault in document:
            _judge(checked, rules, fault, None)
        return checked
    kind, shape = schemas.check(document)
    faults = [*document.faults, *shape, *placeholders.faults(document), *(deprecated.faults(document, kind) if kind else ())]
    if len(shape) >= schemas.MOST:
        checked.skipped.append(Skipped(path, f"only the first {schemas.MOST} of its faults are told", partial=True))
    record: Record | None = None
    if kind and not any(fault.closes for fault in faults):
        record, impossible = build(document, kind, _copy_for(document, kind, copies))
        faults += impossible
    name = record.id if record else None
    for fault in faults:
        _judge(checked, rules, fault, name)
    if record is not None:
        _judge(checked, rules, record, name)
        checked.facts = facts_of(record, schemas.version_of(document), joining.asked_for(rules))
        _count(checked, record, copies)
        checked.record, checked.data = record, document.data
    return checked


def _judge(checked: Checked, rules: Rules, thing: Fault | Record, name: str | None) -> None:
    joined = joining.judged(rules, thing, name, thing.at.file)
    checked.said += joined.said
    checked.crashes += joined.crashes


def _copy_for(document: Document, kind: str, copies: Copies) -> str | None:
    data = document.data
    if kind != "article" or not isinstance(data, dict):
        return None
    return copies.text_of(str(data["id"]))


def _count(checked: Checked, record: Record, copies: Copies) -> None:
    if isinstance(record, Manifest):
        return
    counts = checked.counts
    counts[f"{type(record).__name__.lower()}s"] += 1
    if not isinstance(record, Article):
        return
    anchors = list(record.anchors)
    counts["mentions"] += len(record.mentions)
    counts["times"] += len(record.times)
    counts["quotes"] += len(record.quotes)
    counts["event_mentions"] += len(record.events)
    counts["anchors"] += len(anchors)
    counts["anchors_verified"] += sum(anchor.range is not None for anchor in anchors)
    if trouble := copies.trouble_with(record.id):
        checked.skipped.append(Skipped(checked.path, trouble, partial=True))
    elif record.text.status == "withheld" and all(block.words is None for block in record.text.blocks):
        checked.skipped.append(Skipped(checked.path, NO_COPY))
