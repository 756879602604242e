"""The engine that is asked where the other cannot be: jsonschema, slow and lazy. In tests it judges every verdict of the other.

It takes what no JSON can hold, and it stops when it is no longer asked, however much is wrong. It reads the schemas as they
are published, with their references.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from dateline.loading.formats import FORMATS
from dateline.loading.mismatch import Mismatch
from dateline.model import standard

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

    Keyword = Callable[[Any, Any, Any, Any], Iterator[ValidationError]]

_FREE = "additionalProperties"


def mismatches(data: Any, kind: str, version: str) -> Iterator[Mismatch]:  # noqa: ANN401 - data of any shape
    """Give what is wrong with data, in the order of the schema."""
    return map(_mismatch, validator(kind, version).iter_errors(data))


@cache
def validator(kind: str, version: str = standard.VERSION) -> "Draft202012Validator":
    """The validator of a kind of record."""
    from jsonschema import Draft202012Validator, FormatChecker  # noqa: PLC0415 - a tenth of a second
    from jsonschema.validators import extend  # noqa: PLC0415 - as above
    from referencing import Registry, Resource  # noqa: PLC0415 - as above

    names = [path.relative_to(standard.folder()).as_posix() for path in sorted(standard.folder().glob("*/*.json"))]
    resources = [(standard.BASE + name, Resource.from_contents(standard.document(name))) for name in names]
    checker = FormatChecker(formats=())
    for name, judge in FORMATS.items():
        checker.checks(name)(judge)
    schema = standard.document(f"{version}/{kind}.schema.json")
    judging: type[Draft202012Validator]
    judging = extend(Draft202012Validator, {_FREE: _in_order(Draft202012Validator.VALIDATORS[_FREE])})  # type: ignore[no-untyped-call]
    return judging(schema, registry=Registry().with_resources(resources), format_checker=checker)


def _in_order(judge: "Keyword") -> "Keyword":
    """A keyword of jsonschema that goes through a set of names, told name by name: else each run would have another order."""

    def judged(validator: Any, wanted: Any, instance: Any, schema: Any) -> Iterator["ValidationError"]:  # noqa: ANN401 - JSON
        if not isinstance(instance, dict) or not isinstance(wanted, dict):
            yield from judge(validator, wanted, instance, schema)
            return
        for name, value in instance.items():
            yield from judge(validator, wanted, {name: value}, schema)

    return judged


def _mismatch(error: "ValidationError") -> Mismatch:
    # one error a field, and its name is only in the words
    quoted = re.match(r"'([^']+)' is a required", error.message) if error.validator == "required" else None
    branches: dict[Any, list[Mismatch]] = {}
    for inner in error.context or ():
        branches.setdefault(inner.relative_schema_path[0], []).append(_mismatch(inner))
    return Mismatch(
        str(error.validator),
        tuple(error.absolute_path),
        error.instance,
        dict(error.schema) if isinstance(error.schema, dict) else {},
        of_key="propertyNames" in error.absolute_schema_path,
        field=quoted[1] if quoted else "",
        branches=tuple(map(tuple, branches.values())),
    )
