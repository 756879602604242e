"""``dateline schema``."""

import json
from typing import Annotated

import typer

from dateline.cli.console import tell
from dateline.engine.settings import UsageError
from dateline.model import standard


def schema(
    kind: Annotated[str, typer.Argument(help="article, actor, event, corpus or common; none: say where the folder is.")] = "",
) -> None:
    """Print a JSON Schema of the standard, or where the standard lies."""
    if not kind:
        tell(f"{standard.folder()}\n")
        return
    kinds = (*standard.KINDS, "common")
    if kind not in kinds:
        message = f'there is no schema "{kind}": name one of {", ".join(kinds)}'
        raise UsageError(message)
    document = standard.document(f"{standard.VERSION}/{kind}.schema.json")
    tell(json.dumps(document, indent=2, ensure_ascii=False) + "\n")
