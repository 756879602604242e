"""``dateline new``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.console import corpus_at, note, path_here, tell_lines
from dateline.cli.describing import (
    Author,
    By,
    Corrects,
    Day,
    Genre,
    Headline,
    Language,
    Origin,
    Published,
    Publisher,
    Source,
    Written,
    WrittenFor,
    today,
)
from dateline.cli.options import Corpus
from dateline.reporters.summary import counted

if TYPE_CHECKING:
    from dateline.importers.draft import Draft

new = typer.Typer(no_args_is_help=True, help="Begin an article, an actor or an event: a file that people complete.")

# what is left to add, by the field that says it
_NEXT = {
    "actor": {"aliases": "aliases", "short_names": "short_names", "metonyms": "metonyms", "part_of": "part_of"},
    "person": {"aliases": "aliases", "surname": "surname (drafts know it as the short name)", "posts": "posts with their dates"},
    "event": {"date": "date", "place": "place", "participants": "participants", "part_of": "part_of"},
}


@new.command()
def article(  # noqa: PLR0913 - one parameter an option
    *,
    from_text: Annotated[Path, typer.Option(metavar="FILE", help="Your copy of the text, in UTF-8.")],
    published: Published,
    document_time: Written = "",
    publisher: Publisher = "",
    author: Author = None,
    genre: Genre = "",
    corrects: Corrects = "",
    country: Annotated[str, typer.Option(metavar="CODE", help='The outlet\'s country, KOR: where its "here" is.')] = "",
    headline: Headline = "",
    name: Annotated[str, typer.Option("--id", metavar="ID", help="If not outlet, day and words of the headline.")] = "",
    language: Language = "en",
    origin: WrittenFor = Origin.PUBLISHED,
    source: Source = None,
    withhold: Annotated[bool, typer.Option("--withhold", help="Write digests of an original, too, and no words.")] = False,
    by: By = "",
    day: Day = "",
    corpus: Corpus = Path(),
) -> None:
    """Begin an article from your copy of its text.

    The copy becomes headline, byline, paragraphs and captions: lines that end with a credit in brackets or begin with [caption].
    Known actors, times and quotes are proposed, "suggested" until somebody confirms. Of others' texts it holds digests alone.

    \b
    dateline new article --from-text copy.txt --published 2019-05-21 --publisher "An Outlet"
    """  # noqa: D301 - the mark by which an example keeps its lines
    from dateline.importers.article import Wanted  # noqa: PLC0415 - the rules, which judge the draft, take long to load
    from dateline.importers.records import new_article  # noqa: PLC0415 - as above

    root, _ = corpus_at([corpus])
    wanted = Wanted(
        published,
        publisher,
        day or today(),
        by=by,
        language=language,
        id=name,
        headline=headline,
        country=country or None,
        is_original=origin is Origin.ORIGINAL,
        is_withheld=withhold or origin is not Origin.ORIGINAL,
        sources=tuple(source or ()),
        document_time=document_time,
        genre=genre,
        corrects=corrects,
        authors=tuple(author or ()),
    )
    _tell_draft(root, new_article(root, from_text, wanted))


@new.command()
def actor(  # noqa: PLR0913 - one parameter an option
    name_of: Annotated[str, typer.Argument(metavar="ID", help="The id, such as kor-mnd; also the name of the file.")],
    *,
    name: Annotated[str, typer.Option(metavar="NAME", help="The name in full.")],
    kind: Annotated[str, typer.Option(metavar="KIND", help="person, state, public-body and so on.")],
    surname: Annotated[str, typer.Option(metavar="NAME", help="Of a person: what later paragraphs say alone.")] = "",
    country: Annotated[str, typer.Option(metavar="CODE", help="The country (ISO 3166-1 alpha-3).")] = "",
    corpus: Corpus = Path(),
) -> None:
    """Begin the file of an actor."""
    fields = {"kind": kind, "name": name, "surname": surname or None, "country": country or None}
    _begin("actor", name_of, fields, corpus)


@new.command()
def event(  # noqa: PLR0913 - one parameter an option
    name_of: Annotated[str, typer.Argument(metavar="ID", help="The id, such as chn-kor-talks-2019-06; also the name of the file.")],
    *,
    label: Annotated[str, typer.Option(metavar="WORDS", help="What it is, in a few words.")],
    kind: Annotated[str, typer.Option("--type", metavar="TYPE", help="consult, accuse, agree and so on.")],
    status: Annotated[str, typer.Option(metavar="STATUS", help="occurred, planned, disputed and so on.")] = "occurred",
    day: Annotated[str, typer.Option("--date", metavar="DATE", help="When, as far as a source says it (EDTF).")] = "",
    corpus: Corpus = Path(),
) -> None:
    """Begin the file of an event."""
    _begin("event", name_of, {"label": label, "type": kind, "status": status, "date": day or None}, corpus)


def _begin(kind: str, name: str, fields: dict[str, str | None], corpus: Path) -> None:
    from dateline.importers.records import new_record  # noqa: PLC0415 - as above

    root, _ = corpus_at([corpus])
    path = path_here(root, new_record(root, kind, name, fields))
    left = [words for field, words in _NEXT.get(fields.get("kind") or "", _NEXT[kind]).items() if not fields.get(field)]
    tell_lines([path, f"add what a source says: {', '.join(left)}, and sources"])


def _tell_draft(root: Path, draft: "Draft") -> None:
    from dateline.importers.proposal import readable  # noqa: PLC0415 - as above

    counts = ", ".join(counted(len(items), name) for name, items in draft.layers.items())
    lines = [f"{path_here(root, draft.path)}: {counted(len(draft.passages), 'paragraphs')}; proposed: {counts}"]
    if unread := len(draft.passages) - len(readable(draft)):
        lines.append(f"the text is very long: nothing was looked for in {counted(unread, 'paragraphs')}")
    if draft.head.get("genre") == "correction" and "corrects" not in draft.head:
        lines.append("if the corpus has the article that it puts right, add corrects: and its id")
    lines.append("look at each, take out what is wrong, and add what is missing, and the events; then run dateline confirm")
    if draft.is_withheld:
        lines.append(f"keep your copy outside the corpus as {draft.head['id']}.txt, and check with --texts and its folder")
    tell_lines(lines)
    if draft.unread:
        files = ", ".join(path_here(root, f"actors/{actor}.yaml") for actor in draft.unread)
        note(f'nothing is proposed of actors whose files cannot be read: {files}; run "dateline check"')
