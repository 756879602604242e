"""``CHANGES.md``: which records were added, changed, removed or renamed since a previous release."""

import re
from collections.abc import Iterable, Mapping

from dateline.exporters.about import About
from dateline.exporters.former import KINDS, FormerRows, Records, format_of, records
from dateline.exporters.signs import page, plain
from dateline.exporters.tables import TABLES

NAME = "CHANGES.md"
_ID = re.compile(r"[a-z0-9-]+")
_IDS = re.compile(r"[a-z0-9-]+(/[a-z0-9-]+)*")  # an office and a stance are ids, joined


def changes(about: About, before: Mapping[str, bytes], now: Mapping[str, bytes], since: str | None) -> bytes:
    """What changed from the files ``before`` to those of ``now``, which hold at least the same formats.

    Raises:
        NotReadableError: if a table cannot be read.

    """
    renames = dict(about.manifest.renames)
    lines = [f"# Changes since {plain(since) if since else 'the previous release'}", ""]
    lines.append(f"To version {plain(about.manifest.version)}. A record is changed if its row is, or one of its parts.")
    if since == about.manifest.version:
        lines += ["", "The version is the same: `dateline.yaml` should have a new one, if this is published."]
    for kind in KINDS:
        told = ["Not compared: the previous release has no table of them."]
        if ending := format_of(kind, before):  # both in one format: an empty cell of CSV is not the null of JSON
            told = _section(records(kind, before, ending), records(kind, now, ending), renames) or ["None changed."]
        lines += ["", f"## {kind}", "", *told]
    return page(lines)


def _section(old: Records, new: Records, renames: Mapping[str, str]) -> list[str]:
    renamed = {name: to for name, to in renames.items() if name in old and name not in new and to in new and to not in old}
    kept = {**{name: name for name in old.keys() & new.keys()}, **renamed}
    differing = {to: _difference(old[name], new[to], renames) for name, to in kept.items()}
    lines = [f"* added {_id(name)}" for name in sorted(new.keys() - set(kept.values()))]
    lines += [f"* changed {_id(name)}: {', '.join(map(plain, what))}" for name, what in sorted(differing.items()) if what]
    lines += [f"* removed {_id(name)}" for name in sorted(old.keys() - kept.keys())]
    return lines + [f"* renamed {_id(name)} to {_id(renamed[name])}" for name in sorted(renamed)]


def _id(name: str) -> str:
    """An id as code; what stands where a former release has one, and is none, as the words that it is."""
    return f"`{name}`" if _ID.fullmatch(name) else plain(name)


def _difference(old: Mapping[str, FormerRows], new: Mapping[str, FormerRows], renames: Mapping[str, str]) -> list[str]:
    """The columns of a record's own row, and the tables of its parts, in which it differs."""
    told: list[str] = []
    for table in TABLES:
        before, after = old.get(table.name, []), new.get(table.name, [])
        # a column that only one of both releases has says nothing about the record
        shared = _columns(before) & _columns(after)
        before = [{name: _renamed(row[name], renames) for name in sorted(shared)} for row in before]
        after = [{name: row[name] for name in sorted(shared)} for row in after]
        if table.name in KINDS:
            told += [name for name in sorted(shared) if [row[name] for row in before] != [row[name] for row in after]]
        elif sorted(map(repr, before)) != sorted(map(repr, after)):
            told.append(table.name)
    return told


def _columns(rows: FormerRows) -> set[str]:
    return {name for row in rows for name in row}


def _renamed(value: object, renames: Mapping[str, str]) -> object:
    """A value of the previous release, its ids as they are called by now."""
    if isinstance(value, list):
        items: Iterable[object] = value
        return [_renamed(item, renames) for item in items]
    if isinstance(value, str) and _IDS.fullmatch(value):
        return "/".join(renames.get(name, name) for name in value.split("/"))
    return value
