"""What articles tell the corpus of durations: how long it is said to be from one time or event to another."""

from collections.abc import Iterator

from msgspec import Struct

from dateline.model.article import Article
from dateline.model.edtf import Edtf
from dateline.model.place import Place
from dateline.model.placed import Ref
from dateline.model.timex import Duration

# "late 2018" lies in 2018 as well; "before 2018" does not
_WITHIN = (None, "start", "mid", "end")


class Side(Struct, frozen=True, array_like=True):
    """Where a duration begins or ends: on a date, which stands at ``at``, or at an event of the corpus, whose id ``name`` is."""

    name: str
    when: Edtf | None
    at: Place
    rests_on: tuple[Place, ...]


class Lasting(Struct, frozen=True, array_like=True, tag=True):
    """A counted duration from one side to another."""

    length: Duration
    begin: Side
    end: Side
    at: Place
    rests_on: tuple[Place, ...]

    @property
    def events(self) -> list[str]:
        """The events between which it is, each once."""
        return list(dict.fromkeys(side.name for side in (self.begin, self.end) if side.when is None))


def lastings(article: Article) -> Iterator[Lasting]:
    """The durations of an article that say where they begin and end. Vague and modified ones say nothing sure."""
    for time in article.times:
        if time.type != "duration" or time.mod is not None or not isinstance(time.value, Duration) or time.value.is_vague:
            continue
        begin, end = _side(article, time.begin), _side(article, time.end)
        if begin and end:
            yield Lasting(time.value, begin, end, time.at / "value", (time.words.at, *begin.rests_on, *end.rests_on))


def _side(article: Article, ref: Ref | None) -> Side | None:
    if ref is None:
        return None
    if ref.id == "published":
        return Side(str(article.published), article.published, article.at / "published", (ref.at,)) if article.published else None
    time = article.time(ref)
    if time is not None:
        if time.type == "set" or time.mod not in _WITHIN or not isinstance(time.value, Edtf):
            return None
        return Side(str(time.value), time.value, time.at / "value", (ref.at, time.words.at))
    return Side(ref.id, None, ref.at, (ref.at,))
