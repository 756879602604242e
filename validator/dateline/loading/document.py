"""A file's text as plain data, with the place of every key and value.

Positions are kept only when they are asked for, by a second parse: most files have no finding.
"""

from functools import cached_property
from pathlib import Path

from msgspec import Struct

from dateline.loading import characters, ordinary, source
from dateline.loading.events import Data, Steps
from dateline.loading.source import Source
from dateline.model.fault import Fault
from dateline.model.place import Place, Span


class Document(Struct, frozen=True, dict=True):
    """A parsed file: its data, and, when somebody asks, where each node of it stands."""

    source: Source
    text: str
    data: Data
    faults: tuple[Fault, ...] = ()

    @property
    def path(self) -> str:
        """The file, relative to the corpus."""
        return self.source.path

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file, as the columns count them."""
        return self.text.split("\n")

    @cached_property
    def spans(self) -> dict[tuple[Steps, bool], Span]:
        """Where every value, and every key (marked true), stands."""
        from dateline.loading.positions import spans_of  # noqa: PLC0415 - most files have nothing told of them

        return spans_of(self.text)

    def span(self, place: Place) -> Span:
        """Where a place stands; one that is not there is told at the nearest node above it."""
        steps, on_key = place.steps, place.on_key
        while (span := self.spans.get((steps, on_key))) is None:
            if on_key:
                on_key = False
            elif not steps:
                return Span(1, 1, 1, 1)
            else:
                steps = steps[:-1]
        return span

    def has(self, place: Place) -> bool:
        """Whether the file has that place."""
        return (place.steps, False) in self.spans


def document_at(root: Path, path: str) -> Document | tuple[Fault, ...]:
    """Give a file of the corpus with its data, or the faults that keep it from having any."""
    read = source.read(root, path)
    return (read,) if isinstance(read, Fault) else parse(read)


def parse(file: Source) -> Document | tuple[Fault, ...]:
    """Give the data of a file, or the faults that keep it from having any."""
    text = characters.decoded(file)
    if isinstance(text, Fault):
        return (text,)
    found = tuple(characters.faults(file.path, text))
    if not found and (data := ordinary.data_of(text)) is not None:
        return Document(file, text, data)
    return found if any(fault.closes for fault in found) else _explained(file, characters.cleaned(text), found)


def _explained(file: Source, text: str, found: tuple[Fault, ...]) -> Document | tuple[Fault, ...]:
    from dateline.loading.explaining import Builder  # noqa: PLC0415 - most files need no explaining

    builder = Builder(file.path, text)
    builder.run()
    found = (*found, *builder.faults)
    if any(fault.closes for fault in found):
        return found
    return Document(file, text, builder.data, found)
