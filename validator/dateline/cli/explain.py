"""``dateline explain``."""

import re
from typing import Annotated

import typer

from dateline.cli.console import tell
from dateline.engine.settings import UsageError

_FENCE = re.compile(r"^```(?:\w+)?(?: (?P<name>\S+))?\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


def explain(rule: Annotated[str, typer.Argument(help="The name of a rule, or its code.")]) -> None:
    """Tell what a rule is for, with examples."""
    from dateline.rules import rulebook  # noqa: PLC0415 - what other commands do not need

    wanted = rule.strip()
    found = next((known for known in rulebook() if wanted.lower() in (known.name, known.code.lower())), None)
    if found is None:
        from dateline.engine.selecting import no_such_rule  # noqa: PLC0415 - it knows manifests, which take long to load

        raise UsageError(no_such_rule(wanted))
    head = f"{found.name} ({found.code}, {found.severity}{', preview' if found.preview else ''}, since {found.since})"
    body = _FENCE.sub(_shown, found.docstring.strip())
    body = re.sub(r"^## (.+)$", lambda match: match[1].upper(), body, flags=re.MULTILINE)
    tell(f"{head}\n\n{body.strip()}\n")


def _shown(match: re.Match[str]) -> str:
    """A fenced block as a terminal shows it: indented, the name of its file above it."""
    indented = re.sub(r"^(?=.)", "    ", match["body"].rstrip("\n"), flags=re.MULTILINE)
    return (f"  {match['name']}\n" if match["name"] else "") + indented
