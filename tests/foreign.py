"""Documents of annotation tools, brought into a corpus and compared as sets."""

from pathlib import Path

from dateline.importers.ladder import Found, Sought, located
from dateline.model.standoff import Mark, Standoff
from dateline.model.text import normalised

from tests.laid import HERE
from tests.program import run

IMPORTS = HERE / "imports"
Said = tuple[str, tuple[tuple[int, str], ...], frozenset[tuple[str, str]]]
ORIGINAL = ("--origin", "original", "--source", "https://example.org/ship", "--published", "2019-05-21", "--date", "2019-06-01")


def bring(root: Path, tool: str, *files: object, options: tuple[str, ...] = ORIGINAL) -> tuple[int, str]:
    done = run("import", tool, *files, "--corpus", root, *options)
    return (done.exit_code, done.output) if not done.exception or done.exit_code == 0 else (2, str(done.exception))


def said(document: Standoff) -> set[Said]:
    """The marks as a set: label, words with the paragraph that they stand in, attributes."""
    spans = [
        Sought(*stretch, mark.words[n] if mark.words else None)
        for mark in document.marks
        for n, stretch in enumerate(mark.stretches)
    ]
    places = iter(located(document.text, spans, document.unit))
    return {_said(document, mark, [next(places) for _ in mark.stretches]) for mark in document.marks}


def _said(document: Standoff, mark: Mark, places: list[object]) -> Said:
    parts = []
    for place in places:
        assert isinstance(place, Found)
        parts.append((document.text.count("\n", 0, place.start), normalised(document.text[place.start : place.end])))
    return mark.label, tuple(parts), frozenset(mark.attributes)


def linked(document: Standoff) -> set[tuple[str, Said, Said]]:
    by_id = {mark.id: next(iter(said(Standoff("", document.text, (mark,))))) for mark in document.marks}
    return {(link.label, by_id[link.start], by_id[link.end]) for link in document.links}
