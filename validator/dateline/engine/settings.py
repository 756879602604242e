"""What a run is asked to do, and why it cannot be done: light, for every command begins with it."""

from datetime import date

from msgspec import Struct

# the rules that the engine itself has to know, by code
OF_THE_RUN = "C8"  # the beginning of those that tell of the run and not of the data
UNUSED_WAIVER = "C801"
UNKNOWN_RULE = "C803"
RULE_CRASHED = "C804"
NOTHING_CHECKED = "C805"
LATE = (UNUSED_WAIVER, RULE_CRASHED)  # what these tell of is known once all others have been asked, one after the other

# of the run: a void setting, and a rule that failed
ALWAYS_ASKED = frozenset({UNKNOWN_RULE, RULE_CRASHED})


# what to do about a file that a command cannot work with: only a check tells its faults at their lines
CHECK_FIRST = 'run "dateline check" and mend what it says first'


class UsageError(Exception):
    """The run cannot start: the message says why and what to do. Exit code 2."""


class Settings(Struct, frozen=True):
    """What the command line asks for; the manifest is asked where it says nothing."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool = False
    as_of: date | None = None
