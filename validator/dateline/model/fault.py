"""What can be wrong with a file before its meaning can be judged: one class for each kind of fault.

A fault that ``closes`` keeps the file from being judged any further. The words for people are the rules', one a class.
"""

from dataclasses import dataclass
from typing import ClassVar

from dateline.model.place import Mark, Place


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong at a place of a file."""

    closes: ClassVar[bool] = True

    at: Place | Mark


@dataclass(frozen=True, slots=True)
class Unreadable(Fault):
    """The file cannot be read at all; ``why`` in a few words."""

    why: str


@dataclass(frozen=True, slots=True)
class Unclaimed(Fault):
    """The file lies among the records and is none; ``why`` in a few words."""

    closes: ClassVar[bool] = False

    why: str


@dataclass(frozen=True, slots=True)
class CaseCollision(Fault):
    """The file's name differs from that of ``other`` by capitals alone."""

    closes: ClassVar[bool] = False

    at: Place
    other: Place


@dataclass(frozen=True, slots=True)
class TooLargeOrDeep(Fault):
    """The file is larger, or its data nested deeper, than any record."""

    what: str
    limit: str


@dataclass(frozen=True, slots=True)
class NotUtf8(Fault):
    """The bytes are not UTF-8; ``byte`` is the first that is not."""

    byte: int


@dataclass(frozen=True, slots=True)
class ByteOrderMark(Fault):
    """The file starts with U+FEFF."""

    closes: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class CrlfNewlines(Fault):
    """Lines end in CR LF; ``returns`` are the places of all the carriage returns."""

    closes: ClassVar[bool] = False

    returns: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class InvisibleCharacter(Fault):
    """A character that nobody sees, or an escape that makes one; ``count`` of it in the file."""

    character: str
    escaped: bool
    count: int


@dataclass(frozen=True, slots=True)
class NotNfc(Fault):
    """A line that is not in Unicode's normal form C."""

    closes: ClassVar[bool] = False

    written: str
    composed: str


@dataclass(frozen=True, slots=True)
class Mojibake(Fault):
    """UTF-8 that was once read as Windows-1252: ``seen`` for ``meant``."""

    closes: ClassVar[bool] = False

    seen: str
    meant: str


@dataclass(frozen=True, slots=True)
class BadYaml(Fault):
    """A syntax error, in plain words."""

    problem: str
    help: str


@dataclass(frozen=True, slots=True)
class DuplicateKey(Fault):
    """One key twice in one mapping."""

    key: str
    first: Mark


@dataclass(frozen=True, slots=True)
class AliasOrTag(Fault):
    """A part of YAML that records do without: ``what`` as it is written."""

    what: str


@dataclass(frozen=True, slots=True)
class AmbiguousScalar(Fault):
    """A plain scalar that other readers of YAML load as something else than the text that it is here."""

    closes: ClassVar[bool] = False

    at: Place
    written: str
    taken_for: str


@dataclass(frozen=True, slots=True)
class HashTruncated(Fault):
    """A comment that looks like the rest of a value: ``kept`` is what the value holds, ``lost`` what follows."""

    closes: ClassVar[bool] = False

    kept: str
    lost: str


@dataclass(frozen=True, slots=True)
class FoldedHyphen(Fault):
    """A line of a block of text ends in ``head``, a piece of a word with a hyphen, and the next begins with ``tail``."""

    closes: ClassVar[bool] = False

    head: str
    tail: str


@dataclass(frozen=True, slots=True)
class RecordInsideText(Fault):
    """A line of a block of text that looks like the beginning of a record."""

    closes: ClassVar[bool] = False

    line: str


@dataclass(frozen=True, slots=True)
class PlaceholderValue(Fault):
    """A value that stands for one that is to come."""

    closes: ClassVar[bool] = False

    at: Place
    written: str


@dataclass(frozen=True, slots=True)
class DeprecatedField(Fault):
    """A field that the schema still takes; ``replaced_by`` another, ``since`` a version of the schema."""

    closes: ClassVar[bool] = False

    at: Place
    field: str
    replaced_by: str | None
    since: str | None
    can_be_renamed: bool


@dataclass(frozen=True, slots=True)
class SchemaFault(Fault):
    """A way in which a record can break its JSON Schema."""

    at: Place


@dataclass(frozen=True, slots=True)
class MissingField(SchemaFault):
    """A required field is not there; ``advice`` says what it means, or how to come by it."""

    field: str
    advice: str


@dataclass(frozen=True, slots=True)
class UnknownField(SchemaFault):
    """A field that the schema does not know; ``nearest`` is the one that was probably meant."""

    field: str
    known: tuple[str, ...]
    nearest: str | None


@dataclass(frozen=True, slots=True)
class WrongType(SchemaFault):
    """Text where a list must stand, and the like: both in plain words."""

    wanted: str
    found: str


@dataclass(frozen=True, slots=True)
class UnknownTerm(SchemaFault):
    """A word that the vocabulary does not have."""

    term: str
    terms: tuple[str, ...]
    nearest: str | None


@dataclass(frozen=True, slots=True)
class BadId(SchemaFault):
    """An id of a form that ids do not have; ``kind`` of id, ``form`` in a line."""

    value: str
    kind: str
    form: str


@dataclass(frozen=True, slots=True)
class BadValue(SchemaFault):
    """A value of the right type and the wrong form, length or size; ``kind`` of value, ``form`` in a line."""

    value: str
    kind: str
    form: str


@dataclass(frozen=True, slots=True)
class WrongCombination(SchemaFault):
    """Fields that are right one by one and not together; ``form`` says how they belong together."""

    form: str


@dataclass(frozen=True, slots=True)
class UnknownVersion(SchemaFault):
    """No schema version, one that does not exist, or one newer than this program."""

    version: str | None
    known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImpossibleDate(Fault):
    """A date of the right form that no calendar has; the field counts as absent."""

    closes: ClassVar[bool] = False

    value: str
    why: str
