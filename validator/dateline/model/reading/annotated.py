"""The time expressions of an article: what each counts from, what it can mean, and how its value stands to that."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model.article import Article, Quote, Time
from dateline.model.edtf import Edtf, EdtfDate
from dateline.model.reading import read
from dateline.model.reading.lexicon import LANGUAGES
from dateline.model.reading.values import Basis, Context, Reading
from dateline.model.reading.verdict import Verdict, judged
from dateline.model.text import is_gapped
from dateline.model.timex import TimeValue

_MOST_SHOWN = 4  # meanings, which are told to people


@dataclass(frozen=True, slots=True)
class Judged:
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
        nearest = [reading for reading in named if reading.deictic] or named
        return " or ".join(list(dict.fromkeys(map(_shown, nearest)))[:_MOST_SHOWN])


def language_of(article: Article) -> str | None:
    """The language in which the article's words are read; none if there is no file of its words."""
    primary = article.language.partition("-")[0]
    return primary if primary in LANGUAGES else None


def judged_times(article: Article) -> Iterator[Judged]:
    """Every time expression whose words are known and whose anchor lies in the file."""
    for time in article.times:
        if found := judged_in(words_of(article, time), time, list(contexts_of(article, time))):
            yield found


def words_of(article: Article, time: Time) -> str:
    """The words of an expression: those of the text, where it is at hand."""
    return article.text.words_of(time.words.range) if time.words.range else time.words.text


def judged_in(words: str, time: Time, contexts: list[Context]) -> Judged | None:
    """The verdict on one expression, the best of what it may count from; none if that, or a part of its words, is not known."""
    if time.value is None or not contexts or not contexts[0].language or is_gapped(words):
        return None
    all_readings = [read(words, context) for context in contexts]
    verdict = min(judged(time.value, time.mod, readings) for readings in all_readings)
    return Judged(time, words, tuple(dict.fromkeys(sum(all_readings, ()))), verdict)


def contexts_of(article: Article, time: Time) -> Iterator[Context]:
    """What an expression may count from; nothing if that is an event, which only the corpus knows."""
    language = language_of(article) or ""
    if time.anchor is None:
        others = tuple(_others(article, time))
        yield Context(article.day, others, language=language)
        quote = quote_around(article, time)
        if quote and (said := said_on(article, quote)) and said != article.day:
            yield Context(said, others, language=language)
    elif quote := article.quote(time.anchor):
        if said := said_on(article, quote) or (None if quote.setting else article.day):
            yield Context(said, language=language)
    elif (other := article.time(time.anchor)) and isinstance(other.value, Edtf):
        yield Context(other.value, language=language)


def said_on(article: Article, quote: Quote) -> Edtf | None:
    """The day on which a quote was said, if the article says it."""
    return article.said_on(quote)


def quote_around(article: Article, time: Time) -> Quote | None:
    """The quote in whose content the expression stands; the innermost, if several hold it."""
    found = time.words.range
    holding = [q for q in article.quotes if found and any(part.range and part.range.holds(found) for part in q.content)]
    return min(holding, key=lambda q: sum(p.range.end - p.range.start for p in q.content if p.range), default=None)


def _others(article: Article, time: Time) -> Iterator[Edtf]:
    """The other dates of the text, which "two days later" may count from."""
    values = {other.value.text: other.value for other in article.times if other is not time and isinstance(other.value, EdtfDate)}
    return (values[text] for text in sorted(values) if not values[text].qualifier)


def _grain(value: TimeValue | None) -> object:
    return value.precision if isinstance(value, EdtfDate) else type(value)


def _shown(reading: Reading) -> str:
    part = None if None in reading.mods else reading.mods[0]
    return f"{reading.value.text} with mod: {part}" if part else reading.value.text
