"""A draft of an article, from somebody's copy of its text."""

import re
import unicodedata
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from dateline.engine.settings import UsageError
from dateline.importers.draft import Draft
from dateline.importers.fields import given
from dateline.importers.known import Known
from dateline.importers.proposal import proposed
from dateline.importers.sound import sound
from dateline.importers.text import MOST_PASSAGES, Story, story_of
from dateline.loading.characters import hidden_in
from dateline.model.corpus import Registry
from dateline.model.edtf import ZONES, Edtf, EdtfDate, parse, surely_before
from dateline.model.standard import VERSION

_LARGEST_ID = 80  # characters; the standard allows 120
_MOST_WORDS = 4  # of a headline in an id
_SMALL = frozenset(
    {"a", "an", "the", "of", "in", "on", "at", "to", "for", "with", "and", "as", "by", "from", "over", "after", "is"}
)


class Wanted(Struct, frozen=True):
    """What is said of an article beside its text."""

    published: str
    publisher: str
    day: str
    by: str = ""
    license: str = ""
    language: str = "en"
    id: str = ""
    headline: str = ""
    country: str | None = None
    is_original: bool = False
    is_withheld: bool = True
    sources: tuple[str, ...] = ()
    document_time: str = ""
    genre: str = ""
    corrects: str = ""
    authors: tuple[str, ...] = ()

    @property
    def written(self) -> str:
        """The day as of which the text was written: relative times count from it."""
        return self.document_time or self.published

    def completed(self, by: str, publisher: str, license: str) -> "Wanted":  # noqa: A002 - the name of the field
        """The same, with these where nothing is said."""
        return replace(self, by=self.by or by, publisher=self.publisher or publisher, license=self.license or license)


def drafted(copy: str, wanted: Wanted, corpus: Registry) -> Draft:
    """The draft of an article with all that can be proposed for it.

    Raises:
        UsageError: for a copy without paragraphs or with characters that nobody sees, or a date that is none.

    """
    day = _counted_from(wanted)
    story = story_of(copy)
    _judge(story)
    headline = wanted.headline or story.headline
    if headline is None:
        raise UsageError("the headline cannot be told from the text: name it with --headline")
    name = wanted.id or id_of(wanted, headline)
    unread = tuple(sorted(actor for kind, actor in corpus.unread if kind == "actor"))
    draft = Draft(head_of(wanted, name, headline, story.authors), story.passages, wanted.is_withheld, unread=unread)
    known = Known.of(corpus.actors, day)
    return sound(proposed(draft, known, wanted.country), copy)


def id_of(wanted: Wanted, headline: str) -> str:
    """An id of the form that articles have: initials of the outlet, day, first words of the headline."""
    outlet = [word for word in slug(wanted.publisher).split("-") if word and word not in _SMALL] or ["x"]
    initials = outlet[0] if len(outlet) == 1 else "".join(word[0] for word in outlet)
    initials = initials if initials[0].isalpha() else f"x{initials}"
    words = [word for word in slug(headline).split("-") if word and word not in _SMALL][:_MOST_WORDS]
    return "-".join([initials, wanted.written[:10], *words])[:_LARGEST_ID].rstrip("-")


def _counted_from(wanted: Wanted) -> Edtf:
    """The day from which the relative dates of the text count."""
    day_of(wanted.published)
    day = day_of(wanted.written, "--document-time")
    # no later than T317 allows: a day more is the zone in which the outlet publishes
    if surely_before(parse(wanted.published), parse(wanted.written), ZONES):
        raise UsageError(f"--document-time {wanted.written} is after --published {wanted.published}: have they changed places?")
    return day


def _judge(story: Story) -> None:
    if not story.passages:
        raise UsageError("the text holds no paragraph")
    if len(story.passages) > MOST_PASSAGES:
        raise UsageError(f"the text has {len(story.passages)} paragraphs, more than {MOST_PASSAGES}: is it one article?")
    for passage in story.passages:
        if not passage.words:
            raise UsageError("a line says [caption] and no more: write the caption behind it, on the same line")
        if hidden := hidden_in(passage.words):
            start = " ".join(passage.words.split()[:6])
            raise UsageError(f'the paragraph "{start[:60]}" holds U+{ord(hidden):04X}, which nobody sees: take it out of the copy')


def day_of(written: str, option: str = "--published") -> Edtf:
    """The day from which relative dates count.

    Raises:
        UsageError: for what is no day.

    """
    try:
        read = parse(written)
    except ValueError as error:
        raise UsageError(f'{option} "{written}" is no day or time: write one such as 2019-05-21T17:28+09:00') from error
    if not isinstance(read, EdtfDate) or not (read.is_day or read.moment):
        raise UsageError(f'{option} "{written}" is no day: write one such as 2019-05-21')
    return parse(read.first.isoformat())


def head_of(wanted: Wanted, name: str, headline: str, authors: tuple[str, ...] = ()) -> dict[str, Any]:
    """The fields of an article before its text."""
    rights = "CC0-1.0" if wanted.is_original else "LicenseRef-all-rights-reserved"
    authors = wanted.authors or authors
    # a text that was written for the corpus is its writers'
    holder = ", ".join(authors) if wanted.is_original else ""
    annotation = {"by": [wanted.by], "date": wanted.day, "license": wanted.license, "complete": []}
    fields = {
        "schema": f"article/{VERSION}",
        "id": name,
        "headline": headline,
        "publisher": given({"name": wanted.publisher, "country": wanted.country}),
        "authors": list(authors),
        "language": wanted.language,
        "genre": wanted.genre or ("correction" if wanted.corrects else ""),
        "corrects": wanted.corrects,
        "origin": "original" if wanted.is_original else None,
        "published": wanted.published,
        "document_time": wanted.document_time,
        "rights": {"holder": holder or wanted.publisher, "license": rights},
        "sources": list(wanted.sources),
        "annotation": annotation,
    }
    return given(fields)


def slug(words: str) -> str:
    """Words as they stand in an id."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().casefold().replace("'", "")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
