"""The annotation of an article as marks on its canonical text, which tools of annotators hold."""

from collections.abc import Iterable, Iterator

from dateline.engine.opening import Data, Opened
from dateline.exporters import shown
from dateline.exporters.positions import laid
from dateline.model.article import Article, Words
from dateline.model.placed import Ref
from dateline.model.standoff import Link, Mark, Standoff, Stretch
from dateline.model.text import is_gapped, normalised, parted

Attributes = list[tuple[str, str]]
# the labels of marks, and their attributes beside the ids of records
LABELS = {
    "Mention": ("Place", "Form", "Post", "Tenure", "Suggested"),
    "Time": ("Type", "Value", "Mod", "Anchor", "Begin", "End", "Suggested"),
    "Quote": ("Type", "Post", "For", "To", "Setting", "Act", "About", "Gist", "Suggested"),
    "Event": ("Type", "Status"),
    "Source": (),
    "Cue": (),
    "Insertion": (),
    "Verbatim": (),
}
# the labels of links, from where to where
LINKS = {
    "Source": ("Quote", "Source"),
    "Cue": ("Quote", "Cue"),
    "Insertion": ("Quote", "Insertion"),
    "Verbatim": ("Quote", "Verbatim"),
    "Within": ("Quote", "Quote"),
    "SaidOn": ("Quote", "Time"),
    "When": ("Event", "Time"),
    "Via": ("Event", "Quote"),
    "Anchor": ("Time", "Time|Quote"),
    "Begin": ("Time", "Time"),
    "End": ("Time", "Time"),
}
_HEAD = ("headline, publisher, dates, rights and the names of those who annotated it",)


def documents(found: Iterable[tuple[str, Standoff | None]]) -> tuple[Standoff, ...]:
    """The marks of the articles whose texts may be shown, from those of every article by its id.

    Of articles with one id the first counts, as in the tables: another may hold a text that the first withholds.
    """
    first: dict[str, Standoff | None] = {}
    for name, document in found:
        first.setdefault(name, document)
    return tuple(document for document in first.values() if document)


def marks_of(opened: Opened[Article]) -> Standoff | None:
    """The marks of an article; none if its text is withheld, which they would repeat."""
    text = shown.text(opened.record)
    return None if text is None else _Writer(opened, text).standoff()


class _Writer:
    """The marks of one article as they are gathered."""

    def __init__(self, opened: Opened[Article], text: str) -> None:
        self._article, self._data = opened.record, opened.data
        self._text, self._ground = text, laid(opened.record.text)
        self._marks: list[Mark] = []
        self._links: list[Link] = []
        self._dropped: list[str] = []

    def standoff(self) -> Standoff:
        """The whole of it."""
        for n, mention in enumerate(self._article.mentions):
            data = self._data["mentions"][n]
            said = [*_ids(mention.actors), *_some(data, {"place": "Place", "form": "Form", "as": "Post", "tenure": "Tenure"})]
            self._mark(f"m{n}", "Mention", [mention.words], [*said, *_suggested(data)])
        self._times()
        for n in range(len(self._article.quotes)):
            self._quote(n)
        self._events()
        self._drop()
        return Standoff(self._article.id, self._text, tuple(self._marks), tuple(self._links), dropped=tuple(self._dropped))

    def _times(self) -> None:
        ids = {time.id for time in self._article.times} | {quote.id for quote in self._article.quotes}
        for n, time in enumerate(self._article.times):
            data = self._data["times"][n]
            said = _some(data, {"type": "Type", "value": "Value", "mod": "Mod"})
            for field in ("anchor", "begin", "end"):
                if data.get(field) in ids:
                    self._links.append(Link(field.capitalize(), time.id, data[field]))
                else:
                    said += _some(data, {field: field.capitalize()})
            self._mark(time.id, "Time", [time.words], [*said, *_suggested(data)])

    def _quote(self, n: int) -> None:
        quote, data = self._article.quotes[n], self._data["quotes"][n]
        said = [*_ids(quote.speakers), *_some(data, {"type": "Type", "as": "Post", "setting": "Setting", "act": "Act"})]
        said += _some(data, {"gist": "Gist"})
        said += [("For", ",".join(ref.id for ref in quote.principals))] if quote.principals else []
        said += [("To", ",".join(ref.id for ref in quote.addressees))] if quote.addressees else []
        stances = ",".join(f"{stance.event.id}:{stance.stance}" for stance in quote.about)
        said += [("About", stances)] if stances else []
        self._mark(quote.id, "Quote", quote.content, [*said, *_suggested(data)], is_content=True)
        parts = [("Source", quote.source), ("Cue", quote.cue)]
        parts += [("Insertion", part) for part in quote.insertions] + [("Verbatim", part) for part in quote.verbatim]
        for k, (label, words) in enumerate(parts):
            if words and self._mark(f"{quote.id}.{k}", label, [words], [], is_content=label in ("Insertion", "Verbatim")):
                self._links.append(Link(label, quote.id, f"{quote.id}.{k}"))
        for label, ref in (("Within", quote.within), ("SaidOn", quote.time)):
            self._links += [Link(label, quote.id, ref.id)] if ref else []

    def _events(self) -> None:
        for n, event in enumerate(self._article.events):
            data = self._data["events"][n]
            said = [*_ids(event.events), *_some(data, {"type": "Type", "status": "Status"})]
            if self._mark(f"e{n}", "Event", [event.words], said):
                self._links += [Link("When", f"e{n}", event.time.id)] if event.time else []
                self._links += [Link("Via", f"e{n}", ref.id) for ref in event.via]

    def _mark(self, name: str, label: str, anchors: Iterable[Words], said: Attributes, *, is_content: bool = False) -> bool:
        stretches: list[Stretch] = []
        for words in anchors:
            placed = list(self._stretches(words, is_content=is_content))
            if not placed:
                self._dropped.append(f'{label} "{words.text}": its words are not found in the text')
                return False
            stretches += placed
        covered = tuple(self._text[start:end] for start, end in stretches)
        self._marks.append(Mark(name, label, tuple(stretches), covered, attributes=tuple(said)))
        return True

    def _stretches(self, words: Words, *, is_content: bool) -> Iterator[Stretch]:
        """Where words stand; a gap in a long stretch is only not shown, one in a name is not meant."""
        found = self._ground.extent([words])
        if found is None:
            return
        start, end = found.char_start, found.char_end
        if is_gapped(words.text) and not is_content:
            head, tail = (len(normalised(part)) for part in parted(words.text))
            yield start, start + head
            yield end - tail, end
        else:
            yield start, end

    def _drop(self) -> None:
        """Tell what marks cannot hold, and drop links to what is not there."""
        known = {mark.id for mark in self._marks}
        self._links = [link for link in self._links if {link.start, link.end} <= known]
        self._dropped += _HEAD
        if any(not (block == "h1" or block.startswith("p")) for block in self._ground.starts):
            self._dropped.append("kinds of paragraphs: all but the headline become plain ones")
        if self._article.unnamed:
            self._dropped.append("role, number and terms of sources without a name")


def _ids(refs: Iterable[Ref]) -> Attributes:
    return [("Dateline", ref.id) for ref in refs]


def _some(data: Data, names: dict[str, str]) -> Attributes:
    return [(name, str(data[field])) for field, name in names.items() if data.get(field) is not None]


def _suggested(data: Data) -> Attributes:
    return [("Suggested", "true")] if data.get("suggested") else []
