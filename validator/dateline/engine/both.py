"""Two annotations of the same articles, opened: two corpora, or two files of one article that lie anywhere."""

from pathlib import Path
from typing import Any, cast

from msgspec import Struct
from msgspec.structs import replace

from dateline.engine.causes import only_roots
from dateline.engine.files import check_file
from dateline.engine.opening import opened
from dateline.engine.placing import Placer
from dateline.engine.selecting import Selection
from dateline.engine.settings import CHECK_FIRST, UsageError
from dateline.loading import schemas
from dateline.loading.build import build
from dateline.loading.document import Document, document_at
from dateline.loading.source import kind_of
from dateline.loading.texts import Copies
from dateline.model.article import Article, Words
from dateline.model.fault import Fault
from dateline.model.text import fingerprint
from dateline.rules import rulebook


class Both(Struct, frozen=True):
    """The articles that both annotations have, in pairs by id, and the ids of those that only one has."""

    pairs: tuple[tuple[Article, Article], ...]
    only: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())


def both_files(one: Path, other: Path, copies: Copies) -> Both:
    """Open two files of one article.

    Raises:
        UsageError: if one of them is no article, or if they are not annotations of one text in one version of the schema.

    """
    documents = [document_at(path.parent, path.name) for path in (one, other)]
    _refuse_versions("the article", [_schema_of(path, document) for path, document in zip((one, other), documents, strict=True)])
    here, there = (_article(path, document, copies) for path, document in zip((one, other), documents, strict=True))
    if here.id != there.id:
        raise UsageError(f"{one} annotates {here.id}, {other} annotates {there.id}: name two annotations of one article")
    return Both(((here, _of_same_text(here, there)),))


def both_corpora(one: Path, other: Path, copies: Copies) -> Both:
    """Open two corpora.

    Raises:
        UsageError: if an article of one cannot be read, is not the same text in both or not of one version of the schema, or if
            they have none in common.

    """
    wholes = [opened(root, copies) for root in (one, other)]
    for root, whole in zip((one, other), wholes, strict=True):
        if lost := [path for path in whole.unread if kind_of(path) == "article"]:
            raise UsageError(f"{root}: {lost[0]} cannot be read as an article: {CHECK_FIRST}")
    here, there = ({opened.record.id: opened for opened in whole.articles} for whole in wholes)
    shared = sorted(here.keys() & there.keys())
    if not shared:
        raise UsageError(f"{one} and {other} have no article in common: articles are the same by their id")
    for name in shared:
        _refuse_versions(name, [corpus[name].data["schema"] for corpus in (here, there)])
    pairs = tuple((here[name].record, _of_same_text(here[name].record, there[name].record)) for name in shared)
    return Both(pairs, (tuple(here.keys() - there.keys()), tuple(there.keys() - here.keys())))


def _schema_of(path: Path, document: Document | tuple[Fault, ...]) -> str:
    """The kind and version that a file names, which has to be that of an article."""
    if not isinstance(document, Document):
        raise _unreadable(path, Copies())
    named = document.data.get("schema") if isinstance(document.data, dict) else None
    if not isinstance(named, str) or not named.startswith("article/"):
        raise UsageError(f"{path} is no article: name the files of two annotations of one, or two corpora")
    return named


def _article(path: Path, document: Document | tuple[Fault, ...], copies: Copies) -> Article:
    if not isinstance(document, Document) or schemas.valid_kind(document) != "article":
        raise _unreadable(path, copies)
    name = cast("dict[str, Any]", document.data)["id"]
    record, _ = build(document, "article", copies.text_of(name))
    if trouble := copies.trouble_with(name):
        raise UsageError(f"{name}.txt: {trouble}")
    return cast("Article", record)


def _unreadable(path: Path, copies: Copies) -> UsageError:
    """What keeps a file from being read as an article, at its line, in the words of the rule that tells of it."""
    said = only_roots(check_file(path.parent, path.name, rulebook(), copies).said)
    found = [Placer(path.parent, Selection(rulebook())).finding(one) for one in said if one.rule.severity == "error"]
    where = f"{path}:{found[0].span.line}:{found[0].span.column}: {found[0].message}" if found else f"{path}: {CHECK_FIRST}"
    return UsageError(f"this cannot be read as an article: {where}")


def _refuse_versions(of: str, versions: list[str]) -> None:
    if versions[0] != versions[1]:
        raise UsageError(f'{of} follows {versions[0]} here and {versions[1]} there: run "dateline migrate" first')


def _of_same_text(here: Article, there: Article) -> Article:
    """The other annotation, on the paragraphs as this one calls them: tools of annotators do not keep what kind each is.

    Raises:
        UsageError: if the texts differ: what stands at the same words would not be the same.

    """
    ones, others = ({block.id: block.fp or fingerprint(block.words or "") for block in a.text.blocks} for a in (here, there))
    if ones == others:
        return there
    if list(ones.values()) == list(others.values()):
        return _renamed(there, dict(zip(others, ones, strict=True)))
    strange = [name for name in (*ones, *others) if ones.get(name) != others.get(name)]
    raise UsageError(f"{here.id} is not the same text in both: paragraph {strange[0]} differs")


def _renamed(article: Article, names: dict[str, str]) -> Article:
    """What is compared of an article, with other names of its blocks."""

    def words(of: Words) -> Words:
        name = names.get(of.block, of.block)
        return replace(of, block=name, range=replace(of.range, block=name) if of.range else None)

    return replace(
        article,
        mentions=tuple(replace(one, words=words(one.words)) for one in article.mentions),
        times=tuple(replace(one, words=words(one.words)) for one in article.times),
        quotes=tuple(replace(one, content=tuple(map(words, one.content))) for one in article.quotes),
        events=tuple(replace(one, words=words(one.words)) for one in article.events),
    )
