"""Places in a corpus: by a path of keys (what rules name) or by line and column (what a reader sees)."""

from msgspec import Struct
from msgspec.structs import replace


class Span(Struct, frozen=True, array_like=True, order=True):
    """A stretch of a file. Lines and columns count from 1, columns in code points; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Place(Struct, frozen=True, array_like=True, tag=True, gc=False):
    """A node of a file's data, by its path of keys; ``on_key`` means the key itself and not its value.

    ``file`` is relative to the corpus, with ``/``. ``place / "times" / 3`` goes down.
    """

    file: str
    steps: tuple[str | int, ...] = ()
    on_key: bool = False

    def __truediv__(self, step: str | int) -> "Place":
        """Give the place one step further down."""
        return Place(self.file, self.steps + (step,))  # noqa: RUF005 - half the time, a thousand times an article

    def below(self, *steps: str | int) -> "Place":
        """Give the place several steps further down."""
        return Place(self.file, self.steps + steps)

    @property
    def key(self) -> "Place":
        """The key of this place, instead of its value."""
        return replace(self, on_key=True)

    @property
    def pointer(self) -> str:
        """The place as a JSON pointer (RFC 6901)."""
        return "".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in self.steps)


class Mark(Struct, frozen=True, array_like=True, tag=True):
    """A place that is known by line and column alone, because the file's data cannot be (or is not yet) built."""

    file: str
    span: Span
