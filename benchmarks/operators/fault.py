"""What an operator yields: one place of one file changed, the rules that are right for it, and where they must speak."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import wraps
from typing import TYPE_CHECKING

from dateline.model.place import Place

if TYPE_CHECKING:
    from benchmarks.operators.ground import Ground


@dataclass(frozen=True, slots=True)
class Fault:
    """A stretch of a file, what stands there, and what takes its place.

    A right rule speaks at a line that the change touches, or at one of the places ``at`` (in any file, looked up after the
    change): the sides of the contradiction. ``new_file`` means that the file is not there before.
    """

    file: str
    start: int
    old: str
    new: str
    rules: tuple[str, ...] = ()
    at: tuple[Place, ...] = ()
    new_file: bool = False

    def applied(self, text: str) -> str:
        """The text of the file with the fault in it.

        Raises:
            ValueError: where the old text does not stand.

        """
        end = self.start + len(self.old)
        if text[self.start : end] != self.old or self.old == self.new:
            message = f"{self.file}: the change does not fit at character {self.start}"
            raise ValueError(message)
        return text[: self.start] + self.new + text[end:]

    def touched(self, text: str) -> range:
        """The lines that the change touches, in the text after it."""
        first = text.count("\n", 0, self.start) + 1
        # what ends with its line does not touch the next one
        return range(first, first + self.new.removesuffix("\n").count("\n") + 1)


@dataclass(frozen=True, slots=True)
class Change:
    """A change of which nobody has said yet why it is wrong."""

    file: str
    start: int
    old: str
    new: str

    def breaks(self, *rules: str, at: tuple[Place, ...] = ()) -> Fault:
        """Call the change a fault that one of these rules should see."""
        return Fault(self.file, self.start, self.old, self.new, rules, at)


Make = Callable[["Ground"], Iterator[Fault]]


@dataclass(frozen=True, slots=True)
class Operator:
    """A kind of fault. ``unseen`` says why no checker can know that it is one; ``needs_copy``: of a withheld text."""

    name: str
    room: str
    sentence: str
    make: Make
    needs_copy: bool = False
    unseen: str = field(default="")


OPERATORS: dict[str, Operator] = {}


def operator(*, needs_copy: bool = False, unseen: str = "") -> Callable[[Make], Make]:
    """Make an operator of a generator: its name is the function's, its sentence the docstring, its room the module's.

    What a corpus already has in the place is no fault, and is passed over; what is wrong for several reasons is one fault.
    """

    def register(make: Make) -> Make:
        @wraps(make)
        def changing(ground: "Ground") -> Iterator[Fault]:
            return _once(fault for fault in make(ground) if fault.old != fault.new)

        name = make.__name__.replace("_", "-")
        if name in OPERATORS:
            message = f"there are two operators {name}"
            raise ValueError(message)
        sentence = (make.__doc__ or "").strip()
        OPERATORS[name] = Operator(name, make.__module__.rpartition(".")[2], sentence, changing, needs_copy, unseen)
        return changing

    return register


def _once(faults: Iterable[Fault]) -> Iterator[Fault]:
    """Each change once, with all that it contradicts."""
    found: dict[tuple[str, int, str, str], Fault] = {}
    for fault in faults:
        change = (fault.file, fault.start, fault.old, fault.new)
        known = found.get(change, fault)
        found[change] = replace(
            known, rules=(*dict.fromkeys(known.rules + fault.rules),), at=(*dict.fromkeys(known.at + fault.at),)
        )
    yield from found.values()
