"""``dateline tables``."""

from dateline.cli.console import tell
from dateline.exporters.describe import as_page


def tables() -> None:
    """Describe the tables of a release: every column, as a page in Markdown."""
    tell(as_page())
