"""``dateline tables``."""

from dateline.cli.console import tell


def tables() -> None:
    """Describe every table and column of a release."""
    from dateline.exporters.describe import as_page  # noqa: PLC0415 - what others do not need

    tell(as_page())
