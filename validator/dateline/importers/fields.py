"""A draft as the data of its record: what each of its parts says in the fields of the standard."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from dateline.engine.anchoring import block_fields, text_fields
from dateline.importers.anchors import Anchor, anchored
from dateline.importers.draft import Draft, Named, Passage, Said, Timed
from dateline.model.text import Range, fingerprint, is_gapped

Fields = dict[str, Any]
Item = TypeVar("Item", Named, Timed, Said)

_SUGGESTED = {"suggested": True}


def data_of(draft: Draft) -> Fields:
    """The data of the record of an article."""
    return _Record(draft).data()


def writable(draft: Draft) -> Draft:
    """The draft without the items whose words no short anchor means."""
    return draft.keeping(_Record(draft).kept)


def given(fields: Mapping[str, Any]) -> Fields:
    """The fields that say something."""
    return {key: value for key, value in fields.items() if value not in (None, "", (), [], {})}


class _Record:
    """The layers of one draft, as far as their words can be written."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._spans: dict[tuple[str, str, int | None], str] = {}
        self.kept: dict[str, list[Named | Timed | Said]] = {layer: [] for layer in draft.layers}
        self._time_ids = {time.at: f"t{n}" for n, time in enumerate(draft.times, 1)}
        self._quote_ids = {said.content: f"q{n}" for n, said in enumerate(draft.quotes, 1)}
        self._mentions = self._written("mentions", draft.mentions, self._mention)
        self._times = self._written("times", draft.times, self._time)
        self._quotes = self._written("quotes", draft.quotes, self._quote)

    def data(self) -> Fields:
        """The fields of the record."""
        unnamed = {
            source.id: given({"role": source.role, "of": source.of, "number": source.number, "kind": source.kind})
            for source in self._draft.unnamed
        }
        layers = {"unnamed": unnamed, "mentions": self._mentions, "times": self._times, "quotes": self._quotes}
        return {**self._draft.head, "text": self._text(), **given(layers)}

    def _written(self, layer: str, items: Iterable[Item], write: Callable[[Item], Fields | None]) -> list[Fields]:
        written = []
        for item in items:
            if fields := write(item):
                written.append(given(fields))
                self.kept[layer].append(item)
        return written

    def _text(self) -> Fields:
        """The text: its words, or digests and counts of them, and the fingerprints of the long anchors of all layers."""
        passages = self._draft.passages
        if not self._draft.is_withheld:
            written = [_block(passage, {"text": passage.written or passage.words}) for passage in passages]
            return {"status": "inline", "blocks": written}
        blocks = [_block(passage, block_fields(passage.words)) for passage in passages]
        spans = [given({"in": block, "text": text, "nth": nth, "fp": fp}) for (block, text, nth), fp in self._spans.items()]
        whole = text_fields(passage.words for passage in passages)
        return {"status": "withheld", **whole, "blocks": blocks, **given({"spans": spans})}

    def _mention(self, named: Named) -> Fields | None:
        anchor = self._anchor(named.at, whole=True)
        actor = named.actors[0] if len(named.actors) == 1 else list(named.actors)
        fields = {"actor": actor, "place": named.place, "form": named.form, "as": named.post}
        return {"in": named.at.block, **_words(anchor), **fields, **_SUGGESTED} if anchor else None

    def _time(self, time: Timed) -> Fields | None:
        anchor = self._anchor(time.at, whole=True)
        spoken = (said for said in self._draft.quotes if said.type == "direct" and any(part.holds(time.at) for part in said.parts))
        quote = next((self._quote_ids[said.content] for said in spoken if time.is_deictic), None)
        fields = {"type": time.type, "value": time.value, "mod": time.mod, "anchor": quote, "end": time.end}
        return {"id": self._time_ids[time.at], "in": time.at.block, **_words(anchor), **fields, **_SUGGESTED} if anchor else None

    def _quote(self, said: Said) -> Fields | None:
        source, cue = (self._anchor(part, whole=True) for part in (said.source, said.cue))
        content = [_part(anchor) for part in said.parts if (anchor := self._anchor(part))]
        if not (source and cue and len(content) == len(said.parts)):
            return None
        outer = next((other for other in self._draft.quotes if other is not said and other.holds(said)), None)
        return {
            "id": self._quote_ids[said.content],
            "in": said.content.block,
            "within": self._quote_ids[outer.content] if outer else None,
            "type": said.type,
            "speaker": said.speaker,
            "for": said.principal,
            "to": said.addressee,
            "source": _part(source),
            "cue": _part(cue),
            "content": content if said.rest else content[0],
            "insertions": [_part(anchor) for part in said.insertions if (anchor := self._anchor(part))],
            "verbatim": [_part(anchor) for part in said.verbatim if (anchor := self._anchor(part))],
            "time": self._time_ids.get(said.time) if said.time else None,
            **_SUGGESTED,
        }

    def _anchor(self, at: Range, *, whole: bool = False) -> Anchor | None:
        words = self._draft.words_of(at.block)
        found = anchored(words, at, whole=whole)
        if found and is_gapped(found[0]):
            self._spans[at.block, *found] = fingerprint(words[at.start : at.end])
        return found


def _words(anchor: Anchor) -> Fields:
    return {"text": anchor[0], "nth": anchor[1]}


def _part(anchor: Anchor) -> str | Fields:
    return anchor[0] if anchor[1] is None else _words(anchor)


def _block(passage: Passage, fields: Mapping[str, str | int]) -> Fields:
    return {"id": passage.id, **fields, **given({"credit": passage.credit})}
