"""What a reading is, and what it counts from."""

from datetime import date
from typing import Literal

from msgspec import Struct

from dateline.model.edtf import Edtf
from dateline.model.timex import TimeValue

Direction = Literal["past", "future"]
# how the words come to the value: they spell it out, count from something, name a part of a year (which may be a fiscal
# one) or a year of an era, or say a length
Basis = Literal["spelled", "relative", "part", "era", "length", "reference"]
Mods = tuple[str | None, ...]
NO_MOD: Mods = (None,)
ANY_MOD: Mods = (None, "start", "mid", "end")


class Reading(Struct, frozen=True):
    """One meaning of a time expression. ``mods`` are the parts of the period that may be written beside the value.

    A ``loose`` reading bounds the value and does not name it: whatever lies within agrees. ``weekday`` counts from Monday, 0.
    ``deictic`` words count from the moment of speech: today, last week.
    """

    value: TimeValue
    basis: Basis
    mods: Mods = NO_MOD
    weekday: int | None = None
    loose: bool = False
    deictic: bool = False


class Context(Struct, frozen=True):
    """What words count from: the document's day or what stands for it, and the other times of the text.

    ``others`` are what "two days later" may count from where no anchor says it, and whose year "on March 11" may mean.
    The anchor is ``named`` if somebody has written down that the words count from it, and from nothing else.
    """

    anchor: Edtf | None = None
    others: tuple[Edtf, ...] = ()
    direction: Direction | None = None
    language: str = "en"
    named: bool = False

    @property
    def day(self) -> date | None:
        """The day from which words count, if the anchor is one."""
        return self.anchor.first if self.anchor and self.anchor.first == self.anchor.last else None

    def holds(self, which: str, unit: str) -> bool:
        """Whether words of that kind name a part of the anchor, and nothing before it: nobody calls yesterday the last day."""
        return self.named and which == "l" and unit == "day"

    @property
    def anchors(self) -> tuple[Edtf, ...]:
        """All that "the day before" may count from."""
        return (*((self.anchor,) if self.anchor else ()), *self.others)

    @property
    def looks_back(self) -> bool:
        """Whether a past day may be meant."""
        return self.direction != "future"

    @property
    def looks_ahead(self) -> bool:
        """Whether a future day may be meant."""
        return self.direction != "past"
