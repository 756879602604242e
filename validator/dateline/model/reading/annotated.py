"""The time expressions of an article: what each counts from, what it can mean, and how its value stands to that."""

from collections.abc import Iterator
from itertools import chain

from msgspec import Struct

from dateline.model.article import Article, Quote, Time
from dateline.model.edtf import Edtf, EdtfDate, EdtfInterval, day_value
from dateline.model.reading import read
from dateline.model.reading.lexicon import LANGUAGES
from dateline.model.reading.values import Basis, Context, Reading
from dateline.model.reading.verdict import Verdict, judged
from dateline.model.text import is_gapped
from dateline.model.timex import Duration, TimeValue

_MOST_SHOWN = 4  # meanings, which are told to people
_BEFORE, _AFTER = 30, 10  # times of the text that words may point to: they mostly point back, and not far


class Judged(Struct, frozen=True):
    """A time expression with its words, its meanings, and the verdict on its value."""

    time: Time
    words: str
    readings: tuple[Reading, ...]
    verdict: Verdict

    @property
    def bases(self) -> set[Basis]:
        """How its meanings come about."""
        return {reading.basis for reading in self.readings}

    @property
    def likeliest(self) -> TimeValue | None:
        """The one meaning that is of the grain that was written; else the one that there is; none where there are several."""
        named = [reading.value for reading in self.readings if not reading.loose]
        grain = _grain(self.time.value)
        alike = [value for value in named if _grain(value) == grain]
        for values in (alike, named):
            if len({value.text for value in values}) == 1:
                return values[0]
        return None

    @property
    def meant(self) -> str:
        """Its meanings in words for people, the first few."""
        named = [reading for reading in self.readings if not reading.loose]
        fitting = [reading for reading in named if _fits(reading.value, self.time.type)] or named
        nearest = [reading for reading in fitting if reading.deictic] or fitting
        nearest.sort(key=lambda reading: isinstance(reading.value, EdtfInterval))  # a period has a name, and its days besides
        return " or ".join(list(dict.fromkeys(map(_shown, nearest)))[:_MOST_SHOWN])


def language_of(article: Article) -> str | None:
    """The language in which the article's words are read; none if there is no file of its words."""
    primary = article.language.partition("-")[0]
    return primary if primary in LANGUAGES else None


class _Last(Struct):
    """What was found of the article that was asked for last: a dozen rules ask for the same one, in a row."""

    article: Article | None = None
    times: tuple[Judged, ...] = ()


_last = _Last()


def judged_times(article: Article) -> tuple[Judged, ...]:
    """Every time expression whose words are known and whose anchor lies in the file."""
    if _last.article is not article:
        _last.times = tuple(_judged_times(article))
        _last.article = article
    return _last.times


def _judged_times(article: Article) -> Iterator[Judged]:
    values = [(n, time.value) for n, time in enumerate(article.times)]
    dates = [(n, value) for n, value in values if isinstance(value, EdtfDate) and not value.qualifier]
    dates.sort(key=lambda pair: pair[1].text)
    for number, time in enumerate(article.times):
        contexts = list(_contexts_of(article, time, _others(dates, number)))
        if found := judged_in(words_of(article, time), time, contexts):
            yield found


def words_of(article: Article, time: Time) -> str:
    """The words of an expression: those of the text, where it is at hand."""
    return article.text.words_of(time.words.range) if time.words.range else time.words.text


def judged_in(words: str, time: Time, contexts: list[Context]) -> Judged | None:
    """The verdict on one expression, the best of what it may count from; none if that, or a part of its words, is not known.

    ``words`` are those that are read; what is told of them is the anchor, which may show less.
    """
    if time.value is None or not contexts or not contexts[0].language or is_gapped(words):
        return None
    all_readings = [read(words, context) for context in contexts]
    verdict = min([judged(time.value, time.mod, readings) for readings in all_readings])
    readings = all_readings[0] if len(contexts) == 1 else tuple(dict.fromkeys(chain.from_iterable(all_readings)))
    return Judged(time, time.words.text, readings, verdict)


def _contexts_of(article: Article, time: Time, others: tuple[Edtf, ...]) -> Iterator[Context]:
    """What an expression may count from; nothing if that is an event, which only the corpus knows."""
    language = language_of(article) or ""
    if time.anchor is None:
        yield Context(article.day, others, language=language)
        quote = quote_around(article, time)
        if quote and (said := said_on(article, quote)) and said != article.day:
            yield Context(said, others, language=language)
    elif time.anchor.id == "published":
        yield Context(day_value(article.published.first) if article.published else None, language=language, named=True)
    elif quote := article.quote(time.anchor):
        # a quote without a day was said on some day or other: what counts from it cannot be reckoned
        if said := said_on(article, quote):
            yield Context(said, language=language, named=True)
    elif (other := article.time(time.anchor)) and isinstance(other.value, Edtf):
        yield Context(other.value, language=language, named=True)


def said_on(article: Article, quote: Quote) -> Edtf | None:
    """The day on which a quote was said, if the article says it."""
    return article.said_on(quote)


def quote_around(article: Article, time: Time) -> Quote | None:
    """The quote in whose content the expression stands; the innermost, if several hold it."""
    holding = [quote for _, quote in article.quoting(time.words.range)]
    if len(holding) < 2:  # noqa: PLR2004 - no choice
        return holding[0] if holding else None
    return min(holding, key=lambda q: sum(p.range.end - p.range.start for p in q.content if p.range))


def _others(dates: list[tuple[int, EdtfDate]], number: int) -> tuple[Edtf, ...]:
    """The other dates of the text around it, which "two days later" may count from, of those with their numbers, sorted."""
    first, last = number - _BEFORE, number + _AFTER
    return tuple({date.text: date for n, date in dates if first <= n <= last and n != number}.values())


def _fits(value: TimeValue, kind: str) -> bool:
    """Whether a meaning can be a value of that type of expression."""
    return isinstance(value, Duration) == (kind in ("duration", "set")) or kind == "set"


def _grain(value: TimeValue | None) -> object:
    return value.precision if isinstance(value, EdtfDate) else type(value)


def _shown(reading: Reading) -> str:
    part = None if None in reading.mods else reading.mods[0]
    return f"{reading.value.text} with mod: {part}" if part else reading.value.text
