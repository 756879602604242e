"""A paragraph that grows word by word, and the lines of YAML that annotate it."""

import re
from dataclasses import dataclass, field

_PLAIN = re.compile(r"[A-Za-z][A-Za-z '.-]*")
_LINE = re.compile(r"(.{1,110})(?: |$)")
_LONGEST = 60  # letters of an anchor that is written out


@dataclass(slots=True)
class Marked:
    """Words from one place to another, and what is said of them."""

    start: int
    end: int
    rest: str


@dataclass(slots=True)
class Told:
    """Words that tell of an event."""

    start: int
    end: int
    what: str
    status: str
    via: str = ""
    time: str = ""

    @property
    def rest(self) -> str:
        """What is said of the words."""
        fields = (("status", self.status), ("time", self.time), ("via", f"[{self.via}]" if self.via else ""))
        return ", ".join((self.what, *(f"{name}: {value}" for name, value in fields if value)))


@dataclass(slots=True)
class Quote:
    """Who says what; each part is a stretch of the paragraph."""

    id: str
    speaker: str = ""
    more: list[str] = field(default_factory=list)
    source: tuple[int, int] = (0, 0)
    cue: tuple[int, int] = (0, 0)
    content: tuple[int, int] = (0, 0)
    verbatim: tuple[int, int] | None = None
    is_direct: bool = False
    about: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether no part is missing."""
        return bool(self.speaker and self.cue[1] and self.content[1])


class Paragraph:
    """The words of a block, and the places in it that are annotated."""

    def __init__(self, block: str) -> None:
        self.block, self.length = block, 0
        self._pieces: list[str] = []
        self.mentions: list[Marked] = []
        self.times: list[tuple[str, Marked]] = []
        self.quotes: list[Quote] = []
        self.events: list[Told] = []
        self.text = ""

    def add(self, words: str) -> tuple[int, int]:
        """Append words, and say where they stand."""
        start = self.length
        self._pieces.append(words)
        self.length += len(words)
        return start, self.length

    def ends_with(self, sign: str) -> bool:
        """Whether that is the last of the words."""
        return bool(self._pieces) and self._pieces[-1].endswith(sign)

    def close(self) -> None:
        """No words are to come: from now on they can be counted."""
        self.text = "".join(self._pieces)

    def block_line(self) -> str:
        """The block, its text folded at spaces as an editor folds it."""
        if len(self.text) < _LONGEST:
            return f'    - {{id: {self.block}, text: "{self.text}"}}\n'
        return f"    - id: {self.block}\n      text: >-\n{_LINE.sub(_indented, self.text)}"

    def lines(self, layer: str) -> list[str]:
        """The annotation of one layer, in the order of the text."""
        if layer == "mentions":
            return [f"  - {{in: {self.block}, {self._anchor(m.start, m.end)}, {m.rest}}}\n" for m in self.mentions]
        if layer == "times":
            return [f"  - {{id: {name}, in: {self.block}, {self._anchor(m.start, m.end)}, {m.rest}}}\n" for name, m in self.times]
        if layer == "quotes":
            return [self._quote(quote) for quote in self.quotes]
        return [f"  - {{in: {self.block}, {self._anchor(e.start, e.end)}, {e.rest}}}\n" for e in self.events]

    def _quote(self, quote: Quote) -> str:
        kind = "direct" if quote.is_direct else "mixed" if quote.verbatim else "indirect"
        lines = [
            f"  - id: {quote.id}",
            f"in: {self.block}",
            f"type: {kind}",
            f"speaker: {quote.speaker}",
            f"source: {self._part(*quote.source)}",
            f"cue: {self._part(*quote.cue)}",
            f"content: {self._part(*quote.content)}",
        ]
        if quote.verbatim:
            lines.append(f"verbatim: [{self._part(*quote.verbatim)}]")
        lines += quote.more
        if quote.about:
            lines.append(f"about: {{{quote.about}}}")
        return "\n    ".join(lines) + "\n"

    def _anchor(self, start: int, end: int) -> str:
        words = self.text[start:end]
        nth = self._nth(words, start)
        return f"text: {_quoted(words)}{f', nth: {nth}' if nth else ''}"

    def _part(self, start: int, end: int) -> str:
        words = self.text[start:end]
        if len(words) > _LONGEST and (short := self._gapped(start, end)):
            return _quoted(short) if "[" not in short else short
        nth = self._nth(words, start)
        return f"{{text: {_quoted(words)}, nth: {nth}}}" if nth else _quoted(words)

    def _gapped(self, start: int, end: int) -> str | None:
        """The first and the last words, if they mean this stretch and no other."""
        words = self.text[start:end].split(" ")
        head, tail = " ".join(words[:4]), " ".join(words[-3:])
        first = self.text.find(tail, start + len(head))
        if (
            self.text.count(head) == 1
            and first + len(tail) == end
            and _PLAIN.fullmatch(head)
            and _PLAIN.fullmatch(tail.rstrip(","))
        ):
            return f"{head} [...] {tail}"
        return None

    def _nth(self, words: str, start: int) -> int:
        """Which occurrence it is; 0 if there is but one."""
        if self.text.count(words) == 1:
            return 0
        places = [found.start() for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", self.text)]
        return places.index(start) + 1 if len(places) > 1 else 0


def _indented(found: re.Match[str]) -> str:
    return f"        {found[1]}\n"


def _quoted(words: str) -> str:
    return words if _PLAIN.fullmatch(words) else f'"{words}"'
