"""From a report to text, for a terminal or for another program."""

from collections.abc import Callable

from dateline.engine.report import Report
from dateline.reporters import concise, full, json

REPORTERS: dict[str, Callable[[Report], str]] = {"full": full.render, "concise": concise.render, "json": json.render}
