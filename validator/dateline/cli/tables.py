"""``dateline tables``."""

from dateline.cli.console import tell
from dateline.exporters.describe import as_page


def tables() -> None:
    """Describe every table and column of a release."""
    tell(as_page())
