"""New files of a corpus: an article from a copy, an actor, an event. Nothing is overwritten, and nothing at fault is written."""

from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import Any

from dateline.engine import editor
from dateline.engine.files import check_file
from dateline.engine.settings import UsageError
from dateline.importers.article import Wanted, drafted
from dateline.importers.draft import Draft
from dateline.importers.fields import data_of, given
from dateline.importers.rough import rough
from dateline.importers.sound import judged
from dateline.loading import characters, source
from dateline.loading.layout import laid_out
from dateline.loading.texts import Copies
from dateline.loading.writing import create
from dateline.model import standard
from dateline.model.corpus import Entry, Registry
from dateline.model.fault import Fault, TooLargeOrDeep, Unreadable
from dateline.rules import Rules


def new_article(root: Path, file: Path, wanted: Wanted) -> Draft:
    """Write the draft of an article.

    Raises:
        UsageError: where no draft can be made, or a file stands there already.

    """
    if wanted.corrects and f"articles/{wanted.corrects}.yaml" not in source.find(root)[0]:
        message = f'--corrects "{wanted.corrects}" is no article of the corpus: give the id of the one that it puts right'
        raise UsageError(message)
    corpus = known_corpus(root)
    draft = drafted(copy_in(file), completed(wanted, corpus), corpus)
    _create(root, draft.path, data_of(draft))
    return draft


def new_record(root: Path, kind: str, name: str, fields: dict[str, str | None]) -> str:
    """Write the beginning of an actor or event; give its path.

    Raises:
        UsageError: for a value that the standard does not take, or where a file stands there already.

    """
    path = f"{kind}s/{name}.yaml"
    _create(root, path, given({"schema": f"{kind}/{standard.VERSION}", "id": name, **fields}))
    return path


def known_corpus(root: Path, without: str = "") -> Registry:
    """The actors, the events and the manifest of a corpus, as far as its files can be read; ``without`` leaves a file out."""
    records: list[Entry] = []
    unread: list[tuple[str, str]] = []
    for path in source.find(root)[0]:
        if path == without:
            continue
        facts = check_file(root, path, Rules(), Copies(None)).facts
        if facts is None:
            unread.append((source.kind_of(path), PurePath(path).stem))
        elif facts.record:
            records.append(facts.record)
    return Registry.of(records, unread)


def copy_in(file: Path) -> str:
    """The text of a copy, read with the limits that hold for all files.

    Raises:
        UsageError: for a file that is none, is too large, or is not UTF-8.

    """
    if not file.exists():
        message = f"{file} does not exist"
        raise UsageError(message)
    read = source.read(file.resolve().parent, file.resolve().name)
    text = read if isinstance(read, Fault) else characters.decoded(read)
    if isinstance(text, str):
        return characters.cleaned(text)
    why = "is larger than 1 MiB" if isinstance(text, TooLargeOrDeep) else "is not UTF-8: save it as UTF-8"
    why = f"cannot be read: {text.why}" if isinstance(text, Unreadable) else why
    message = f"{file} {why}"
    raise UsageError(message)


def completed(wanted: Wanted, corpus: Registry) -> Wanted:
    """What is wanted, with what the manifest says where the command says nothing.

    Raises:
        UsageError: for what the manifest does not know, or what has to be said.

    """
    manifest = corpus.manifest
    if manifest is None:
        message = 'dateline.yaml cannot be read: run "dateline check" and mend it first'
        raise UsageError(message)
    if wanted.by and wanted.by not in manifest.annotators:
        message = f'--by "{wanted.by}" is no annotator of dateline.yaml: name one of {", ".join(manifest.annotators)}'
        raise UsageError(message)
    if not wanted.publisher and not wanted.is_original:
        message = "whose text is it? name the outlet with --publisher, or write --origin original"
        raise UsageError(message)
    if wanted.is_original and not wanted.sources:
        message = "what does the original rest on? name its sources with --source"
        raise UsageError(message)
    return wanted.completed(manifest.annotators[0], manifest.title, manifest.license)


def _create(root: Path, path: str, data: dict[str, Any]) -> None:
    """Write a file that was not there, in canonical layout."""
    _put(root, path, _text_of(path, data))


def create_articles(root: Path, articles: Sequence[dict[str, Any]]) -> None:
    """Write articles that were not there: all of them, or none.

    Raises:
        UsageError: where one cannot be written; those before it are taken away again.

    """
    files = {path: _text_of(path, data) for data in articles for path in [f"articles/{data['id']}.yaml"]}
    begun: list[str] = []
    try:
        for path, text in files.items():
            begun.append(path)
            _put(root, path, text)
    except BaseException as error:
        # the last was refused, and may be somebody's; or it was whole when a signal came
        for path in begun[:-1] if isinstance(error, UsageError) else begun:
            (root / path).unlink(missing_ok=True)
        raise


def _text_of(path: str, data: dict[str, Any]) -> str:
    """The file of a record, in canonical layout."""
    text, _ = laid_out(judged(path, rough(data)), source.kind_of(path), {})
    if len(text.encode()) > source.LARGEST:
        message = f"{path} would be larger than 1 MiB: is the copy one article?"
        raise UsageError(message)
    return text


def _put(root: Path, path: str, text: str) -> None:
    """Write a file that was not there."""
    target = root / path
    if target.parent.is_symlink():
        message = f"{target.parent.name} is a symbolic link, which is never followed"
        raise UsageError(message)
    try:
        target.parent.mkdir(exist_ok=True)
        create(target, (_modeline(root, path) + text).encode())
    except OSError as error:
        is_there = isinstance(error, FileExistsError) and (target.exists() or target.is_symlink())
        told = (
            "is there already: nothing is overwritten; give another id" if is_there else f"cannot be written: {source.why(error)}"
        )
        message = f"{path} {told}"
        raise UsageError(message) from error


def _modeline(root: Path, path: str) -> str:
    """The line by which an editor finds its schema, if ``dateline schema --with-ids`` wrote one; addresses would be fetched."""
    schema = f"{editor.FOLDER}/{source.kind_of(path)}.schema.json"
    return f"# yaml-language-server: $schema=../{schema}\n" if (root / schema).is_file() else ""
