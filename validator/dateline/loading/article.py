"""From the document of an article to its record: its text, and every anchor resolved against it."""

from collections.abc import Iterator

from dateline.loading.fields import Dates, Map, items, ref, refs
from dateline.model.article import Annotation, Article, EventMention, Mention, Quote, Stance, Time, Unnamed, Words
from dateline.model.blocks import Block, CopyTrouble, KeptSpan, Text
from dateline.model.copy import Alignment, aligned
from dateline.model.edtf import Edtf, EdtfDate, day_value
from dateline.model.fault import ImpossibleDate
from dateline.model.place import Place
from dateline.model.placed import Dated, Ref
from dateline.model.text import JOINT, Range, digest, normalised, resolved
from dateline.model.timex import time_value


def article_of(data: Map, at: Place, dates: Dates, copy: str | None) -> Article:
    """The record of an article. ``copy`` is the reader's, of a withheld text."""
    text = text_of(data["text"], at / "text", copy)
    layers = _Layers(text, dates)
    published = dates.of(data, "published", at)
    return Article(
        at,
        data["id"],
        headline=data["headline"],
        language=data["language"],
        authors=tuple(data.get("authors", ())),
        published=published.value if published and isinstance(published.value, EdtfDate) else None,
        document_time=dates.of(data, "document_time", at) or _local_day(published),
        origin=data.get("origin", "published"),
        license=data["rights"]["license"],
        sources=tuple(data.get("sources", ())),
        annotation=_annotation(data["annotation"], at / "annotation", dates),
        text=text,
        corrects=ref(data, "corrects", at),
        unnamed=tuple(_unnamed(data.get("unnamed", {}), at / "unnamed")),
        mentions=tuple([layers.mention(*item) for item in items(data, "mentions", at)]),
        times=tuple([layers.time(*item) for item in items(data, "times", at)]),
        quotes=tuple([layers.quote(*item) for item in items(data, "quotes", at)]),
        events=tuple([layers.event_mention(*item) for item in items(data, "events", at)]),
        url=data.get("url"),
        publisher=data["publisher"]["name"],
        agency=data.get("agency"),
        genre=data.get("genre"),
    )


def _unnamed(data: Map, at: Place) -> Iterator[Unnamed]:
    for name, source in data.items():
        yield Unnamed(at / name, name, source["role"], ref(source, "of", at / name))


def text_of(data: Map, at: Place, copy: str | None) -> Text:
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


def _block(data: Map, at: Place, copied: str | None) -> Block:
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
        depicts=refs(data, "depicts", at),
    )


def _local_day(published: Dated | None) -> Dated | None:
    if published is None:
        return None
    value: Edtf = published.value
    return Dated(day_value(value.first) if isinstance(value, EdtfDate) and value.moment else value, published.at)


def _annotation(data: Map, at: Place, dates: Dates) -> Annotation:
    written = dates.of(data, "date", at)
    return Annotation(
        at,
        refs(data, "by", at),
        refs(data, "reviewed_by", at),
        written.value if written and isinstance(written.value, EdtfDate) else None,
        data["license"],
        tuple(data.get("complete", ())),
    )


def _stances(data: Map, at: Place) -> tuple[Stance, ...]:
    return tuple(Stance(at / event, Ref(event, (at / event).key), stance) for event, stance in data.items())


class _Layers:
    """The annotations of an article, with the words of its blocks at hand."""

    def __init__(self, text: Text, dates: Dates) -> None:
        self._faults = dates.faults
        # of two with one id the first counts, as it does for everybody who asks for a block
        self._known = {block.id: block.words or "" for block in reversed(text.blocks) if block.is_as_annotated}

    def mention(self, data: Map, at: Place) -> Mention:
        return Mention(
            at,
            self._words(data, at, data["in"]),
            actors=refs(data, "actor", at),
            place=data.get("place"),
            form=data.get("form"),
            post=ref(data, "as", at),
            tenure=data.get("tenure", "current"),
            suggested=data.get("suggested", False),
        )

    def time(self, data: Map, at: Place) -> Time:
        try:
            value = time_value(data["value"])
        except ValueError as error:
            self._faults.append(ImpossibleDate(at / "value", data["value"], str(error)))
            value = None
        return Time(
            at,
            data["id"],
            self._words(data, at, data["in"]),
            data["type"],
            data["value"],
            value,
            mod=data.get("mod"),
            anchor=ref(data, "anchor", at),
            begin=ref(data, "begin", at),
            end=ref(data, "end", at),
            suggested=data.get("suggested", False),
        )

    def quote(self, data: Map, at: Place) -> Quote:
        is_one = not isinstance(data["content"], list)
        return Quote(
            at,
            data["id"],
            Ref(data["in"], at / "in"),
            data["type"],
            refs(data, "speaker", at),
            (self._words(data["content"], at / "content", data["in"], part=True),) if is_one else self._parts(data, "content", at),
            source=self._part(data, "source", at),
            cue=self._part(data, "cue", at),
            insertions=self._parts(data, "insertions", at),
            verbatim=self._parts(data, "verbatim", at),
            post=ref(data, "as", at),
            principals=refs(data, "for", at),
            addressees=refs(data, "to", at),
            within=ref(data, "within", at),
            time=ref(data, "time", at),
            setting=ref(data, "setting", at),
            act=ref(data, "act", at),
            about=_stances(data["about"], at / "about") if "about" in data else (),
            suggested=data.get("suggested", False),
        )

    def event_mention(self, data: Map, at: Place) -> EventMention:
        return EventMention(
            at,
            self._words(data, at, data["in"]),
            events=refs(data, "event", at),
            type=data.get("type"),
            status=data.get("status", "occurred"),
            status_at=at / "status" if "status" in data else None,
            time=ref(data, "time", at),
            via=refs(data, "via", at),
        )

    def _part(self, data: Map, field: str, at: Place) -> Words | None:
        return self._words(data[field], at / field, data["in"], part=True) if field in data else None

    def _parts(self, data: Map, field: str, at: Place) -> tuple[Words, ...]:
        if field not in data:
            return ()
        return tuple([self._words(part, at.below(field, n), data["in"], part=True) for n, part in enumerate(data[field])])

    def _words(self, data: Map | str, at: Place, block: str, *, part: bool = False) -> Words:
        """An anchor; a part of a quote stands in the quote's block unless it names its own."""
        if isinstance(data, str):
            text, nth = data, None
        else:
            at, text, nth = at / "text", data["text"], data.get("nth")
            block, part = data.get("in", block), part and "in" not in data
        known = self._known.get(block)
        found = None if known is None else resolved(block, known, text, nth)
        if isinstance(found, Range):
            return Words(at, block, text, nth, found, inherits=part)
        return Words(at, block, text, nth, None, found, inherits=part)
