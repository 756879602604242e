"""The schemas that a corpus has for its editors: one file for each kind of record, with the ids of the corpus among its terms."""

import json
from pathlib import Path
from typing import Any

from dateline.engine.settings import UsageError
from dateline.loading import source
from dateline.loading.document import Document, document_at
from dateline.loading.writing import write
from dateline.model import standard
from dateline.model.bundle import bundle

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

Ids = dict[str, dict[str, str]]


def write_schemas(root: Path) -> Ids:
    """Write the schemas of a corpus into its folder ``.dateline/schema``; give the ids that they offer, by kind.

    Raises:
        UsageError: where the folder cannot be written to.

    """
    ids = ids_of(root)
    terms = {part: ids[kind] for part, kind in _TAKES.items()}
    folder = root / FOLDER
    if folder.is_symlink() or folder.parent.is_symlink():
        message = f"{FOLDER} is a symbolic link, and none is followed out of a corpus: remove it"
        raise UsageError(message)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write(folder.parent / ".gitignore", b"*\n")  # what a command writes anew is no part of a corpus
        for kind in standard.KINDS:
            written = json.dumps(bundle(kind, terms), indent=1, ensure_ascii=False) + "\n"
            write(folder / f"{kind}.schema.json", written.encode())
    except OSError as error:
        message = f"{folder} cannot be written to: {source.why(error)}"
        raise UsageError(message) from error
    return ids


def settings_for(folder: str) -> dict[str, dict[str, str]]:
    """The settings by which VS Code takes these schemas for the files of a corpus in that folder of what it has open."""
    at = f"/{folder}" if folder else ""
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


def _data_of(root: Path, path: str) -> dict[str, Any]:
    document = document_at(root, path)
    return _map(document.data) if isinstance(document, Document) else {}


def _map(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
