"""Marks as brat's standoff files.

Source: http://brat.nlplab.org/standoff.html
Source: https://brat.nlplab.org/configuration.html
"""

from collections.abc import Iterable, Iterator

from dateline.exporters.marks import LABELS, LINKS
from dateline.model.standard import vocabulary
from dateline.model.standoff import Mark, Standoff

CONFIGURATION = "annotation.conf"
# the attributes with a list of values; brat shows the others, and lets nobody choose them
_TERMS = {
    "Form": ("mention-forms",),
    "Tenure": ("tenures",),
    "Type": ("time-types", "quote-types", "event-types"),
    "Mod": ("time-mods",),
    "Status": ("mention-statuses",),
    "Suggested": (),
}


def files(documents: Iterable[Standoff]) -> dict[str, bytes]:
    """``brat/``: a folder that brat opens; none without documents."""
    found = {name: content for document in documents for name, content in written(document).items()}
    return {f"brat/{name}": content for name, content in (found | {CONFIGURATION: configuration()} if found else {}).items()}


def written(document: Standoff) -> dict[str, bytes]:
    """The two files of a document, by their names."""
    lines = "".join(f"{line}\n" for line in _lines(document))
    return {f"{document.name}.txt": document.text.encode(), f"{document.name}.ann": lines.encode()}


def configuration() -> bytes:
    """The file by which brat knows labels, links and attributes of these documents."""
    lines = ["[entities]", *LABELS, "[relations]"]
    lines += [f"{label} Arg1:{start}, Arg2:{end}" for label, (start, end) in LINKS.items()]
    lines += ["[events]", "[attributes]"]
    for name, vocabularies in _TERMS.items():
        values = [term for vocabulary_name in vocabularies for term in vocabulary(vocabulary_name)["enum"]]
        said = "|".join(values)
        lines.append(
            f"{name} Arg:{'|'.join(label for label, names in LABELS.items() if name in names)}{said and f', Value:{said}'}"
        )
    return "".join(f"{line}\n" for line in lines).encode()


def _lines(document: Standoff) -> Iterator[str]:
    marks = sorted(document.marks, key=lambda mark: (mark.stretches, mark.label, mark.attributes, mark.id))
    names = {mark.id: f"T{n}" for n, mark in enumerate(marks, 1)}
    for mark in marks:
        spans = ";".join(f"{start} {end}" for start, end in mark.stretches)
        # a line feed would end the line; brat has a space for it, too
        words = " ".join(document.text[start:end] for start, end in mark.stretches).replace("\n", " ")
        yield f"{names[mark.id]}\t{mark.label} {spans}\t{words}"
    yield from _said(marks, names)
    links = sorted((link.label, int(names[link.start][1:]), int(names[link.end][1:])) for link in document.links)
    for n, (label, start, end) in enumerate(links, 1):
        yield f"R{n}\t{label} Arg1:T{start} Arg2:T{end}"


def _said(marks: list[Mark], names: dict[str, str]) -> Iterator[str]:
    """Attributes: references to records, values without spaces, and notes for all else."""
    counts = {"N": 0, "A": 0, "#": 0}
    for mark in marks:
        for label, value in mark.attributes:
            of = names[mark.id]
            kind = "N" if label == "Dateline" else "#" if value.split() != [value] else "A"
            counts[kind] += 1
            said = {"N": f"Reference {of} {label}:{value}\t{value}", "#": f"{label} {of}\t{value}", "A": f"{label} {of} {value}"}
            yield f"{kind}{counts[kind]}\t{said[kind]}"
