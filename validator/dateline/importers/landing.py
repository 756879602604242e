"""The marks of a tool on the blocks of an article: what each is, and where it stands."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from dateline.engine.settings import UsageError
from dateline.importers.files import judge_number
from dateline.importers.ladder import EXACT, Found, Lost, Sought, diagnosis, located, repair_of, shown
from dateline.importers.mapping import Mapping, Sense
from dateline.importers.paragraphs import Paragraph, paragraphs_of, ranges_in
from dateline.model.standoff import Mark, Standoff
from dateline.model.text import Range

# the kinds of links but those of a quote's parts: from which layers, to which
_JOINED: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "within": (("quote",), ("quote",)),
    "time": (("quote", "event"), ("time",)),
    "via": (("event",), ("quote",)),
    "anchor": (("time",), ("time", "quote")),
    "begin": (("time",), ("time",)),
    "end": (("time",), ("time",)),
}
_MOST_LABELS = 10  # that are named


class Item(Struct, frozen=True):
    """A mark with its sense, and the ranges of blocks that it covers."""

    mark: Mark
    sense: Sense
    ranges: tuple[Range, ...]


class Landed(Struct, frozen=True):
    """The items of a text in the order of its blocks, what links them, and what there is to tell of repairs and losses."""

    paragraphs: tuple[Paragraph, ...]
    items: tuple[Item, ...]
    links: dict[tuple[str, str], tuple[str, ...]]  # by the kind of link and where it starts, where it ends
    told: tuple[str, ...]

    def words(self, at: Range) -> str:
        """The words of a range."""
        block = next(paragraph.passage.words for paragraph in self.paragraphs if paragraph.passage.id == at.block)
        return block[at.start : at.end]


def landed(document: Standoff, mapping: Mapping) -> Landed:
    """Place every mark of a document.

    Raises:
        UsageError: for a span that nobody can place.

    """
    paragraphs = paragraphs_of(document.name, document.text)
    _judge_ids(document)
    known = [mark for mark in document.marks if (sense := mapping.sense(mark.label)) and sense.layer != "skip"]
    judge_number(document.name, len(known))
    if document.marks and not any(mapping.sense(mark.label) for mark in document.marks):
        labels = ", ".join(sorted({mark.label for mark in document.marks})[:_MOST_LABELS])
        raise UsageError(f"{document.name}: none of its labels ({labels}) is known: say with --map which layers they are")
    places, told = _places(document, known)
    items, lost = [], []
    for mark in known:
        sense = mapping.sense(mark.label)
        ranges = tuple(_ranges(document, paragraphs, mark, places[mark.id]))
        if sense and ranges:
            items.append(Item(mark, sense, ranges))
        else:
            lost.append(f"{mark.at}: {mark.label} covers no words")
    order = {paragraph.passage.id: n for n, paragraph in enumerate(paragraphs)}
    items.sort(key=lambda item: [(order[at.block], at.start, at.end) for at in item.ranges])
    links, unlinked = _links(document, mapping, {item.mark.id: item for item in items})
    told = [*told, *document.dropped, *_unmapped(document, mapping), *_unread(document, mapping, places), *lost, *unlinked]
    return Landed(paragraphs, tuple(items), links, tuple(told))


def _judge_ids(document: Standoff) -> None:
    """See to it that an id is one mark's alone: links and places are told by it."""
    seen: set[str] = set()
    for mark in document.marks:
        if mark.id in seen:
            message = f"{mark.at}: another annotation has the id {mark.id}, too: export again, or give each its own"
            raise UsageError(message)
        seen.add(mark.id)


def _places(document: Standoff, marks: list[Mark]) -> tuple[dict[str, list[Found]], list[str]]:
    """Where each stretch of each mark stands in the text, and the repairs."""
    pairs = [(mark, n) for mark in marks for n in range(len(mark.stretches))]
    sought = [Sought(*mark.stretches[n], mark.words[n] if mark.words else None) for mark, n in pairs]
    found = located(document.text, sought, document.unit)
    whole = diagnosis(found)
    which = f"all {len(found)} spans" if len(found) > 1 else "its only span"
    told = [f"{document.name}: {which}: {whole}"] if whole else []
    places: dict[str, list[Found]] = defaultdict(list)
    lost = [(mark, place) for (mark, _), place in zip(pairs, found, strict=True) if isinstance(place, Lost)]
    if lost:
        more = f" (and {len(lost) - 1} more)" if len(lost) > 1 else ""
        message = f"{lost[0][0].at}: {lost[0][1].why}{more}"
        raise UsageError(message)
    for (mark, n), place in zip(pairs, found, strict=True):
        if isinstance(place, Found):
            places[mark.id].append(place)
            if place.rung != EXACT and not whole:
                start, end = mark.stretches[n]
                told.append(f"{mark.at}: moved from {start}-{end} to {place.start}-{place.end}: {repair_of(place.rung)}")
    return places, told


def _ranges(document: Standoff, paragraphs: tuple[Paragraph, ...], mark: Mark, places: list[Found]) -> Iterator[Range]:
    """The ranges of a mark; stretches between which only white space stands are one, and no range leaves its block."""
    joined: list[Found] = []
    for place in sorted(places, key=lambda place: (place.start, place.end)):
        if joined and not document.text[joined[-1].end : place.start].strip():
            joined[-1] = replace(joined[-1], end=max(joined[-1].end, place.end))
        else:
            joined.append(place)
    for place in joined:
        for at in ranges_in(paragraphs, place.start, place.end):
            if at is None:
                words = shown(document.text[place.start : place.end])
                message = (
                    f'{mark.at}: "{words}" begins or ends inside what the standard writes as one character: mend it in the tool'
                )
                raise UsageError(message)
            yield at


def _unmapped(document: Standoff, mapping: Mapping) -> Iterator[str]:
    """The labels that the mapping leaves out."""
    for label, count in sorted(Counter(mark.label for mark in document.marks if not mapping.sense(mark.label)).items()):
        yield f"{document.name}: left out: {count} of the label {label}, which has no layer: give it one with --map"


def _unread(document: Standoff, mapping: Mapping, places: dict[str, list[Found]]) -> Iterator[str]:
    """The attributes that the mapping leaves out: by label and name the first in full, and the number of the others."""
    unread: dict[tuple[str, str], list[tuple[Mark, str]]] = defaultdict(list)
    for mark in document.marks:
        sense = mapping.sense(mark.label)
        for name, value in dict(mark.attributes).items() if sense and sense.layer != "skip" else ():
            if sense and name.casefold() not in sense.attributes:
                unread[mark.label, name].append((mark, value))
    for (label, name), found in sorted(unread.items()):
        mark, value = found[0]
        words = " ".join(document.text[place.start : place.end] for place in places[mark.id])
        more = f", and of {len(found) - 1} more" if len(found) > 1 else ""
        yield f'{mark.at}: left out: {name} "{shown(value)}" of {label} "{shown(words)}"{more}: no field has it; --map can name one'


def _fits(kind: str, start: str, end: str) -> bool:
    """Whether the standard has a place for a link of that kind between these layers; whatever is named can be a part of a quote."""
    starts, ends = _JOINED.get(kind, (("quote",), (end,)))
    return start in starts and end in ends


def _links(
    document: Standoff, mapping: Mapping, items: dict[str, Item]
) -> tuple[dict[tuple[str, str], tuple[str, ...]], list[str]]:
    """The links by kind and start. A part of a quote may be linked in either direction."""
    links: dict[tuple[str, str], tuple[str, ...]] = {}
    told: Counter[str] = Counter()
    skipped = {mark.id for mark in document.marks if (sense := mapping.sense(mark.label)) and sense.layer == "skip"}
    for link in document.links:
        kind = mapping.link(link.label)
        if kind == "skip" or link.start in skipped:
            continue
        if kind is None or not {link.start, link.end} <= items.keys():
            told[link.label] += 1
            continue
        is_turned = items[link.end].sense.layer == "quote" and items[link.start].sense.layer == kind
        start, end = (link.end, link.start) if is_turned else (link.start, link.end)
        if _fits(kind, items[start].sense.layer, items[end].sense.layer):
            links[kind, start] = (*links.get((kind, start), ()), end)
        else:
            told[link.label] += 1
    lines = [
        f"{document.name}: left out: {count} link{'s' * (count > 1)} of the label {label}" for label, count in sorted(told.items())
    ]
    return links, lines
