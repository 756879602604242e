"""From a report to text, for a terminal or for another program; and from an article to what a terminal shows of it."""

from collections.abc import Callable

from dateline.engine.report import Report
from dateline.reporters import concise, full, github, gitlab, json, jsonl, junit, markdown, sarif

REPORTERS: dict[str, Callable[[Report], str]] = {
    "full": full.render,
    "concise": concise.render,
    "json": json.render,
    "jsonl": jsonl.render,
    "github": github.render,
    "gitlab": gitlab.render,
    "sarif": sarif.render,
    "junit": junit.render,
    "markdown": markdown.render,
}
# the formats for a terminal: these may be coloured, and counted instead
FOR_TERMINALS = ("full", "concise")
