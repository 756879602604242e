"""What the commands that change records share: shown as a comparison or written, and told file by file."""

from collections.abc import Callable, Iterable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from dateline.cli.console import complain, note, path_here, tell_lines
from dateline.engine.changes import Change, LeftAlone, carry_out


class Outcome(Struct, frozen=True):
    """The files that were changed, or would be, and whether somebody has to do something about one."""

    done: list[str]
    fails: bool


def changed(
    root: Path,
    found: Iterable[Change | LeftAlone],
    *,
    diff: bool = False,
    check: bool = False,
    what: Callable[[str], str] = lambda _: "",
) -> Outcome:
    """Write changes, or only show them (``diff``) or name their files (``check``); ``what`` is told behind a file's name."""
    found = list(found)
    changes = [one for one in found if isinstance(one, Change)]
    alone = [one for one in found if isinstance(one, LeftAlone)]
    for file in alone:
        note(f"{path_here(root, file.path)} is left as it is: {file.why}")
    troubles = {} if diff or check else carry_out(root, changes)
    done = [change.path for change in changes if change.path not in troubles]
    if diff:
        tell_lines(line for change in changes for line in replace(change, path=path_here(root, change.path)).diff())
    else:
        tell_lines(f"{path_here(root, path)}{what(path)}" for path in done)
    for path, why in troubles.items():
        complain(f"{path_here(root, path)} was not changed: {why}")
    is_only_shown = (diff or check) and bool(changes)
    return Outcome(done, bool(troubles) or is_only_shown or any(file.fails for file in alone))
