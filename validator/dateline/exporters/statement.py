"""The data statement in a release: the corpus's README, without links that lead out of it."""

import re

from dateline.exporters.signs import page

NAME = "DATA-STATEMENT.md"
_RELATIVE = re.compile(r"\[([^\]\n]*)\]\((?!https?://|#)[^)\n]*\)")


def statement(readme: str) -> bytes:
    """The statement; the names of files that are not in a release stay as words."""
    return page([_RELATIVE.sub(r"\1", readme).rstrip("\n")])
