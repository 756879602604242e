"""What a rule says (a problem) and what a reader is told (a finding)."""

from typing import Literal

from msgspec import Struct

from dateline.model.place import Mark, Place, Span

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


class Replace(Struct, frozen=True, array_like=True, tag=True):
    """Write another scalar where one stands. ``quoted`` keeps any YAML reader from taking it for something else."""

    at: Place
    value: str | int
    quoted: bool = False


class Rename(Struct, frozen=True, array_like=True, tag=True):
    """Write another key where one stands."""

    at: Place
    key: str


class Remove(Struct, frozen=True, array_like=True, tag=True):
    """Take away a key with its value, or an item of a list."""

    at: Place


class Rewrite(Struct, frozen=True, array_like=True, tag=True):
    """Put other characters into a span of the raw file.

    Its columns count carriage returns, which stand at the ends of lines, and no byte order mark: that is taken away by an
    edit that puts nothing into the empty span at the beginning.
    """

    at: Mark
    text: str


Edit = Replace | Rename | Remove | Rewrite


class Fix(Struct, frozen=True, array_like=True):
    """Edits that end a problem. ``safe`` means that the meaning of the file cannot change."""

    edits: tuple[Edit, ...]
    safe: bool = False


class Related(Struct, frozen=True, array_like=True):
    """The other side of a contradiction, and what is to be seen there."""

    at: Place | Mark
    message: str


class Problem(Struct, frozen=True, array_like=True):
    """What a rule says: what is wrong, where in the data, and what to do (``help``).

    ``rests_on`` names places without which there would be nothing to say: if a more basic rule spoke there, this is an
    echo, and is dropped.
    """

    message: str
    at: Place | Mark
    help: str = ""
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    rests_on: tuple[Place | Mark, ...] = ()


class PlacedEdit(Struct, frozen=True):
    """An edit as every editor understands it: these characters instead of that span of that file."""

    path: str
    span: Span
    text: str


class PlacedFix(Struct, frozen=True):
    """A fix whose edits have lines and columns."""

    safe: bool
    edits: tuple[PlacedEdit, ...]


class Excerpt(Struct, frozen=True):
    """What is shown of a line: all of it, or of a long one what stands around a span. ``cut`` characters come before it.

    It is no more than that, since every finding of a line has its own: thousands can be told of a line of a million characters.
    """

    text: str = ""
    cut: int = 0


class RelatedSpan(Struct, frozen=True):
    """A related place with its line."""

    path: str
    span: Span
    message: str
    context: Excerpt = Excerpt()


class Finding(Struct, frozen=True):
    """What a reader is told: a problem with its rule, its line and its column. ``context`` is shown of the line."""

    rule: str
    code: str
    severity: Severity
    message: str
    path: str
    span: Span
    pointer: str | None = None
    record: str | None = None
    help: str = ""
    related: tuple[RelatedSpan, ...] = ()
    fix: PlacedFix | None = None
    fingerprint: str = ""
    waived: str | None = None
    baseline: bool = False
    context: Excerpt = Excerpt()

    @property
    def order(self) -> tuple[str, Span, str, str]:
        """Findings are told by path, line, column, code."""
        return (self.path, self.span, self.code, self.message)


class Skipped(Struct, frozen=True):
    """Something that was not judged. ``partial`` means that the reader could not have expected it."""

    path: str
    why: str
    partial: bool = False
