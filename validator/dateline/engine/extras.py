"""Libraries that are extras of the program: loaded when they are wanted, and named where they are missing."""

from importlib import import_module
from typing import Any

from dateline.engine.settings import UsageError


def cassis() -> Any:  # noqa: ANN401 - a module without types
    """dkpro-cassis, which reads and writes UIMA's CAS.

    Raises:
        UsageError: where it is not installed.

    """
    return _extra("cassis", 'a CAS needs dkpro-cassis: pip install "dateline[cas]"')


def pyarrow() -> tuple[Any, Any]:
    """pyarrow, and its writer of Parquet.

    Raises:
        UsageError: where it is not installed.

    """
    missing = 'Parquet needs pyarrow: pip install "dateline[parquet]"'
    return _extra("pyarrow", missing), _extra("pyarrow.parquet", missing)


def _extra(name: str, missing: str) -> Any:  # noqa: ANN401 - as above
    try:
        return import_module(name)
    except ImportError as error:
        raise UsageError(missing) from error
