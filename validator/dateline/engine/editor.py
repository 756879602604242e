"""The schemas as an editor wants them: one file for each kind of record, with the ids of a corpus among its terms.

An editor's language server resolves references against ``$id``, and would ask the network for what lies in another folder. So
a schema for an editor has no ``$id``, and brings along what it refers to.
"""

import json
import posixpath
import re
from pathlib import Path
from typing import Any

from dateline.loading import source
from dateline.loading.document import Document, parse
from dateline.loading.writing import write
from dateline.model import standard
from dateline.model.fault import Fault

FOLDER = ".dateline/schema"

# which ids a part of the common schema takes, beside local ones and those of records still to come
_TAKES = {
    "actorId": "actor",
    "actorRef": "actor",
    "eventId": "event",
    "timeAnchor": "event",
    "timeBound": "event",
    "articleId": "article",
    "postId": "post",
    "annotatorId": "annotator",
}
_NAMES = {"article": "headline", "actor": "name", "event": "label"}
_OF_A_FILE = ("$schema", "$id", "version", "source", "date", "terms")
_LONGEST_NAME = 200  # characters, as wide as an editor's list is useful
# a name is shown as it is written: no link, and no picture that an editor would fetch
_MARKDOWN = re.compile(r"[\\`*_\[\]()<>!&#~|:]")

Ids = dict[str, dict[str, str]]


def write_schemas(root: Path) -> Ids:
    """Write the schemas of a corpus into its folder ``.dateline/schema``; give the ids that they offer, by kind."""
    ids = ids_of(root)
    (root / FOLDER).mkdir(parents=True, exist_ok=True)
    for kind in standard.KINDS:
        written = json.dumps(schema_for(kind, ids), indent=1, ensure_ascii=False) + "\n"
        write(root / FOLDER / f"{kind}.schema.json", written.encode())
    return ids


def settings_for(root: Path, workspace: Path) -> dict[str, dict[str, str]]:
    """The settings by which VS Code, with the folder ``workspace`` open, takes these schemas for the files of the corpus."""
    top = root.relative_to(workspace).as_posix()
    at = "" if top == "." else f"/{top}"
    files = {"article": "articles/*.yaml", "actor": "actors/*.yaml", "event": "events/*.yaml", "corpus": source.MANIFEST}
    return {"yaml.schemas": {f".{at}/{FOLDER}/{kind}.schema.json": f"{at}/{names}" for kind, names in files.items()}}


def ids_of(root: Path) -> Ids:
    """The ids of a corpus, by kind, each with the name that its record gives it; a file that cannot be read has no name."""
    ids: Ids = {kind: {} for kind in dict.fromkeys(_TAKES.values())}
    titles: dict[str, dict[str, None]] = {}
    for path in source.find(root)[0]:
        kind, data = source.kind_of(path), _data_of(root, path)
        if kind == "corpus":
            people = _map(data.get("annotators")).items()
            ids["annotator"] |= {name: _text(_map(person).get("name")) for name, person in people}
            continue
        ids[kind][Path(path).stem] = _text(data.get(_NAMES[kind]))
        posts = data.get("posts")
        for post in map(_map, posts if isinstance(posts, list) else ()):
            titles.setdefault(_text(post.get("id")), {})[_text(post.get("title"))] = None
    ids["post"] = {name: ", ".join(filter(None, told)) for name, told in titles.items()}
    return {kind: dict(sorted(names.items())) for kind, names in ids.items()}


def schema_for(kind: str, ids: Ids) -> dict[str, Any]:
    """A schema in one piece, whose ids are terms with the names of their records."""
    name = f"{standard.VERSION}/{kind}.schema.json"
    parts: dict[str, Any] = {}
    whole: dict[str, Any] = _bundled(standard.document(name), name, name, parts)
    for part, taken in _TAKES.items():
        if (key := f"common.{part}") in parts:
            parts[key] = _offering(parts[key], ids[taken])
    del whole["$id"]
    return whole | {"$defs": whole.get("$defs", {}) | dict(sorted(parts.items()))}


def _bundled(node: Any, name: str, top: str, parts: dict[str, Any]) -> Any:  # noqa: ANN401 - JSON of any shape
    """Give a copy whose references stay in it; what they led to in other files is gathered in ``parts``."""
    if isinstance(node, list):
        return [_bundled(item, name, top, parts) for item in node]
    if not isinstance(node, dict):
        return node
    copy = {key: _bundled(value, name, top, parts) for key, value in node.items()}
    if isinstance(reference := node.get("$ref"), str):
        copy["$ref"] = _part(reference, name, top, parts)
    return copy


def _part(reference: str, name: str, top: str, parts: dict[str, Any]) -> str:
    """Gather what a reference in the file ``name`` leads to; give the reference by which it is found from then on."""
    file, _, pointer = reference.partition("#")
    target = posixpath.normpath(posixpath.join(posixpath.dirname(name), file)) if file else name
    if target == top:
        return f"#{pointer}"
    found = standard.document(target)
    for step in pointer.strip("/").split("/") if pointer else ():
        found = found[step]
    file_name = posixpath.basename(target).removesuffix(".json").removesuffix(".schema")
    key = file_name + pointer.removeprefix("/$defs").replace("/", ".")
    if key not in parts:
        parts[key] = {}  # a part may refer to itself
        own = {word: value for word, value in found.items() if word not in _OF_A_FILE}
        parts[key] = _bundled(own, target, top, parts)
    return f"#/$defs/{key}"


def _offering(part: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    """The same kind of id, with the known ones as terms. A record may be newer than the schema: other ids are no mistake."""
    told = {name: names[name][:_LONGEST_NAME] for name in names if re.search(part["pattern"], name)}
    if not told:
        return part
    terms = {
        "type": "string",
        "enum": list(told),
        "enumDescriptions": list(told.values()),
        "markdownEnumDescriptions": [f"**{name}**: {_plain(words)}" for name, words in told.items()],
    }
    shape = {word: part[word] for word in ("type", "pattern", "maxLength", "errorMessage") if word in part}
    about = {word: part[word] for word in ("title", "description", "examples") if word in part}
    return about | {"anyOf": [terms, shape]}


def _data_of(root: Path, path: str) -> dict[str, Any]:
    read = source.read(root, path)
    document = None if isinstance(read, Fault) else parse(read)
    return _map(document.data) if isinstance(document, Document) else {}


def _map(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _plain(words: str) -> str:
    return _MARKDOWN.sub(lambda match: f"\\{match[0]}", words)
