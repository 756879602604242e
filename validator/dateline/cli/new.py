"""``dateline new``."""

from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.console import corpus_at, tell
from dateline.reporters.safe import safe

new = typer.Typer(no_args_is_help=True, help="Begin an article, an actor or an event: a file that people complete.")


class Origin(StrEnum):
    """Where a text comes from."""

    ORIGINAL = "original"
    PUBLISHED = "published"


Corpus = Annotated[Path, typer.Option(help="The corpus, or a folder in it.")]


@new.command()
def article(  # noqa: PLR0913 - one parameter an option
    *,
    from_text: Annotated[Path, typer.Option(help="Your copy of the text.")],
    published: Annotated[str, typer.Option(help="When: a day, or a time with the outlet's offset, 2019-05-21T17:28+09:00.")],
    publisher: Annotated[str, typer.Option(help="The outlet; of an original, the title of the corpus if left out.")] = "",
    country: Annotated[str, typer.Option(help='The outlet\'s country, such as KOR: where its "here" is.')] = "",
    headline: Annotated[str, typer.Option(help="The headline, where the text does not begin with it.")] = "",
    name: Annotated[str, typer.Option("--id", help="The id, if not outlet, day and first words of the headline.")] = "",
    language: Annotated[str, typer.Option(help="The language of the text (BCP 47).")] = "en",
    origin: Annotated[Origin, typer.Option(help="original: written for the corpus.")] = Origin.PUBLISHED,
    source: Annotated[list[str] | None, typer.Option(help="An address that an original rests on; may be given again.")] = None,
    withhold: Annotated[bool, typer.Option("--withhold", help="Keep an original's words out of the corpus, too.")] = False,
    by: Annotated[str, typer.Option(help="The annotator; the first of dateline.yaml if left out.")] = "",
    day: Annotated[str, typer.Option("--date", help="The day of the annotation; today if left out.")] = "",
    corpus: Corpus = Path(),
) -> None:
    """Begin an article from your copy of its text; mentions, times and quotes are proposed, each marked suggested."""
    from dateline.importers.article import Wanted  # noqa: PLC0415 - the rules, which judge the draft, take long to load
    from dateline.importers.records import new_article  # noqa: PLC0415 - as above

    root, _ = corpus_at([corpus])
    wanted = Wanted(
        published,
        publisher,
        day or datetime.now(UTC).astimezone().date().isoformat(),
        by=by,
        language=language,
        id=name,
        headline=headline,
        country=country or None,
        is_original=origin is Origin.ORIGINAL,
        is_withheld=withhold or origin is not Origin.ORIGINAL,
        sources=tuple(source or ()),
    )
    _tell_lines(new_article(root, from_text, wanted))


@new.command()
def actor(
    name_of: Annotated[str, typer.Argument(metavar="ID", help="The id, such as kor-mnd; also the name of the file.")],
    *,
    name: Annotated[str, typer.Option(help="The name in full.")],
    kind: Annotated[str, typer.Option(help="person, state, public-body and so on.")],
    country: Annotated[str, typer.Option(help="The country (ISO 3166-1 alpha-3).")] = "",
    corpus: Corpus = Path(),
) -> None:
    """Begin the file of an actor."""
    _begin("actor", name_of, {"kind": kind, "name": name, "country": country or None}, corpus)


@new.command()
def event(  # noqa: PLR0913 - one parameter an option
    name_of: Annotated[str, typer.Argument(metavar="ID", help="The id, such as chn-kor-talks-2019-06; also the name of the file.")],
    *,
    label: Annotated[str, typer.Option(help="What it is, in a few words.")],
    kind: Annotated[str, typer.Option("--type", help="consult, accuse, agree and so on.")],
    status: Annotated[str, typer.Option(help="occurred, planned, disputed and so on.")] = "occurred",
    day: Annotated[str, typer.Option("--date", help="When, as far as a source says it (EDTF).")] = "",
    corpus: Corpus = Path(),
) -> None:
    """Begin the file of an event."""
    _begin("event", name_of, {"label": label, "type": kind, "status": status, "date": day or None}, corpus)


def _begin(kind: str, name: str, fields: dict[str, str | None], corpus: Path) -> None:
    from dateline.importers.records import new_record  # noqa: PLC0415 - as above

    root, _ = corpus_at([corpus])
    _tell_lines(new_record(root, kind, name, fields))


def _tell_lines(lines: list[str]) -> None:
    tell("".join(f"{safe(line)}\n" for line in lines))
