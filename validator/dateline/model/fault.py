"""What can be wrong with a file before its meaning can be judged: one class for each kind of fault.

A fault that ``closes`` keeps the file from being judged any further. The words for people are the rules', one a class.
"""

from typing import ClassVar

from msgspec import Struct

from dateline.model.place import Mark, Place


class Fault(Struct, frozen=True):
    """Something wrong at a place of a file."""

    closes: ClassVar[bool] = True

    at: Place | Mark


class Unreadable(Fault, frozen=True):
    """The file cannot be read at all; ``why`` in a few words."""

    why: str


class Unclaimed(Fault, frozen=True):
    """The file lies among the records and is none; ``why`` in a few words."""

    closes: ClassVar[bool] = False

    why: str


class CaseCollision(Fault, frozen=True):
    """The file's name differs from that of ``other`` by capitals alone."""

    closes: ClassVar[bool] = False

    at: Place
    other: Place


class TooLargeOrDeep(Fault, frozen=True):
    """The file is larger, or its data nested deeper, than any record."""

    what: str
    limit: str


class NotUtf8(Fault, frozen=True):
    """The bytes are not UTF-8; ``byte`` is the first that is not."""

    byte: int


class ByteOrderMark(Fault, frozen=True):
    """The file starts with U+FEFF."""

    closes: ClassVar[bool] = False


class CrlfNewlines(Fault, frozen=True):
    """Lines end in CR LF; ``returns`` are the places of all the carriage returns."""

    closes: ClassVar[bool] = False

    returns: tuple[Mark, ...]


class InvisibleCharacter(Fault, frozen=True):
    """A character that nobody sees, or an escape that makes one; ``count`` of it in the file."""

    character: str
    escaped: bool
    count: int


class NotNfc(Fault, frozen=True):
    """A line that is not in Unicode's normal form C."""

    closes: ClassVar[bool] = False

    written: str
    composed: str


class Mojibake(Fault, frozen=True):
    """UTF-8 that was once read as Windows-1252: ``seen`` for ``meant``."""

    closes: ClassVar[bool] = False

    seen: str
    meant: str


class BadYaml(Fault, frozen=True):
    """A syntax error, in plain words."""

    problem: str
    help: str


class DuplicateKey(Fault, frozen=True):
    """One key twice in one mapping."""

    key: str
    first: Mark


class AliasOrTag(Fault, frozen=True):
    """A part of YAML that records do without: ``what`` as it is written."""

    what: str


class AmbiguousScalar(Fault, frozen=True):
    """A plain scalar that other readers of YAML load as something else than the text that it is here."""

    closes: ClassVar[bool] = False

    at: Place
    written: str
    taken_for: str


class HashTruncated(Fault, frozen=True):
    """A comment that looks like the rest of a value: ``kept`` is what the value holds, ``lost`` what follows."""

    closes: ClassVar[bool] = False

    kept: str
    lost: str


class FoldedHyphen(Fault, frozen=True):
    """A line of a block of text ends in ``head``, a piece of a word with a hyphen, and the next begins with ``tail``."""

    closes: ClassVar[bool] = False

    head: str
    tail: str


class RecordInsideText(Fault, frozen=True):
    """A line of a block of text that looks like the beginning of a record."""

    closes: ClassVar[bool] = False

    line: str


class PlaceholderValue(Fault, frozen=True):
    """A value that stands for one that is to come."""

    closes: ClassVar[bool] = False

    at: Place
    written: str


class DeprecatedField(Fault, frozen=True):
    """A field that the schema still takes; ``replaced_by`` another, ``since`` a version of the schema."""

    closes: ClassVar[bool] = False

    at: Place
    field: str
    replaced_by: str | None
    since: str | None
    can_be_renamed: bool


class SchemaFault(Fault, frozen=True):
    """A way in which a record can break its JSON Schema."""

    at: Place


class MissingField(SchemaFault, frozen=True):
    """A required field is not there; ``advice`` says what it means, or how to come by it."""

    field: str
    advice: str


class UnknownField(SchemaFault, frozen=True):
    """A field that the schema does not know; ``nearest`` is the one that was probably meant."""

    field: str
    known: tuple[str, ...]
    nearest: str | None


class WrongType(SchemaFault, frozen=True):
    """Text where a list must stand, and the like: both in plain words."""

    wanted: str
    found: str


class UnknownTerm(SchemaFault, frozen=True):
    """A word that the vocabulary does not have."""

    term: str
    terms: tuple[str, ...]
    nearest: str | None


class BadId(SchemaFault, frozen=True):
    """An id of a form that ids do not have; ``kind`` of id, ``form`` in a line."""

    value: str
    kind: str
    form: str


class BadValue(SchemaFault, frozen=True):
    """A value of the right type and the wrong form, length or size; ``kind`` of value, ``form`` in a line."""

    value: str
    kind: str
    form: str


class WrongCombination(SchemaFault, frozen=True):
    """Fields that are right one by one and not together; ``form`` says how they belong together."""

    form: str


class UnknownVersion(SchemaFault, frozen=True):
    """No schema version, one that does not exist, or one newer than this program."""

    version: str | None
    known: tuple[str, ...]


class ImpossibleDate(Fault, frozen=True):
    """A date of the right form that no calendar has; the field counts as absent."""

    closes: ClassVar[bool] = False

    value: str
    why: str
