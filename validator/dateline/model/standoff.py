"""An annotated text as the tools of annotators hold it: marks on stretches of a text, and links between marks."""

from msgspec import Struct

ENDS = ("Governor", "Dependent")  # in a CAS, the features of a link, as INCEpTION's relations have them
FRAGMENT = "dateline.Fragment"  # in a CAS, one stretch of a mark with several, "of" which it is

Stretch = tuple[int, int]  # half-open


class Mark(Struct, frozen=True):
    """A mark on one stretch, or on several where it is discontinuous.

    ``words`` are what the tool says it covers, one for each stretch; none where it does not say. ``at`` is where the file has it.
    """

    id: str
    label: str
    stretches: tuple[Stretch, ...]
    words: tuple[str, ...] | None = None
    at: str = ""
    attributes: tuple[tuple[str, str], ...] = ()

    def value(self, name: str) -> str | None:
        """The attribute of that name; of several, the first."""
        return next(iter(self.values(name)), None)

    def values(self, name: str) -> tuple[str, ...]:
        """All attributes of that name, in capitals or not."""
        return tuple(value for known, value in self.attributes if known.casefold() == name.casefold())


class Link(Struct, frozen=True):
    """A link from one mark to another, by their ids."""

    label: str
    start: str
    end: str
    at: str = ""


class Standoff(Struct, frozen=True):
    """A text with its marks and links. ``unit`` is what its offsets count; ``dropped`` says what has no place here.

    ``title`` is one that stands apart from the text.
    """

    name: str
    text: str
    marks: tuple[Mark, ...] = ()
    links: tuple[Link, ...] = ()
    unit: str = "code points"
    dropped: tuple[str, ...] = ()
    title: str = ""
