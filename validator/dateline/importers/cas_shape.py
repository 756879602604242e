"""What is seen to of a CAS before its library reads it, which would not say where a fault lies, or would not see it."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from dateline.importers.files import fail
from dateline.importers.ladder import Positions, utf16_positions
from dateline.importers.markup import Started
from dateline.importers.objects import counted, listed, loaded, mapped, worded

_DEEPEST = 50
_SOFA = "uima.cas.Sofa"
_ID = "http://www.omg.org/XMI id"
_ENDS = ("begin", "end")
_OF_ALL = {"sofa", *_ENDS}
_OF_SOFA = {"sofaNum", "sofaID", "mimeType", "sofaString", "sofaURI", "sofaArray"}
_OFFSET = re.compile("[0-9]{1,9}")


def judged_json(name: str, text: str) -> str:
    """The text of a CAS in JSON, if every feature structure in it is one that the type system knows.

    Raises:
        UsageError: for the first that is not, with its number.

    """
    data = loaded(name, text)
    if not isinstance(data, dict) or "%FEATURE_STRUCTURES" not in data:
        fail(name, "it is no CAS in JSON: it has no %FEATURE_STRUCTURES")
    kinds, found = data.get("%TYPES"), data["%FEATURE_STRUCTURES"]
    if not isinstance(kinds, dict) or not isinstance(found, list):
        fail(name, "it is no CAS in JSON: %TYPES is an object, and %FEATURE_STRUCTURES a list")
    for kind, features in kinds.items():
        _judge_kind(name, kind, mapped(f"{name}: {kind}", features))
    ids: set[object] = set()
    for one in found:
        _judge_structure(name, one, kinds)
        _judge_id(f"{name}: %ID {one.get('%ID')}", one.get("%ID"), ids)
    texts = {str(one["%ID"]): _units(name, one) for one in found if one["%TYPE"] == _SOFA}
    for one in found:
        if "@sofa" in one:
            at = f"{name}: %ID {one['%ID']}"
            _judge_offsets(at, str(one["@sofa"]), {key: str(counted(at, one, key)) for key in _ENDS if key in one}, texts)
    _judge_views(name, mapped(name, data.get("%VIEWS", {})), ids)
    return text


def _judge_views(name: str, views: dict[str, Any], ids: set[object]) -> None:
    for view in views.values():
        for member in listed(name, mapped(name, view), "%MEMBERS"):
            if not isinstance(member, int) or member not in ids:
                fail(name, f"%MEMBERS names %ID {member}, which does not exist")


def _judge_kind(name: str, kind: str, features: dict[str, Any]) -> None:
    judge_names(name, kind, [key for key in features if not key.startswith("%")])
    inner = [one for one in features.values() if isinstance(one, dict)]
    judge_names(name, str(features.get("%NAME", kind)), [str(one["%NAME"]) for one in inner if "%NAME" in one])


def judge_names(name: str, kind: str, features: Iterable[str]) -> None:
    """See to it that names are names: the library writes those of features into code, which it runs.

    Raises:
        UsageError: for one that is not.

    """
    for word in (*kind.split("."), *features):
        if not word.isidentifier():
            fail(name, f'the type system has the name "{word[:40]}": a name has letters, digits and _ alone')


def _judge_id(at: str, own: object, ids: set[object]) -> None:
    """See to it that an id is a number, and no other's: the library would keep one of them."""
    if not isinstance(own, int):
        fail(at, "a number is expected for %ID")
    if own in ids:
        fail(at, "another feature structure has this id, too: export it again")
    ids.add(own)


def _units(name: str, sofa: dict[str, Any]) -> Positions:
    words = worded(f"{name}: %ID {sofa['%ID']}", sofa, "sofaString")
    try:
        words.encode()
    except UnicodeEncodeError as error:
        fail(name, f"its text holds U+{ord(words[error.start]):04X}, half a character: take it out of the text")
    return utf16_positions(words)


def _judge_offsets(at: str, sofa: str, one: dict[str, str], texts: dict[str, Positions]) -> None:
    """See to it that an annotation begins and ends at characters of a text that is there."""
    if sofa not in texts:
        fail(at, f"it is an annotation of the text {sofa}, which does not exist")
    units = texts[sofa]
    for key in _ENDS:
        written = one.get(key, "0")
        if not _OFFSET.fullmatch(written):
            fail(at, f'{key} "{written[:20]}" is no offset: a whole number from 0 is expected')
        offset = int(written)
        if offset >= len(units):
            fail(at, f"{key} {offset} lies past the end of the text, which has {len(units) - 1} units of UTF-16")
        if units[offset] is None:
            fail(at, f"{key} {offset} lies inside a character")


def _judge_structure(name: str, one: Any, kinds: dict[str, Any]) -> None:  # noqa: ANN401 - data of any shape
    """See to it that the type system knows a feature structure, and tell its number where it does not."""
    if not isinstance(one, dict) or not isinstance(one.get("%TYPE"), str):
        fail(name, "a feature structure has no %TYPE")
    kind, features = one["%TYPE"], set(_OF_ALL)
    at = f"{name}: %ID {one.get('%ID')}"
    above = kind
    for _ in range(_DEEPEST):
        if not isinstance(kinds.get(above), dict):
            break
        features |= kinds[above].keys()
        above = str(kinds[above].get("%SUPER_TYPE"))
    if above.startswith("uima.") and above != kind:
        for key in one:
            if not key.startswith("%") and key.lstrip("@^#") not in features:
                fail(at, f"{kind} has no {' '.join(key.split())} in the type system")
    elif not above.startswith("uima.") and not kind.endswith("[]"):
        fail(at, f"the type system has no {above}")


def judge_xmi(name: str, events: list[Any], kinds: dict[str, Any]) -> None:
    """See to it that the type system knows every type and feature, and that ids and offsets are sound.

    Raises:
        UsageError: for the first element at fault, with its line.

    """
    found = list(_elements(events))
    ids: set[str] = set()
    texts: dict[str, Positions] = {}
    for kind, element in found:
        at = f"{name}:{element.line}"
        _judge_features(at, kind, element.attributes, kinds)
        own = element.attributes.get(_ID)
        if own in ids:
            fail(at, f"another element has the xmi:id {own}, too: export it again")
        ids |= {own} if own else set()
        if kind == _SOFA:
            texts[str(own)] = utf16_positions(element.attributes.get("sofaString", ""))
    for _, element in found:
        if "sofa" in element.attributes and "begin" in element.attributes:
            _judge_offsets(f"{name}:{element.line}", element.attributes["sofa"], element.attributes, texts)


def _elements(events: list[Any]) -> Iterator[tuple[str, Started]]:
    """The feature structures with their types."""
    for event in events:
        if isinstance(event, Started) and event.depth == 2 and event.name.startswith("http:///"):  # noqa: PLR2004 - below the root
            space, _, local = event.name.removeprefix("http:///").partition(".ecore ")
            yield f"{space.replace('/', '.')}.{local}".removeprefix("uima.noNamespace."), event


def _judge_features(at: str, kind: str, attributes: Collection[str], kinds: dict[str, Any]) -> None:
    if kind in ("uima.cas.NULL", "uima.cas.View"):
        return
    if kind != _SOFA and kind not in kinds:
        fail(at, f"the type system has no {kind}")
    features = _OF_SOFA if kind == _SOFA else {feature.name for feature in kinds[kind].all_features} | _OF_ALL | {"elements"}
    for feature in attributes:
        if " " not in feature and feature not in features:
            fail(at, f"{kind} has no {feature} in the type system")
