"""The items of a text as the layers of an article: mentions, times, quotes with their parts, events."""

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from dateline.engine.anchoring import block_fields, text_fields
from dateline.engine.settings import UsageError
from dateline.importers.anchors import Anchor, anchored, meaning
from dateline.importers.fields import given
from dateline.importers.known import Known
from dateline.importers.landing import Item, Landed
from dateline.importers.terms import id_from, is_id, term, terms_of, time_value
from dateline.model.marks import stands_in_marks
from dateline.model.text import GAP, Range, fingerprint, is_gapped, words_in
from dateline.rules.anchors import too_many_words_shown

Fields = dict[str, Any]
Part = TypeVar("Part", str, str | Fields)  # of a quote, as it is written
_MOST_SHOWN = 60  # characters
_PARTS = ("source", "cue", "insertion", "verbatim")
_TWO = 2  # stretches that a head and a tail can show


class Layers:
    """The layers of one article, and what is told of those that cannot be written."""

    def __init__(self, landed: Landed, known: Known, *, is_withheld: bool) -> None:
        self._landed = landed
        self._known = known
        self._is_withheld = is_withheld
        self._items = {item.mark.id: item for item in landed.items}
        self._blocks = {paragraph.passage.id: paragraph.passage.words for paragraph in landed.paragraphs}
        self._spans: dict[tuple[str, str, int | None], str] = {}
        self._unnamed: dict[str, Fields] = {}
        self._origins: dict[tuple[str | int, ...], str] = {}
        self.told: list[str] = []
        # links lead only to what will be written
        times = [item for item in self._of("time") if self._value_of(item) and self._found(item, item.ranges, whole=True)]
        quotes = [item for item in self._of("quote") if all(self._found(item, (at,), whole=False) for at in item.ranges)]
        self._times = {item.mark.id: f"t{n}" for n, item in enumerate(times, 1)}
        self._quotes = {item.mark.id: f"q{n}" for n, item in enumerate(quotes, 1)}

    def data(self) -> Fields:
        """The fields of the record behind its head."""
        written = {"mention": self._mention, "time": self._time, "quote": self._quote, "event": self._event}
        layers: Fields = {}
        for layer, write in written.items():
            found = [(item.mark.at, fields) for item in self._of(layer) if (fields := write(item))]
            self._origins |= {(f"{layer}s", n): at for n, (at, _) in enumerate(found)}
            layers[f"{layer}s"] = [fields for _, fields in found]
        self._tell_parts()
        self.told = list(dict.fromkeys(self.told))
        return {"text": self._text(), **given({"unnamed": self._unnamed, **layers})}

    def origin(self, steps: tuple[str | int, ...]) -> str | None:
        """Where the tool's file has what became an item of the record, by its layer and number."""
        return self._origins.get(steps[:2])

    def _of(self, layer: str) -> list[Item]:
        return [item for item in self._landed.items if item.sense.layer == layer]

    def _text(self) -> Fields:
        if not self._is_withheld:
            return {"status": "inline", "blocks": [{"id": name, "text": words} for name, words in self._blocks.items()]}
        blocks = [{"id": name, **block_fields(words)} for name, words in self._blocks.items()]
        spans = [given({"in": block, "text": text, "nth": nth, "fp": fp}) for (block, text, nth), fp in self._spans.items()]
        return {"status": "withheld", **text_fields(self._blocks.values()), "blocks": blocks, **given({"spans": spans})}

    def _said(self, item: Item, field: str) -> str | None:
        value = self._only(item, field, list(dict.fromkeys(item.sense.values(item.mark, field))))
        return term(item.mark, field, value, terms_of(item.sense.layer, field), item.sense.attribute(field)) if value else None

    def _only(self, item: Item, field: str, found: Sequence[Part]) -> Part | None:
        """The first of what is found, where the standard has one; the others are told."""
        for more in found[1:]:
            words = more if isinstance(more, str) else more["text"]
            self._leave(item, f'{field} "{words[:_MOST_SHOWN]}": the standard has one {field} of {item.mark.label}')
        return found[0] if found else None

    def _leave(self, item: Item, what: str) -> None:
        self.told.append(f"{item.mark.at}: left out: {what}")

    def _listed(self, item: Item, field: str) -> Any:  # noqa: ANN401 - one, several, or none
        values = [part for value in item.sense.values(item.mark, field) for part in value.split(",") if part]
        ids = [value if is_id(value) else id_from(value, item.mark) for value in dict.fromkeys(values)]
        for value, name in zip(dict.fromkeys(values), ids, strict=True):
            if value != name:
                self.told.append(f'{item.mark.at}: {field} "{value[:_MOST_SHOWN]}" is no id of a record: written as {name}')
        self._note_unnamed(item, ids)
        return ids[0] if len(ids) == 1 else ids

    def _note_unnamed(self, item: Item, ids: list[str]) -> None:
        for name in ids:
            if name.startswith("_"):
                words = self._words(item)
                role = "source that the text describes" if self._shows_too_much(words) else words
                self._unnamed.setdefault(name, {"role": role, "number": "unknown"})

    def _words(self, item: Item) -> str:
        return " ".join(self._landed.words(at) for at in item.ranges)

    def _mention(self, item: Item) -> Fields | None:
        place, actor = self._said(item, "place"), self._listed(item, "actor")
        if place is None and "place" in dict(item.sense.fields) and "actor" not in dict(item.sense.fields):
            place = self._words(item)
        suggested = None
        if not actor and place is None:
            actor, suggested = self._actor_named(item), True
        fields = {"actor": actor, "place": place, "form": self._said(item, "form"), "as": self._said(item, "as")}
        fields |= {"tenure": self._said(item, "tenure"), "suggested": suggested or self._is_suggested(item)}
        return self._placed(item, fields)

    def _is_suggested(self, item: Item) -> bool | None:
        return True if item.mark.value("Suggested") not in (None, "false") else None

    def _actor_named(self, item: Item) -> str:
        """Whom the words name, if the corpus knows exactly one such actor; else an id that no record has, which the rules tell."""
        words = self._words(item)
        found = {name.actor.id for name in self._known.starting(words, 0) if len(name.words) == len(words)}
        if len(found) == 1:
            return found.pop()
        return id_from(words, item.mark)

    def _value_of(self, item: Item) -> str | None:
        return time_value(next(iter(item.sense.values(item.mark, "value")), ""))

    def _time(self, item: Item) -> Fields | None:
        value = self._value_of(item)
        if value is None:
            written = ", ".join(item.sense.values(item.mark, "value"))[:_MOST_SHOWN]
            missing = f"it has no {item.sense.attribute('value') or 'attribute for it, until --map names one'}"
            why = f"whose value the standard cannot hold: {written}" if written else f"of which no value is given: {missing}"
            self._leave(item, f"a time {why}")
        if item.mark.id not in self._times:
            return None
        fields: Fields = {"type": self._said(item, "type") or "date", "value": value, "mod": self._said(item, "mod")}
        for field in ("anchor", "begin", "end"):
            linked = self._only(item, field, self._linked(field, item, self._times | self._quotes))
            fields[field] = linked or self._said(item, field)
        placed = self._placed(item, {**fields, "suggested": self._is_suggested(item)})
        return {"id": self._times[item.mark.id], **placed} if placed else None

    def _linked(self, kind: str, item: Item, ids: dict[str, str]) -> list[str]:
        ends = self._landed.links.get((kind, item.mark.id), ())
        for end in ends:
            if end not in ids:
                self._leave(item, f'{kind} "{self._words(self._items[end])[:_MOST_SHOWN]}", which is left out itself')
        return [ids[end] for end in dict.fromkeys(ends) if end in ids]

    def _parts(self, kind: str, item: Item) -> list[Item]:
        return [self._items[end] for end in self._landed.links.get((kind, item.mark.id), ())]

    def _quote(self, item: Item) -> Fields | None:
        if item.mark.id not in self._quotes:
            return None
        block = item.ranges[0].block
        content = [(self._anchor_of(item, (at,), whole=False), at.block) for at in item.ranges]
        written = [_written(anchor, name, block) for anchor, name in content if anchor]
        parts = {kind: [part for one in self._parts(kind, item) for part in self._pieces(one, block)] for kind in _PARTS}
        spoken = self._spoken(item)
        if spoken["type"] == "mixed" and not parts["verbatim"]:
            message = f"{item.mark.at}: a mixed quote has literal words: link them to it as Verbatim, or call it direct or indirect"
            raise UsageError(message)
        return given(
            {
                "id": self._quotes[item.mark.id],
                "in": block,
                "within": self._only(item, "within", self._linked("within", item, self._quotes)),
                **spoken,
                "content": written[0] if len(written) == 1 else written,
                **{kind: self._only(item, kind, parts[kind]) for kind in ("source", "cue")},
                "insertions": parts["insertion"],
                "verbatim": parts["verbatim"],
                "time": self._only(item, "time", self._linked("time", item, self._times)),
            }
        )

    def _spoken(self, item: Item) -> Fields:
        """Who says a quote to whom, and what it is."""
        speaker = self._listed(item, "speaker")
        return {
            "type": self._said(item, "type") or self._type_of(item),
            "speaker": speaker or self._speaker_of(item),
            **{field: self._said(item, field) for field in ("as", "setting", "act", "gist")},
            **{field: self._listed(item, field) for field in ("for", "to")},
            "about": self._about(item),
            "suggested": self._is_suggested(item) if speaker else True,
        }

    def _about(self, item: Item) -> dict[str, str]:
        about: dict[str, str] = {}
        for value in (value for said in item.sense.values(item.mark, "about") for value in said.split(",")):
            event, _, stance = value.partition(":")
            if stance and about.setdefault(event, stance) == stance:
                continue
            self._leave(item, f'about "{value[:_MOST_SHOWN]}": one stance of each event is written, as in talks-2019:denies')
        return about

    def _type_of(self, item: Item) -> str:
        if self._parts("verbatim", item):
            return "mixed"
        return "direct" if all(stands_in_marks(self._blocks[at.block], at) for at in item.ranges) else "indirect"

    def _speaker_of(self, item: Item) -> Any:  # noqa: ANN401 - one or several
        """Who is named by the source, or in it; without one, a source without a name."""
        for source in self._parts("source", item):
            inside = (one for one in self._of("mention") if any(source.ranges[0].holds(at) for at in one.ranges))
            named = next(inside, None)
            return (self._listed(named, "actor") or self._actor_named(named)) if named else self._actor_named(source)
        # nobody knows whether two of them are one
        name = f"_unknown-{self._quotes[item.mark.id]}"
        self._unnamed[name] = {"role": "source that the text does not tell", "number": "unknown"}
        return name

    def _pieces(self, part: Item, block: str) -> Iterator[str | Fields]:
        """A part of a quote; a gap in literal words would mean words that are not shown, so that their pieces are parts."""
        is_name = part.sense.layer in ("source", "cue")
        pieces = [part.ranges] if is_name else [(at,) for at in part.ranges]
        if len(pieces) > 1:
            self.told.append(f"{part.mark.at}: {part.mark.label} has {len(pieces)} pieces: each is written as one of its own")
        for ranges in pieces:
            if anchor := self._anchor_of(part, ranges, whole=is_name):
                yield _written(anchor, ranges[0].block, block)

    def _event(self, item: Item) -> Fields | None:
        event = self._listed(item, "event")
        said = self._said(item, "type")
        if event and said:
            self._leave(item, f'type "{said}": the record of the event says it')
        status = self._said(item, "status")
        return self._placed(
            item,
            {
                "event": event,
                "type": None if event else said or "other",
                "status": None if status == "occurred" else status,
                "time": self._only(item, "time", self._linked("time", item, self._times)),
                "via": self._linked("via", item, self._quotes),
            },
        )

    def _placed(self, item: Item, fields: Fields) -> Fields | None:
        anchor = self._anchor_of(item, item.ranges, whole=True)
        if anchor is None:
            return None
        return given({"in": item.ranges[0].block, "text": anchor[0], "nth": anchor[1], **fields})

    def _anchor_of(self, item: Item, ranges: tuple[Range, ...], *, whole: bool) -> Anchor | None:
        """The anchor of ranges; of one that does not show all words, the fingerprint is kept."""
        found = self._found(item, ranges, whole=whole)
        if found and is_gapped(found[0]):
            first, last = ranges[0], ranges[-1]
            self._spans[first.block, *found] = fingerprint(self._blocks[first.block][first.start : last.end])
        return found

    def _found(self, item: Item, ranges: tuple[Range, ...], *, whole: bool) -> Anchor | None:
        """The anchor of one range, or of two with a gap between them; what it cannot say is told."""
        first, last = ranges[0], ranges[-1]
        text = self._blocks[first.block]
        at = Range(first.block, first.start, last.end)
        found, why = None, "its words cannot be told from others of the paragraph, or begin or end inside a word"
        if whole and self._shows_too_much(self._words(item)):
            why = f"it would show more than {too_many_words_shown.MOST} words of a withheld text"
        elif whole and any(GAP.strip() in self._landed.words(one) for one in ranges):
            why = f'"{GAP.strip()}" in them would mean a gap'
        elif len(ranges) == 1:
            found = anchored(text, at, whole=whole) or (None if self._is_withheld else anchored(text, at, whole=True))
        elif first.block != last.block:
            why = "it stands in two paragraphs"
        elif len(ranges) == _TWO:
            found = meaning(text, at, GAP.join(self._landed.words(one) for one in ranges))
        else:
            why = "it has more than two pieces"
        if found is None:
            self._leave(item, f'{item.mark.label} "{self._words(item)[:_MOST_SHOWN]}": {why}')
        return found

    def _shows_too_much(self, words: str) -> bool:
        return self._is_withheld and words_in(words) > too_many_words_shown.MOST

    def _tell_parts(self) -> None:
        """Tell of the parts of quotes that belong to none."""
        linked = {end for (kind, _), ends in self._landed.links.items() if kind in _PARTS for end in ends}
        self.told += [self._alone(item) for item in self._loose(linked)]

    def _loose(self, linked: set[str]) -> Iterator[Item]:
        return (item for item in self._landed.items if item.sense.layer in _PARTS and item.mark.id not in linked)

    def _alone(self, item: Item) -> str:
        return f"{item.mark.at}: left out: {item.mark.label} that no link joins to a quote"


def _written(anchor: Anchor, block: str, of: str) -> str | Fields:
    words, nth = anchor
    fields = given({"in": block if block != of else None, "text": words, "nth": nth})
    return words if len(fields) == 1 else fields
