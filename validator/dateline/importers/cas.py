"""UIMA's CAS, in XMI with its type system, or in JSON, as INCEpTION exports it.

Source: https://github.com/dkpro/dkpro-cassis
"""

import warnings
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from dateline.engine import extras
from dateline.engine.settings import UsageError
from dateline.importers.archives import members_of
from dateline.importers.cas_shape import judge_names, judge_xmi, judged_json
from dateline.importers.files import MOST_ELEMENTS, bytes_of, fail, judge_number, text_in
from dateline.importers.markup import walked
from dateline.model.standoff import ENDS, FRAGMENT, Link, Mark, Standoff

_PROJECT = "exportedproject.json"
_TYPES = ("TypeSystem.xml", "typesystem.xml")
_NAMED = "NamedEntity"  # its value is what other tools have for a label


def read(file: Path) -> list[Standoff]:
    """The documents of a file.

    Raises:
        UsageError: for what cannot be read as a CAS, or without dkpro-cassis.

    """
    cassis = extras.cassis()
    if file.suffix == ".zip":
        members = members_of(file)
        if _PROJECT in members:
            fail(str(file), "it is a whole project of INCEpTION: export its documents one by one, as UIMA CAS XMI or UIMA CAS JSON")
        found = sorted(name for name in members if name.endswith((".xmi", ".json")))
        return [_document(cassis, f"{file}/{name}", members[name], _types_for(name, members)) for name in found]
    beside = next((file.with_name(name) for name in _TYPES if file.with_name(name).is_file()), None)
    types = bytes_of(beside) if beside and file.suffix != ".json" else None
    return [_document(cassis, str(file), bytes_of(file), types)]


def _types_for(name: str, members: dict[str, bytes]) -> bytes | None:
    """The type system in the folder of a member, or else the only kind that there is: anywhere in the archive."""
    beside = (members.get(PurePosixPath(name).with_name(types).as_posix()) for types in _TYPES)
    anywhere = (data for other, data in members.items() if PurePosixPath(other).name in _TYPES)
    return next(filter(None, (*beside, *anywhere)), None)


def _document(cassis: Any, name: str, data: bytes, types: bytes | None) -> Standoff:  # noqa: ANN401 - a library without types
    if name.endswith(".json"):
        cas = _loaded(name, lambda: cassis.load_cas_from_json(judged_json(name, text_in(name, data))))
    elif types is None:
        fail(name, f"its type system is missing: put {_TYPES[0]} beside it")
    else:
        walked(_TYPES[0], types)
        system = _loaded(_TYPES[0], lambda: cassis.load_typesystem(types.decode("utf-8")))
        # before the first structure is read, of whose type the library makes a class
        for kind in _kinds(system):
            judge_names(_TYPES[0], kind.name or "", [feature.name or "" for feature in kind.all_features])
        judge_xmi(name, walked(name, data)[1], {kind.name: kind for kind in _kinds(system)})
        cas = _loaded(name, lambda: cassis.load_cas_from_xmi(text_in(name, data), typesystem=system))
    return _standoff(name, cas)


def _kinds(system: Any) -> Iterator[Any]:  # noqa: ANN401 - as above
    yield from system.get_types(built_in=True)


def _loaded(name: str, load: Callable[[], Any]) -> Any:  # noqa: ANN401 - as above
    try:
        with warnings.catch_warnings():
            # of offsets past the end the library only warns
            warnings.simplefilter("ignore")
            warnings.filterwarnings("error", message="Not mapping external offset")
            return load()
    except UsageError:
        raise
    except UserWarning as error:
        fail(name, f"offsets lie past the end of the text, or inside a character: {error}")
    except Exception as error:  # noqa: BLE001 - whatever a broken file makes of the library is the file's matter
        fail(name, f"it cannot be read as a CAS ({type(error).__name__}: {' '.join(str(error)[:200].split())}): export it again")


def _standoff(name: str, cas: Any) -> Standoff:  # noqa: ANN401 - as above
    text = cas.sofa_string
    if not isinstance(text, str):
        fail(name, "it holds no text")
    found = sorted(cas.select_all_annotations(), key=lambda one: (one.begin or 0, one.end or 0, one.type.name, one.xmiID or 0))
    judge_number(name, len(found), MOST_ELEMENTS)
    ids = {id(one): f"{one.type.name.rpartition('.')[2]}-{n}" for n, one in enumerate(found, 1)}
    fragments: dict[int, list[Any]] = {}
    for one in found:
        if one.type.name == FRAGMENT:
            fragments.setdefault(id(one.of), []).append(one)
    marks: list[Mark] = []
    links: list[Link] = []
    for one in found:
        features = {feature.name: one.get(feature.name) for feature in one.type.all_features}
        if all(end in features for end in ENDS):
            links += _relation(name, one, features, ids)
        elif one.type.name != FRAGMENT:
            marks.append(_mark(name, one, features, ids, fragments.get(id(one), [])))
            links += _links(name, one, features, ids)
    views = len(list(cas.views)) - 1
    dropped = (f"{name}: left out: {views} further views",) if views > 0 else ()
    return Standoff(name, text, tuple(marks), tuple(links), dropped=dropped)


def _mark(name: str, one: Any, features: dict[str, Any], ids: dict[int, str], fragments: list[Any]) -> Mark:  # noqa: ANN401 - as above
    said = []
    for feature, value in features.items():
        if feature not in ("sofa", "begin", "end"):
            values = getattr(value, "elements", None) or [value]
            said += [(feature, _plain(part)) for part in values if isinstance(part, str | int | float | bool)]
    label = one.type.name
    if label.endswith(_NAMED):
        label = dict(said).get("value", label)
        said = [(feature, value) for feature, value in said if (feature, value) != ("value", label)]
    stretches = sorted((part.begin, part.end) for part in fragments) or [(one.begin, one.end)]
    return Mark(ids[id(one)], label, tuple(stretches), None, f"{name}: {ids[id(one)]}", tuple(said))


def _plain(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _links(name: str, one: Any, features: dict[str, Any], ids: dict[int, str]) -> Iterator[Link]:  # noqa: ANN401 - as above
    """The annotations that features of an annotation name."""
    for feature, value in features.items():
        for target in getattr(value, "elements", None) or [value]:
            # INCEpTION has a structure with a role between the two
            between = getattr(target, "target", None)
            label, end = (getattr(target, "role", None) or feature, between) if id(between) in ids else (feature, target)
            if id(end) in ids:
                yield Link(label, ids[id(one)], ids[id(end)], f"{name}: {ids[id(one)]}")


def _relation(name: str, one: Any, features: dict[str, Any], ids: dict[int, str]) -> Iterator[Link]:  # noqa: ANN401 - as above
    ends = [ids.get(id(features[end])) for end in ENDS]
    if ends[0] and ends[1]:
        label = features.get("label") or one.type.name
        yield Link(str(label), ends[0], ends[1], f"{name}: {ids[id(one)]}")
