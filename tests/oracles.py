"""Foreign judges of what reporters write."""

import json
from functools import cache
from typing import Any

from jsonschema import Draft4Validator

from tests.laid import HERE


@cache
def _sarif() -> Draft4Validator:
    return Draft4Validator(json.loads((HERE / "vendored/sarif-schema-2.1.0.json").read_text("utf-8")))


def sarif_faults(log: dict[str, Any]) -> list[str]:
    """What the official schema of SARIF finds wrong with a log."""
    return [f"{error.json_path}: {error.message[:200]}" for error in _sarif().iter_errors(log)]
