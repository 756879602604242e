"""The values of tools as the standard writes them: TIMEX3's names, terms of vocabularies, ids."""

import re
from typing import Any, cast

from dateline.engine.settings import UsageError
from dateline.importers.article import slug
from dateline.model.standard import document, vocabulary
from dateline.model.standoff import Mark
from dateline.model.timex import SEASONS

_VOCABULARIES = {
    ("mention", "form"): "mention-forms",
    ("mention", "tenure"): "tenures",
    ("time", "type"): "time-types",
    ("time", "mod"): "time-mods",
    ("quote", "type"): "quote-types",
    ("event", "type"): "event-types",
    ("event", "status"): "mention-statuses",
}
_REFERENCES = {"PAST_REF": "past", "PRESENT_REF": "present", "FUTURE_REF": "future"}
_SEASON = re.compile(r"([0-9]{4}-)(SP|SU|FA|WI)")
_DECADE = re.compile(r"[0-9]{2,3}")  # or a century
_ID = re.compile(r"_?[a-z][a-z0-9]*(?:-[a-z0-9]+)*\Z")
_SHORTEST = 3  # letters of an id
_MOST_SHOWN = 40  # characters


def terms_of(layer: str, field: str) -> tuple[str, ...]:
    """The terms of a field; none where it takes any words."""
    name = _VOCABULARIES.get((layer, field))
    return tuple(vocabulary(name)["enum"]) if name else ()


def term(mark: Mark, field: str, value: str, known: tuple[str, ...], said_by: str) -> str:
    """A term of the standard, if the field has some; capitals and underscores are the tools' own.

    Raises:
        UsageError: for one that it does not know.

    """
    plain = value.casefold().replace("_", "-")
    if not known:
        return value
    if plain not in known:
        shown = value[:_MOST_SHOWN]
        message = (
            f'{mark.at}: {field} "{shown}" is no term of the standard: translate the {said_by} of {mark.label} with --map, '
            f'as in {field}: {{from: {said_by}, "{shown}": {known[0]}}}, to one of {", ".join(known)}'
        )
        raise UsageError(message)
    return plain


def time_value(value: str) -> str | None:
    """The value of a time as the standard writes it; none for one that it cannot hold."""
    value = _REFERENCES.get(value, value)
    if season := _SEASON.fullmatch(value):
        value = season[1] + SEASONS[season[2]]
    elif _DECADE.fullmatch(value):
        value = f"{value:X<4}"
    return value if re.match(_pattern(), value) else None


def _pattern() -> str:
    common = cast("dict[str, Any]", document("1.0/common.schema.json"))
    return str(common["$defs"]["timeValue"]["pattern"])


def is_id(value: str) -> bool:
    """Whether a value can be the id of a record, or of a source without a name."""
    return bool(_ID.match(value)) and len(value) >= _SHORTEST


def id_from(words: str, mark: Mark) -> str:
    """An id for somebody whom no record is known to be: of the words, or else of the mark."""
    found = slug(words)[:60].strip("-")
    if is_id(found):
        return found
    return f"actor-{slug(mark.id) or 'x'}"
