"""Articles as JSON, one a line, with all that is annotated in them."""

import json

from dateline.exporters.columns import Rows
from dateline.exporters.nesting import nested

PATH = "articles.jsonl"


def files(rows: Rows) -> dict[str, bytes]:
    """``articles.jsonl``: keys sorted, no spaces, UTF-8 without escapes that JSON does not ask for."""
    return {PATH: "".join(f"{_written(article)}\n" for article in nested(rows)).encode()}


def _written(article: dict[str, object]) -> str:
    return json.dumps(article, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
