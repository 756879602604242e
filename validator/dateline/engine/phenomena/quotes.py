"""Phenomena of attribution: 22 to 34."""

import re
from collections.abc import Hashable, Iterator

from dateline.engine.phenomena.sight import Sight, phenomenon
from dateline.model.article import Quote, Words
from dateline.model.cues import cues_in, is_participle
from dateline.model.text import is_gapped, words_in

_SENTENCE_ENDS = re.compile(r"[.!?] +\S")
_POINTS_BACK = re.compile(r"(?i:it|this|that|so|any|such|the|these|those)\b")
_FEW = 3  # words; a longer content says itself what it is about
_PREPOSITIONS = ("according ", "in ", "as ")  # with which cues of the lexicon begin: "in the words of"
_ALSO = re.compile(r"\balso $")


def _indirect(sight: Sight) -> Iterator[Quote]:
    return (quote for quote in sight.article.quotes if quote.type != "direct")


@phenomenon(22)
def day_within(sight: Sight) -> Iterator[str]:
    """Day of the utterance between cue and content."""
    for quote in _indirect(sight):
        time, content = sight.article.time(quote.time), quote.content[0]
        if time and quote.cue and quote.cue.range and time.words.range and content.range:
            places = [quote.cue.range, time.words.range, content.range]
            if len({place.block for place in places}) == 1 and places == sorted(places, key=lambda place: place.start):
                yield quote.block.id


@phenomenon(23)
def several_sentences(sight: Sight) -> Iterator[str]:
    """Direct speech of several sentences, source after it."""
    for quote in sight.article.quotes:
        spans = [part.range for part in quote.content]
        if quote.type != "direct" or not quote.cue or not quote.cue.range or None in spans:
            continue
        said = [sight.article.text.words_of(span) for span in spans if span]
        if (len(said) > 1 or _SENTENCE_ENDS.search(said[0])) and spans[0] and quote.cue.range.start > spans[0].start:
            yield quote.block.id


@phenomenon(24)
def insertions(sight: Sight) -> Iterator[str]:
    """Words in brackets that are not the speaker's."""
    yield from (quote.block.id for quote in sight.article.quotes if quote.insertions)


@phenomenon(25)
def setting(sight: Sight) -> Iterator[str]:
    """Event at which something is said."""
    yield from (quote.block.id for quote in sight.article.quotes if quote.setting)


@phenomenon(26)
def act(sight: Sight) -> Iterator[str]:
    """Utterance that is an act: accusation, protest, denial."""
    yield from (quote.block.id for quote in sight.article.quotes if quote.act)


@phenomenon(27)
def shared_source(sight: Sight) -> Iterator[str]:
    """Participle whose subject is that of the next cue."""
    groups: dict[Hashable, list[Quote]] = {}
    for quote in sight.article.quotes:
        if quote.source:
            groups.setdefault(_words(quote.source), []).append(quote)
    for quotes in groups.values():
        last = max((n for n, quote in enumerate(quotes) if quote.cue and is_participle(quote.cue.text)), default=-1)
        yield from (quote.block.id for quote in quotes[: min(last + 1, len(quotes) - 1)])


def _words(source: Words) -> Hashable:
    return (source.block, source.text, source.nth)


@phenomenon(28)
def content_that_points_back(sight: Sight) -> Iterator[str]:
    """Content that only points back."""
    for quote in _indirect(sight):
        words = quote.content[0].text
        is_short = words_in(words) <= _FEW and (not is_gapped(words) or words.startswith("any "))
        if is_short and _POINTS_BACK.match(words):
            yield quote.block.id


@phenomenon(29)
def one_word(sight: Sight) -> Iterator[str]:
    """One quoted word within indirect speech."""
    for quote in _indirect(sight):
        if any(words_in(words.text) == 1 for words in quote.verbatim):
            yield quote.block.id


@phenomenon(30)
def preposition(sight: Sight) -> Iterator[str]:
    """Preposition as cue."""
    for quote in sight.article.quotes:
        if quote.cue and any(cue.lemma.startswith(_PREPOSITIONS) for cue in cues_in(quote.cue.text)):
            yield quote.block.id


@phenomenon(31)
def source_again(sight: Sight) -> Iterator[str]:
    """Second attribution to one source in a paragraph."""
    groups: dict[tuple[str, frozenset[str]], set[Hashable]] = {}
    for quote in sight.article.quotes:
        if quote.source:
            of = quote.block.id, frozenset(ref.id for ref in quote.speakers)
            groups.setdefault(of, set()).add(_words(quote.source))
    yield from (block for (block, _), sources in groups.items() if len(sources) > 1)


@phenomenon(32)
def additive_cue(sight: Sight) -> Iterator[str]:
    """Additive cue: also said."""
    for quote in sight.article.quotes:
        if quote.cue and (_ALSO.search(sight.before(quote.cue)) or quote.cue.text.startswith("also ")):
            yield quote.block.id


@phenomenon(33)
def hope(sight: Sight) -> Iterator[str]:
    """Hope or intention as content."""
    for quote in sight.article.quotes:
        if any(stance.stance in ("seeks", "plans") for stance in quote.about):
            yield quote.block.id


@phenomenon(34)
def addressee(sight: Sight) -> Iterator[str]:
    """Addressee."""
    yield from (quote.block.id for quote in sight.article.quotes if quote.addressees)
