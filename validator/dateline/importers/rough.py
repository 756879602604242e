"""The data of a new record as YAML that is not yet laid out: which of it stands on lines of its own, and which in braces.

Fields in any order, and quotation marks that nothing needs, are left to the canonical layout.
"""

import json
import re
import textwrap
from collections.abc import Iterator
from typing import Any

from dateline.loading.events import Steps

_LONGEST = 80  # characters of a paragraph that stands within its line; a longer one is folded
_WIDTH = 90
_DIGEST = re.compile("sha256:[0-9a-f]+")  # the one text with a colon that the files of a corpus write without marks
# what stands on lines of its own; all else that has parts stands in braces or brackets
_OPEN = frozenset(
    {("text",), ("text", "blocks"), ("text", "spans"), ("unnamed",), ("mentions",), ("times",), ("quotes",), ("events",)}
)


def rough(data: dict[str, Any]) -> str:
    """The text of a record."""
    return "".join(f"{line}\n" for line in _lines((), data))


def _lines(steps: Steps, whole: Any) -> Iterator[str]:  # noqa: ANN401 - data of any shape
    for step, value in whole.items() if isinstance(whole, dict) else enumerate(whole):
        head = "-" if isinstance(step, int) else f"{step}:"
        if _is_open((*steps, step), value):
            yield head
            yield from (f"  {line}" for line in _lines((*steps, step), value))
        elif step == "text" and _is_long(value):
            yield f"{head} >-"
            # a hyphenated word that is divided does not come together again
            yield from (f"  {line}" for line in textwrap.wrap(value, _WIDTH, break_long_words=False, break_on_hyphens=False))
        else:
            yield f"{head} {_flow(value)}"


def _is_open(steps: Steps, value: Any) -> bool:  # noqa: ANN401 - as above
    is_block = steps[:-1] == ("text", "blocks")
    return steps in _OPEN or steps[:-1] == ("quotes",) or (is_block and _is_long(value.get("text", "")))


def _is_long(words: str) -> bool:
    return len(words) > _LONGEST


def _flow(value: Any) -> str:  # noqa: ANN401 - as above
    """A value on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return f"[{', '.join(map(_flow, value))}]"
    if isinstance(value, str) and _DIGEST.fullmatch(value):
        return value
    return json.dumps(value, ensure_ascii=False)
