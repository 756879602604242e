"""From a document of the right shape to its record. Dates that no calendar has become faults, and the field is absent."""

from collections.abc import Iterator, Mapping
from typing import Any, cast

from dateline.loading.document import Document
from dateline.model.copy import Alignment, aligned
from dateline.model.edtf import Edtf, EdtfDate, ImpossibleDateError, parse
from dateline.model.fault import ImpossibleDate
from dateline.model.place import Place
from dateline.model.records import (
    Actor,
    Annotation,
    Article,
    Block,
    CopyTrouble,
    Dated,
    Event,
    EventMention,
    KeptSpan,
    Manifest,
    Mention,
    Participation,
    Post,
    Quote,
    Record,
    Ref,
    Stance,
    Text,
    Time,
    Unnamed,
    Words,
)
from dateline.model.text import JOINT, digest, fingerprint, normalised, resolved
from dateline.model.timex import time_value

_Map = Mapping[str, Any]


def build(document: Document, kind: str, copy: str | None = None) -> tuple[Record, list[ImpossibleDate]]:
    """Give the record of a document that its schema accepts. ``copy`` is the reader's, of a withheld text."""
    builder = _Builder(Place(document.path), copy)
    data = cast("_Map", document.data)
    match kind:
        case "article":
            return builder.article(data), builder.faults
        case "actor":
            return builder.actor(data), builder.faults
        case "event":
            return builder.event(data), builder.faults
        case _:
            return builder.manifest(data), builder.faults


def text_of(data: _Map, at: Place, copy: str | None) -> Text:
    """The text of an article, with the words of every block that is at hand."""
    written = [(block["id"], block.get("fp")) for block in data["blocks"]]
    withheld = data["status"] == "withheld"
    found = aligned(copy, written) if withheld and copy is not None else Alignment()
    blocks = tuple(_block(block, at / "blocks" / n, found.texts.get(block["id"])) for n, block in enumerate(data["blocks"]))
    words = [block.words for block in blocks if block.words is not None]
    return Text(
        at,
        data["status"],
        blocks,
        digest=data.get("digest"),
        chars=data.get("chars"),
        spans=tuple(
            KeptSpan(at / "spans" / n, span["in"], span["text"], span.get("nth"), span["fp"])
            for n, span in enumerate(data.get("spans", ()))
        ),
        canonical_digest=digest(JOINT.join(words)) if len(words) == len(blocks) else None,
        copy_troubles=tuple(CopyTrouble(trouble.blocks, trouble.lines) for trouble in found.troubles),
    )


def _block(data: _Map, at: Place, copied: str | None) -> Block:
    raw = data.get("text")
    return Block(
        at,
        data["id"],
        words=copied if raw is None else normalised(raw),
        raw=raw,
        fp=data.get("fp"),
        chars=data.get("chars"),
        word_count=data.get("words"),
        credit=data.get("credit"),
        depicts=_refs(data, "depicts", at),
    )


def _refs(data: _Map, field: str, at: Place) -> tuple[Ref, ...]:
    """The ids of a field that holds one or a list of them."""
    value = data.get(field)
    if value is None:
        return ()
    if isinstance(value, list):
        return tuple(Ref(name, at / field / n) for n, name in enumerate(value))
    return (Ref(value, at / field),)


def _ref(data: _Map, field: str, at: Place) -> Ref | None:
    return next(iter(_refs(data, field, at)), None)


class _Builder:
    """One record in the making: where it stands, the words of its blocks, and the dates that no calendar has."""

    def __init__(self, at: Place, copy: str | None) -> None:
        self.at = at
        self.faults: list[ImpossibleDate] = []
        self._copy = copy
        self._known: dict[str, str] = {}

    def article(self, data: _Map) -> Article:
        at = self.at
        text = text_of(data["text"], at / "text", self._copy)
        # words of a block whose copy is not the one that was annotated prove nothing
        self._known = {
            block.id: block.words
            for block in text.blocks
            if block.words is not None and block.fp in (None, fingerprint(block.words))
        }
        published = self._date(data, "published", at)
        return Article(
            at,
            data["id"],
            headline=data["headline"],
            language=data["language"],
            authors=tuple(data.get("authors", ())),
            published=published.value if published and isinstance(published.value, EdtfDate) else None,
            document_time=self._date(data, "document_time", at) or self._local_day(published),
            origin=data.get("origin", "published"),
            license=data["rights"]["license"],
            sources=tuple(data.get("sources", ())),
            annotation=self._annotation(data["annotation"], at / "annotation"),
            text=text,
            corrects=_ref(data, "corrects", at),
            unnamed=tuple(
                Unnamed(at / "unnamed" / name, name, source["role"], _ref(source, "of", at / "unnamed" / name))
                for name, source in data.get("unnamed", {}).items()
            ),
            mentions=tuple(self._mention(*item) for item in self._items(data, "mentions")),
            times=tuple(self._time(*item) for item in self._items(data, "times")),
            quotes=tuple(self._quote(*item) for item in self._items(data, "quotes")),
            events=tuple(self._event_mention(*item) for item in self._items(data, "events")),
        )

    def actor(self, data: _Map) -> Actor:
        at, person = self.at, data["kind"] == "person"
        return Actor(
            at,
            data["id"],
            data["kind"],
            data["name"],
            surname=data.get("surname"),
            aliases=tuple(data.get("aliases", ())),
            short_names=tuple(data.get("short_names", ())),
            metonyms=tuple(data.get("metonyms", ())),
            country=data.get("country"),
            different_from=_refs(data, "different_from", at),
            part_of=_ref(data, "part_of", at),
            start=self._date(data, "born" if person else "start", at),
            end=self._date(data, "died" if person else "end", at),
            posts=tuple(self._post(*item) for item in self._items(data, "posts")),
        )

    def event(self, data: _Map) -> Event:
        at, series = self.at, data.get("series", {})
        roles = data.get("participants", {})
        return Event(
            at,
            data["id"],
            data["label"],
            data["type"],
            data["status"],
            modes=tuple(data.get("mode", ())),
            date=self._date(data, "date", at),
            country=data.get("place", {}).get("country"),
            participants=tuple(
                Participation(at / "participants" / role, role, _refs(roles, role, at / "participants")) for role in roles
            ),
            part_of=_ref(data, "part_of", at),
            series=series.get("id"),
            number=series.get("number"),
            resumes=_ref(data, "resumes", at),
            responds_to=_refs(data, "responds_to", at),
            caused_by=_refs(data, "caused_by", at),
            order=tuple(
                (relation, ref) for relation in data.get("order", {}) for ref in _refs(data["order"], relation, at / "order")
            ),
            generic=data.get("generic", False),
        )

    def manifest(self, data: _Map) -> Manifest:
        at = self.at
        waivers = self._items(data, "waivers")
        for waiver, place in waivers:
            self._date(waiver, "until", place)
        return Manifest(
            at,
            data["title"],
            data["version"],
            data["license"],
            as_of=self._date(data, "as_of", at),
            annotators=tuple(data["annotators"]),
            renames=tuple(data.get("renames", {}).items()),
            select=tuple(data.get("select", ())),
            ignore=tuple(data.get("ignore", ())),
            severity=tuple(data.get("severity", {}).items()),
            rule_names=(
                *_refs(data, "select", at),
                *_refs(data, "ignore", at),
                *(Ref(name, (at / "severity" / name).key) for name in data.get("severity", {})),
                *(Ref(waiver["rule"], place / "rule") for waiver, place in waivers),
            ),
        )

    def _items(self, data: _Map, field: str) -> list[tuple[_Map, Place]]:
        return [(item, self.at / field / n) for n, item in enumerate(data.get(field) or ())]

    def _date(self, data: _Map, field: str, at: Place) -> Dated | None:
        return self._dated(data.get(field), at / field)

    def _dated(self, written: str | None, at: Place) -> Dated | None:
        if written is None or written == "..":
            return None
        try:
            return Dated(parse(written), at)
        except ImpossibleDateError as error:
            self.faults.append(ImpossibleDate(at, written, str(error)))
        except ValueError as error:
            # the schema's pattern allows it and the reader of dates does not
            self.faults.append(ImpossibleDate(at, written, str(error)))
        return None

    def _local_day(self, published: Dated | None) -> Dated | None:
        if published is None:
            return None
        value: Edtf = published.value
        return Dated(parse(value.first.isoformat()) if isinstance(value, EdtfDate) and value.moment else value, published.at)

    def _words(self, data: _Map | str, at: Place, block: str) -> Words:
        """An anchor; one that is plain text stands in the block of its quote."""
        if isinstance(data, str):
            block_at, text, nth = block, data, None
        else:
            block_at, text, nth = data.get("in", block), data["text"], data.get("nth")
            at /= "text"
        known = self._known.get(block_at)
        return Words(at, block_at, text, nth, None if known is None else resolved(block_at, known, text, nth))

    def _annotation(self, data: _Map, at: Place) -> Annotation:
        written = self._date(data, "date", at)
        return Annotation(
            at,
            _refs(data, "by", at),
            _refs(data, "reviewed_by", at),
            written.value if written and isinstance(written.value, EdtfDate) else None,
            data["license"],
            tuple(data.get("complete", ())),
        )

    def _mention(self, data: _Map, at: Place) -> Mention:
        return Mention(
            at,
            self._words(data, at, data["in"]),
            actors=_refs(data, "actor", at),
            place=data.get("place"),
            form=data.get("form"),
            post=_ref(data, "as", at),
            tenure=data.get("tenure", "current"),
        )

    def _time(self, data: _Map, at: Place) -> Time:
        try:
            value = time_value(data["value"])
        except ValueError as error:
            self.faults.append(ImpossibleDate(at / "value", data["value"], str(error)))
            value = None
        return Time(
            at,
            data["id"],
            self._words(data, at, data["in"]),
            data["type"],
            data["value"],
            value,
            mod=data.get("mod"),
            anchor=_ref(data, "anchor", at),
            begin=_ref(data, "begin", at),
            end=_ref(data, "end", at),
        )

    def _quote(self, data: _Map, at: Place) -> Quote:
        block = data["in"]
        content = data["content"] if isinstance(data["content"], list) else None
        return Quote(
            at,
            data["id"],
            Ref(block, at / "in"),
            data["type"],
            _refs(data, "speaker", at),
            tuple(self._parts(data, "content", at)) if content else (self._words(data["content"], at / "content", block),),
            source=self._part(data, "source", at),
            cue=self._part(data, "cue", at),
            insertions=tuple(self._parts(data, "insertions", at)),
            verbatim=tuple(self._parts(data, "verbatim", at)),
            post=_ref(data, "as", at),
            principals=_refs(data, "for", at),
            addressees=_refs(data, "to", at),
            within=_ref(data, "within", at),
            time=_ref(data, "time", at),
            setting=_ref(data, "setting", at),
            act=_ref(data, "act", at),
            about=tuple(
                Stance(at / "about" / event, Ref(event, (at / "about" / event).key), stance)
                for event, stance in data.get("about", {}).items()
            ),
        )

    def _part(self, data: _Map, field: str, at: Place) -> Words | None:
        return self._words(data[field], at / field, data["in"]) if field in data else None

    def _parts(self, data: _Map, field: str, at: Place) -> Iterator[Words]:
        for n, part in enumerate(data.get(field, ())):
            yield self._words(part, at / field / n, data["in"])

    def _event_mention(self, data: _Map, at: Place) -> EventMention:
        return EventMention(
            at,
            self._words(data, at, data["in"]),
            events=_refs(data, "event", at),
            type=data.get("type"),
            status=data.get("status", "occurred"),
            status_at=at / "status" if "status" in data else None,
            time=_ref(data, "time", at),
            via=_refs(data, "via", at),
        )

    def _post(self, data: _Map, at: Place) -> Post:
        return Post(
            at,
            data["id"],
            data["title"],
            Ref(data["of"], at / "of"),
            exclusive=data.get("exclusive", False),
            start=self._date(data, "start", at),
            end=self._date(data, "end", at),
            open_end=data.get("end") == "..",
            attested=tuple(
                dated for n, day in enumerate(data.get("attested", ())) if (dated := self._dated(day, at / "attested" / n))
            ),
        )
