"""XML of strangers, read without entities and within limits."""

from collections.abc import Callable
from typing import Any
from xml.parsers import expat

from msgspec import Struct

from dateline.importers.files import MOST_ELEMENTS, fail, judge_number

_DEEPEST = 200
_SEPARATOR = " "  # between a namespace and a name


class Started(Struct, frozen=True):
    """An element that begins; ``length`` is that of the text before it."""

    name: str
    attributes: dict[str, str]
    line: int
    depth: int
    length: int


class Ended(Struct, frozen=True):
    """An element that ends."""

    name: str
    depth: int
    length: int


def walked(name: str, data: bytes) -> tuple[str, list[Started | Ended]]:
    """The text of a document, and its elements in their order.

    Raises:
        UsageError: for what is no XML, or declares entities, at its line.

    """
    parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
    walk = _Walk(name, parser)
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat knows it by its place alone
    except expat.ExpatError as error:
        fail(f"{name}:{error.lineno}", f"it is no XML: {expat.ErrorString(error.code)}")
    except (LookupError, ValueError) as error:
        fail(f"{name}:{parser.CurrentLineNumber}", f"it is in an encoding that is not known: {error}")
    return "".join(walk.texts), walk.events


class _Walk:
    """What the parser has met so far."""

    def __init__(self, name: str, parser: Any) -> None:  # noqa: ANN401 - expat has no public type
        self.events: list[Started | Ended] = []
        self.texts: list[str] = []
        self._name, self._parser = name, parser
        self._depth = self._length = 0
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._words
        parser.EntityDeclHandler = _refusing(name, parser, "it declares an entity: none is read")
        # of an entity that a document type elsewhere declares, the parser would say nothing, and leave it out
        parser.SkippedEntityHandler = _refusing(name, parser, "it names an entity that it does not declare: none is read")
        parser.StartDoctypeDeclHandler = _refusing_subset(name, parser)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        judge_number(self._name, len(self.events) // 2, MOST_ELEMENTS)
        line = self._parser.CurrentLineNumber
        if self._depth > _DEEPEST:
            fail(f"{self._name}:{line}", f"more than {_DEEPEST} elements stand within one another")
        self.events.append(Started(tag, attributes, line, self._depth, self._length))

    def _end(self, tag: str) -> None:
        self.events.append(Ended(tag, self._depth, self._length))
        self._depth -= 1

    def _words(self, piece: str) -> None:
        self.texts.append(piece)
        self._length += len(piece)


def _refusing(name: str, parser: Any, why: str) -> Callable[..., None]:  # noqa: ANN401 - as above
    def refuse(*_: object) -> None:
        fail(f"{name}:{parser.CurrentLineNumber}", why)

    return refuse


def _refusing_subset(name: str, parser: Any) -> Callable[..., None]:  # noqa: ANN401 - as above
    def refuse(_tag: str, _system: str | None, _public: str | None, has_subset: int) -> None:
        if has_subset:
            fail(f"{name}:{parser.CurrentLineNumber}", "it has declarations of its own, such as of entities: none is read")

    return refuse
