"""What quotes tell the corpus: who spoke, when and where, and what they hold of events."""

from collections.abc import Iterator

from msgspec import Struct

from dateline.model.article import Article, Quote, Stance
from dateline.model.edtf import Edtf
from dateline.model.place import Place
from dateline.model.placed import Ref
from dateline.model.tense import is_over


class Spoken(Struct, frozen=True, array_like=True):
    """A quote as other files see it. ``said`` is the day of its ``time``, ``day`` the document's; ``time_at`` names the time.

    It ``is_over`` where its cue tells of something that has been said; that is known of what has a setting and no time.
    """

    quote: str
    at: Place
    speakers: tuple[Ref, ...]
    principals: tuple[Ref, ...]
    addressees: tuple[Ref, ...]
    post: Ref | None
    said: Edtf | None
    day: Edtf | None
    setting: Ref | None
    act: Ref | None
    about: tuple[Stance, ...]
    time_at: Place | None
    cue: str | None
    is_over: bool
    rests_on: tuple[Place, ...]

    @property
    def when(self) -> Edtf | None:
        """The day for which to ask who held which office: that of the document where the quote has no time of its own."""
        return self.said if self.time_at else self.day


def spoken(article: Article) -> Iterator[Spoken]:
    """The quotes of an article. Each rests on the words and the value of its time, or on the document's day."""
    for quote in article.quotes:
        time = article.time(quote.time)
        yield Spoken(
            quote.id,
            quote.at,
            quote.speakers,
            quote.principals,
            quote.addressees,
            quote.post,
            said=article.said_on(quote),
            day=article.day,
            setting=quote.setting,
            act=quote.act,
            about=quote.about,
            time_at=quote.time.at if quote.time else None,
            cue=quote.cue.text if quote.cue else None,
            is_over=quote.setting is not None and quote.time is None and is_over(article, quote),
            rests_on=(time.words.at, time.at / "value", time.at / "mod") if time else article.day_at,
        )


def content_of(article: Article, quote: Quote) -> str | None:
    """The words of a direct quote, if the text has them all."""
    ranges = [part.range for part in quote.content]
    if quote.type != "direct" or None in ranges:
        return None
    return " ".join(article.text.words_of(found) for found in ranges if found)
