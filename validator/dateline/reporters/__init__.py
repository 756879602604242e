"""From a report to text, for a terminal or for another program; and from an article to what a terminal shows of it."""

from collections.abc import Callable
from functools import partial
from importlib import import_module

from dateline.engine.report import Report


def _rendered(name: str, report: Report) -> str:
    """The report in the form that the module of that name makes; loaded when it is wanted."""
    text: str = import_module(f"{__name__}.{name}").render(report)
    return text


_NAMES = ("full", "concise", "json", "jsonl", "github", "gitlab", "sarif", "junit", "markdown")
REPORTERS: dict[str, Callable[[Report], str]] = {name: partial(_rendered, name) for name in _NAMES}
# the formats for a terminal: these may be coloured, and counted instead
FOR_TERMINALS = ("full", "concise")
