"""Writes a draft as a file of the corpus: one item a line, in the order and the quoting that its files have."""

import textwrap
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from dateline.engine.anchoring import block_fields, span_line, text_fields
from dateline.importers.anchors import Anchor, anchored
from dateline.importers.draft import Draft, Named, Nameless, Passage, Said, Timed
from dateline.loading.edits import scalar
from dateline.model.text import Range, fingerprint, is_gapped

Fields = dict[str, Any]
Item = TypeVar("Item", Named, Timed, Said)

_WIDTH = 100
_SUGGESTED = {"suggested": True}


def article(draft: Draft) -> str:
    """The file of an article."""
    writer = _Writer(draft)
    sections = [_head(draft.head), writer.text(), writer.unnamed(), writer.mentions(), writer.times(), writer.quotes()]
    return "\n".join(f"{section}\n" for section in sections if section)


def record(head: dict[str, Any]) -> str:
    """The file of an actor or event: one field a line."""
    return f"{_head(head)}\n"


class Raw(str):
    """What stands in the file as it is."""

    __slots__ = ()


def writable(draft: Draft) -> Draft:
    """The draft without the items whose words no short anchor means."""
    writer = _Writer(draft)
    return draft.keeping(writer.kept)


def flow(value: Any) -> str:  # noqa: ANN401 - data of any shape
    """A value as it stands within a line."""
    if isinstance(value, Raw):
        return value
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(inner)}" for key, inner in value.items() if inner not in (None, (), [])) + "}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(flow, value))}]"
    if isinstance(value, bool):
        return str(value).lower()
    return scalar(value)


def _head(head: dict[str, Any]) -> str:
    return "\n".join(f"{key}: {flow(value)}" for key, value in head.items() if value not in (None, "", (), []))


class _Writer:
    """Writes the layers of one draft."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._spans: dict[tuple[str, str, int | None], str] = {}
        # what has no anchor that is short enough is left out; the layers come before the text, which keeps their fingerprints
        self.kept: dict[str, list[Named | Timed | Said]] = {"mentions": [], "times": [], "quotes": []}
        self._time_ids = {time.at: f"t{n}" for n, time in enumerate(draft.times)}
        self._quote_ids = {said.content: f"q{n}" for n, said in enumerate(draft.quotes, 1)}
        self._mentions = self._written("mentions", draft.mentions, self._mention)
        self._times = self._written("times", draft.times, self._time)
        self._quotes = self._written("quotes", draft.quotes, self._quote)

    def _written(self, layer: str, items: Iterable[Item], write: Callable[[Item], Fields | None]) -> list[Fields]:
        written = []
        for item in items:
            if fields := write(item):
                written.append(fields)
                self.kept[layer].append(item)
        return written

    def mentions(self) -> str:
        """The mentions."""
        return _items("mentions", self._mentions)

    def times(self) -> str:
        """The times."""
        return _items("times", self._times)

    def quotes(self) -> str:
        """The quotes, a field a line."""
        blocks = []
        for item in self._quotes:
            lines = [f"{key}: {flow(value)}" for key, value in item.items() if value not in (None, [])]
            blocks.append("  - " + "\n    ".join(lines))
        return "\n".join(["quotes:", *blocks]) if blocks else ""

    def unnamed(self) -> str:
        """The sources without a name."""
        return (
            "\n".join(["unnamed:", *(f"  {source.id}: {flow(_unnamed(source))}" for source in self._draft.unnamed)])
            if self._draft.unnamed
            else ""
        )

    def text(self) -> str:
        """The text: its words, or digests and counts of them."""
        passages = self._draft.passages
        if not self._draft.is_withheld:
            return "\n".join(["text:", "  status: inline", "  blocks:", *(f"    - {_inline(passage)}" for passage in passages)])
        lines = [f"  {key}: {value}" for key, value in text_fields([passage.words for passage in passages]).items()]
        blocks = [flow({"id": passage.id, **block_fields(passage.words), "credit": passage.credit}) for passage in passages]
        written = ["text:", "  status: withheld", *lines, "  blocks:", *(f"    - {block}" for block in blocks)]
        spans = [f"    - {span_line(*key, fp)}" for key, fp in self._spans.items()]
        return "\n".join([*written, *(["  spans:", *spans] if spans else [])])

    def _mention(self, named: Named) -> Fields | None:
        anchor = self._anchor(named.at, whole=True)
        actor = named.actors[0] if len(named.actors) == 1 else list(named.actors)
        fields = {"actor": actor, "place": named.place, "form": named.form, "as": named.post}
        return {"in": named.at.block, **_words(anchor), **fields, **_SUGGESTED} if anchor else None

    def _time(self, time: Timed) -> Fields | None:
        anchor = self._anchor(time.at, whole=True)
        spoken = (said for said in self._draft.quotes if said.type == "direct" and said.content.holds(time.at))
        quote = next((self._quote_ids[said.content] for said in spoken if time.is_deictic), None)
        fields = {"type": time.type, "value": time.value, "mod": time.mod, "anchor": quote, "end": time.end}
        return {"id": self._time_ids[time.at], "in": time.at.block, **_words(anchor), **fields, **_SUGGESTED} if anchor else None

    def _quote(self, said: Said) -> Fields | None:
        parts = [self._anchor(part, whole=True) for part in (said.source, said.cue)]
        content = self._anchor(said.content)
        if content is None or None in parts:
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
            "source": _part(parts[0]),
            "cue": _part(parts[1]),
            "content": _part(content),
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


def _words(anchor: Anchor | None) -> dict[str, Any]:
    return {"text": anchor[0], "nth": anchor[1]} if anchor else {}


def _part(anchor: Anchor | None) -> str | dict[str, Any]:
    words = _words(anchor)
    return words if words.get("nth") else str(words["text"])


def _unnamed(source: Nameless) -> dict[str, Any]:
    return {"role": source.role, "of": source.of, "number": source.number, "kind": source.kind}


def _items(name: str, items: Iterable[dict[str, Any]]) -> str:
    lines = [f"  - {flow(item)}" for item in items]
    return "\n".join([f"{name}:", *lines]) if lines else ""


def _inline(passage: Passage) -> str:
    """A block with its words; long ones are folded."""
    fields = {"id": passage.id, "credit": passage.credit}
    if len(passage.words) <= _WIDTH - 20:
        return flow({"id": passage.id, "text": passage.words, "credit": passage.credit})
    lines = list(_folded(passage.words))
    written = "\n      ".join(f"{key}: {flow(value)}" for key, value in fields.items() if value)
    return f"{written}\n      text: >-\n        " + "\n        ".join(lines)


def _folded(words: str) -> Iterator[str]:
    yield from textwrap.wrap(words, _WIDTH - 10, break_long_words=False, break_on_hyphens=False)
