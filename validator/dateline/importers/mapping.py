"""Which layer a label of a tool is, and which of its attributes say what: the defaults, and a file that says otherwise."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from dateline.engine.settings import UsageError
from dateline.importers.files import bytes_of, text_in
from dateline.importers.sound import told
from dateline.importers.terms import terms_of
from dateline.loading.document import Document, parse
from dateline.loading.source import Source
from dateline.model import place
from dateline.model.standoff import Mark, Standoff

# what a label can be, and the fields that a file can give it; parts of quotes have none
FIELDS = {
    "mention": ("actor", "place", "form", "as", "tenure"),
    "time": ("type", "value", "mod", "anchor", "begin", "end"),
    "quote": ("type", "speaker", "as", "for", "to", "setting", "act", "about", "gist"),
    "event": ("event", "type", "status"),
    "source": (),
    "cue": (),
    "insertion": (),
    "verbatim": (),
    "skip": (),
}
LINKS = ("source", "cue", "insertion", "verbatim", "within", "time", "via", "anchor", "begin", "end", "skip")

Said = str | dict[str, str]  # a term of the standard, "@" and an attribute, or "from" an attribute by a table


class Sense(Struct, frozen=True):
    """What a label is, and what its fields are."""

    layer: str
    fields: tuple[tuple[str, Said], ...] = ()

    def values(self, mark: Mark, field: str) -> tuple[str, ...]:
        """What a mark says in a field."""
        said = dict(self.fields).get(field, "")
        if isinstance(said, dict):
            return tuple(said.get(value, value) for value in mark.values(said["from"]))
        return mark.values(said[1:]) if said.startswith("@") else (said,) if said else ()

    def attribute(self, field: str) -> str:
        """The attribute that says a field; none for a field that is the same for every mark."""
        said = dict(self.fields).get(field, "")
        return said["from"] if isinstance(said, dict) else said[1:] if said.startswith("@") else ""

    @property
    def attributes(self) -> set[str]:
        """The attributes that it reads, in small letters."""
        return {self.attribute(field).casefold() for field, _ in self.fields} | {"suggested"}


class Mapping(Struct, frozen=True):
    """What every label of a tool is, and how much of that a file says."""

    marks: dict[str, Sense]
    links: dict[str, str]  # by labels in small letters
    file: str = ""
    own_marks: frozenset[str] = frozenset()  # the labels that the file has
    own_links: frozenset[str] = frozenset()

    def sense(self, label: str) -> Sense | None:
        """The sense of a label; types of UIMA by their whole name, or else its last part."""
        return self.marks.get(self.label(label))

    def label(self, label: str) -> str:
        """The label by which a sense is known."""
        return label if label in self.marks else label.rpartition(".")[2]

    def link(self, label: str) -> str | None:
        """What a link of that label says."""
        return self.links.get(label.casefold()) or self.links.get(label.rpartition(".")[2].casefold())


def _sense(layer: str, **fields: Said) -> Sense:
    return Sense(layer, tuple((name.rstrip("_"), said) for name, said in fields.items()))


_NAMED = _sense("mention", actor="@Dateline")
_PLACE = _sense("mention", place="@Place")
# Source: https://timeml.github.io/site/publications/timeMLdocs/timeml_1.2.1.html, for classes and polarity
_TIMEML_EVENT = _sense(
    "event",
    type={"from": "class", "STATE": "condition", "I_STATE": "condition"}
    | dict.fromkeys(("OCCURRENCE", "REPORTING", "PERCEPTION", "ASPECTUAL", "I_ACTION"), "other"),
    status={"from": "polarity", "POS": "occurred", "NEG": "negated"},
)
_OURS = {
    "Mention": _sense("mention", actor="@Dateline", place="@Place", form="@Form", as_="@Post", tenure="@Tenure"),
    "Time": _sense("time", type="@Type", value="@Value", mod="@Mod", anchor="@Anchor", begin="@Begin", end="@End"),
    "Quote": Sense(
        "quote",
        (
            ("type", "@Type"),
            ("speaker", "@Dateline"),
            ("as", "@Post"),
            ("for", "@For"),
            ("to", "@To"),
            ("setting", "@Setting"),
            ("act", "@Act"),
            ("about", "@About"),
            ("gist", "@Gist"),
        ),
    ),
    "Event": _sense("event", event="@Dateline", type="@Type", status="@Status"),
    **{label: _sense(label.lower()) for label in ("Source", "Cue", "Insertion", "Verbatim")},
}
_COMMON = {
    **dict.fromkeys(("PERSON", "PER", "Person", "ORG", "ORGANIZATION", "Organization", "GPE", "NORP", "Country"), _NAMED),
    **dict.fromkeys(("LOC", "LOCATION", "Location", "FAC", "City"), _PLACE),
    "TIMEX3": _sense("time", type="@type", value="@value", mod="@mod"),
    "EVENT": _TIMEML_EVENT,
    # what a tool lays over every text is no annotation of somebody's
    **dict.fromkeys(("SIGNAL", "DocumentAnnotation", "DocumentMetaData", "Sentence", "Token"), _sense("skip")),
}
_OUR_LINKS = {name: name for name in LINKS if name != "skip"} | {"saidon": "time", "when": "time"}
DEFAULT = Mapping({**_OURS, **_COMMON}, _OUR_LINKS)


def mapping_at(file: Path | None) -> Mapping:
    """The defaults, with what a file says otherwise.

    Raises:
        UsageError: for a file that is no mapping, with the entry at fault.

    """
    if file is None:
        return DEFAULT
    text = text_in(str(file), bytes_of(file))
    document = parse(Source(str(file), text.encode()))
    if not isinstance(document, Document):
        fault = document[0]
        line = fault.at.span.line if isinstance(fault.at, place.Mark) else 1
        message = f"{file}:{line}: {told(fault, text)}"
        raise UsageError(message)
    data = document.data
    _judge(file, "", data, ("marks", "links"))
    marks = {label: _read_sense(file, label, said) for label, said in _part(file, data, "marks").items()}
    links = _part(file, data, "links")
    for label, said in links.items():
        _one_of(file, f"links: {label}", said, LINKS)
    known = DEFAULT.links | {label.casefold(): said for label, said in links.items()}
    return Mapping(DEFAULT.marks | marks, known, str(file), frozenset(marks), frozenset(links))


def unmet(mapping: Mapping, documents: Sequence[Standoff]) -> list[str]:
    """What a file says of labels and attributes that no document has: probably a slip; what is skipped may be missing."""
    said: dict[str, set[str]] = {}
    for mark in (mark for document in documents for mark in document.marks):
        said.setdefault(mapping.label(mark.label), set()).update(name.casefold() for name, _ in mark.attributes)
    links = {link.label for document in documents for link in document.links}
    linked = {name.casefold() for label in links for name in (label, label.rpartition(".")[2])}
    lines = [line for label in sorted(mapping.own_marks) for line in _unmet(label, mapping.marks[label], said.get(label))]
    lines += [
        f"links: {label}: no link has this label"
        for label in sorted(mapping.own_links)
        if label.casefold() not in linked and mapping.link(label) != "skip"
    ]
    return [f"{mapping.file}: {line}: is it written as in the tool?" for line in lines]


def _unmet(label: str, sense: Sense, said: set[str] | None) -> Iterator[str]:
    if said is None:
        if sense.layer != "skip":
            yield f"marks: {label}: no annotation has this label"
        return
    for field, _ in sense.fields:
        name = sense.attribute(field)
        if name and name.casefold() not in said:
            yield f"marks: {label}: {field}: no {label} has the attribute {name}"


def _part(file: Path, data: Any, name: str) -> dict[str, Any]:  # noqa: ANN401 - data of any shape
    part = data.get(name, {})
    _judge(file, f"{name}: ", part, None)
    return dict(part)


def _read_sense(file: Path, label: str, said: Any) -> Sense:  # noqa: ANN401 - as above
    at = f"marks: {label}"
    said = {"layer": said} if isinstance(said, str) else said
    _judge(file, f"{at}: ", said, None)
    layer = _one_of(file, f"{at}: layer", said.get("layer"), FIELDS)
    _judge(file, f"{at}: ", said, ("layer", *FIELDS[layer]))
    for field, value in said.items():
        is_table = isinstance(value, dict) and "from" in value and all(isinstance(term, str) for term in value.values())
        if not (is_table or isinstance(value, str)):
            message = f'{file}: {at}: {field} is a term, "@" and an attribute, or a table with "from" and an attribute'
            raise UsageError(message)
        _judge_terms(file, at, layer, field, value)
    return Sense(layer, tuple((field, value) for field, value in said.items() if field != "layer"))


def _judge_terms(file: Path, at: str, layer: str, field: str, value: Said) -> None:
    """See to it that what a file translates into are terms of the standard."""
    known = terms_of(layer, field)
    said = [term for key, term in value.items() if key != "from"] if isinstance(value, dict) else [value]
    for term in said:
        if known and not term.startswith("@"):
            _one_of(file, f"{at}: {field}", term, known)


def _judge(file: Path, at: str, data: Any, keys: tuple[str, ...] | None) -> None:  # noqa: ANN401 - as above
    if not isinstance(data, dict):
        message = f"{file}: {at}a mapping is expected here, as in marks: {{Politician: mention}}"
        raise UsageError(message)
    for key in data if keys else ():
        _one_of(file, f"{at}{key}", key, keys or ())


def _one_of(file: Path, at: str, said: object, among: Iterable[str]) -> str:
    if not isinstance(said, str) or said not in among:
        message = f"{file}: {at}: {json.dumps(said, ensure_ascii=False)} is none of {', '.join(among)}"
        raise UsageError(message)
    return said
