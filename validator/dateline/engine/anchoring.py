"""Fills in what a withheld article keeps of its text: digests, counts and fingerprints, touching nothing else."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from dateline.engine.changes import Change
from dateline.engine.settings import CHECK_FIRST, UsageError
from dateline.loading import schemas
from dateline.loading.article import text_of
from dateline.loading.build import build
from dateline.loading.document import Document, document_at, parse
from dateline.loading.edits import scalar
from dateline.loading.source import Source
from dateline.loading.texts import Copies
from dateline.loading.writing import edited
from dateline.model.blocks import Text
from dateline.model.fault import MissingField
from dateline.model.finding import PlacedEdit
from dateline.model.place import Place, Span
from dateline.model.text import JOINT, digest, fingerprint, is_gapped, words_in

if TYPE_CHECKING:
    from dateline.model.article import Article

_FILLED = {"fp", "chars", "words", "norm", "digest"}


def anchored(root: Path, path: str, copies: Copies) -> Change | None:
    """Give an article as the reader's copy of its text fills it in; none where nothing is missing or other than it was.

    Raises:
        UsageError: where the article or the copy is not fit for it, with what to do.

    """
    document = document_at(root, path)
    if not isinstance(document, Document) or _is_untidy(document.source.data):
        message = f"{path} cannot be read: {CHECK_FIRST}"
        raise UsageError(message)
    text = _text_at_hand(document, path, copies)
    edits = [*_block_edits(document, text), *_text_edits(document, text)]
    filled = _with_spans(path, edited(document.text, edits), copies)
    return Change(path, document.source.data, filled.encode()) if filled != document.text else None


def _is_untidy(data: bytes) -> bool:
    """Whether the file would be changed by more than what is filled in."""
    return data.startswith(b"\xef\xbb\xbf") or b"\r" in data


def _text_at_hand(document: Document, path: str, copies: Copies) -> Text:
    _, faults = schemas.check(document)
    others = [fault for fault in faults if not (isinstance(fault, MissingField) and fault.field in _FILLED)]
    data = cast("dict[str, Any]", document.data)
    if others:
        message = f"{path} has faults of its own: {CHECK_FIRST}"
        raise UsageError(message)
    if data["schema"].partition("/")[0] != "article" or data["text"]["status"] != "withheld":
        message = f"{path} is no article with a withheld text: there is nothing to fill in"
        raise UsageError(message)
    copy = copies.text_of(data["id"])
    if copy is None:
        message = copies.trouble_with(data["id"]) or f"there is no {data['id']}.txt: name its folder with --texts DIR"
        raise UsageError(message)
    text = text_of(data["text"], Place(path) / "text", copy)
    if text.canonical_digest is None:
        trouble = text.copy_troubles[0]
        lines = ", ".join(map(str, trouble.lines)) or "none"
        message = (
            f"the copy does not fit: blocks {', '.join(trouble.blocks)} against its lines {lines}; "
            "list every paragraph as a block, and take page furniture out of the copy"
        )
        raise UsageError(message)
    return text


def block_fields(words: str) -> dict[str, str | int]:
    """What a withheld article keeps of a block."""
    return {"fp": fingerprint(words), "chars": len(words), "words": words_in(words)}


def text_fields(blocks: Iterable[str]) -> dict[str, str | int]:
    """What a withheld article keeps of its text as a whole."""
    canonical = JOINT.join(blocks)
    return {"norm": "dl-norm-1", "chars": len(canonical), "digest": digest(canonical)}


def span_line(block: str, text: str, nth: int | None, fp: str) -> str:
    """The fingerprint of a long anchor, as an item of ``text.spans``."""
    return f"{{in: {block}, text: {scalar(text, quoted=True)}, {f'nth: {nth}, ' if nth else ''}fp: {fp}}}"


def _block_edits(document: Document, text: Text) -> Iterator[PlacedEdit]:
    for block in text.blocks:
        yield from _field_edits(document, block.at, block_fields(block.words or ""), after="id")


def _text_edits(document: Document, text: Text) -> Iterator[PlacedEdit]:
    values = text_fields(block.words or "" for block in text.blocks)
    yield from _field_edits(document, text.at, values, after="status")


def _field_edits(document: Document, at: Place, values: dict[str, str | int], after: str) -> Iterator[PlacedEdit]:
    """Set fields of a map: those that stand there in their places, the others behind the field ``after``."""
    new = []
    for name, value in values.items():
        written = value if isinstance(value, int) else value if value.startswith("sha256:") else scalar(value)
        if not document.has(at / name):
            new.append(f"{name}: {written}")
        elif _written(document, at / name) != str(written):
            yield PlacedEdit(at.file, document.span(at / name), str(written))
    if new:
        end, start = document.span(at / after), document.span((at / after).key)
        is_flow = document.lines[document.span(at).line - 1][document.span(at).column - 1 : document.span(at).column] == "{"
        between = ", " if is_flow else "\n" + " " * (start.column - 1)
        here = Span(end.end_line, end.end_column, end.end_line, end.end_column)
        comment_end = len(document.lines[end.end_line - 1]) + 1
        if not is_flow:
            here = Span(end.end_line, comment_end, end.end_line, comment_end)
        yield PlacedEdit(at.file, here, "".join(between + field for field in new))


def _written(document: Document, at: Place) -> str:
    span = document.span(at)
    return document.lines[span.line - 1][span.column - 1 : span.end_column - 1].strip("\"'")


def _with_spans(path: str, filled: str, copies: Copies) -> str:
    """Bring ``text.spans`` up to date with the long anchors of the file; the others' lines stay as they are."""
    document = parse(Source(path, filled.encode()))
    if not isinstance(document, Document):
        message = f"{path} would not be readable afterwards: this is an error of dateline"
        raise TypeError(message)
    data = cast("dict[str, Any]", document.data)
    record, _ = build(document, "article", copies.text_of(data["id"]))
    article = cast("Article", record)
    wanted = {
        (words.block, words.text, words.nth): fingerprint(article.text.words_of(words.range))
        for words in article.anchors
        if is_gapped(words.text) and words.range
    }
    kept = {(span.block, span.text, span.nth): span.fp for span in article.text.spans}
    if kept == wanted:
        return filled
    at = Place(path) / "text"
    spans = "".join(f"\n    - {span_line(*key, fp)}" for key, fp in wanted.items())
    if document.has(at / "spans"):
        old = document.span(at / "spans")
        key = document.span((at / "spans").key)
        return edited(
            filled,
            [PlacedEdit(path, Span(key.line, key.column, old.end_line, old.end_column), f"spans:{spans or ' []'}")],
        )
    last = document.span(at / "blocks")
    here = Span(last.end_line, last.end_column, last.end_line, last.end_column)
    return edited(filled, [PlacedEdit(path, here, f"\n  spans:{spans}")])
