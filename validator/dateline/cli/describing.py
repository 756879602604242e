"""What commands that make an article take, said once: what the text does not say of itself."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated

import typer


class Origin(StrEnum):
    """Where a text comes from."""

    ORIGINAL = "original"
    PUBLISHED = "published"


Published = Annotated[str, typer.Option(metavar="DAY", help="A day, or a time with its offset: 2019-05-21T17:28+09:00.")]
Publisher = Annotated[str, typer.Option(metavar="NAME", help="The outlet; an original has the corpus for one.")]
Written = Annotated[
    str, typer.Option("--document-time", metavar="DAY", help="As of when it was written, if not as published: times count from it.")
]
Genre = Annotated[str, typer.Option(metavar="GENRE", help="news, interview, analysis and so on.")]
Corrects = Annotated[str, typer.Option(metavar="ARTICLE", help="Id of the article that it puts right; the genre is correction.")]
Author = Annotated[
    list[str] | None,
    typer.Option(metavar="NAME", help="A writer, if not as the byline says; give it again for more. An original is theirs."),
]
Headline = Annotated[str, typer.Option(metavar="WORDS", help="The headline, if the text does not begin with it.")]
Language = Annotated[str, typer.Option(metavar="TAG", help="The language of the text (BCP 47).")]
WrittenFor = Annotated[Origin, typer.Option(help="original: written for the corpus.")]
Source = Annotated[
    list[str] | None, typer.Option(metavar="ADDRESS", help="An address that an original rests on; give it again for more.")
]
By = Annotated[str, typer.Option(metavar="ANNOTATOR", help="If not the first of dateline.yaml.")]
Day = Annotated[str, typer.Option("--date", metavar="DAY", help="Of the annotation, if not today.")]


def today() -> str:
    """The day of an annotation that is made now."""
    return datetime.now(UTC).astimezone().date().isoformat()
