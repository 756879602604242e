"""A comparison of what is and what would be, safe to print; what cannot be seen in it stands as an escape."""

from collections.abc import Iterable

from dateline.reporters.safe import safe


def render(lines: Iterable[str]) -> str:
    """Give the lines of a unified diff."""
    return "".join(f"{safe(line)}\n" for line in lines)
