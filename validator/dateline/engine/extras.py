"""Libraries that are extras of the program: loaded when they are wanted, and named where they are missing."""

from typing import Any

from dateline.engine.settings import UsageError


def cassis() -> Any:  # noqa: ANN401 - a module without types
    """dkpro-cassis, which reads and writes UIMA's CAS.

    Raises:
        UsageError: where it is not installed.

    """
    try:
        import cassis as found  # noqa: PLC0415 - an extra, and slow to load
    except ImportError as error:
        message = 'a CAS needs dkpro-cassis: pip install "dateline[cas]"'
        raise UsageError(message) from error
    return found
