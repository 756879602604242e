"""Proposes time expressions: the longest runs of words that the reader understands and that are hardly anything else."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from dateline.importers.draft import Passage, Timed
from dateline.model.cues import words_of
from dateline.model.edtf import Edtf, EdtfDate, Precision
from dateline.model.reading import read
from dateline.model.reading.lexicon import LANGUAGES, LONGEST, file_of, tokenised
from dateline.model.reading.values import Context, Direction, Reading
from dateline.model.text import Range
from dateline.model.timex import Duration, Recurrence, Reference

_WORD = re.compile(r"[^\s\"\[\](){}]+")
_MOST = 9  # words of an expression: "May 3, 2019 - 09:15" has five, "between May 3 and June 5" six
_AHEAD = re.compile(
    r"\b(?:will|would|slated|planned|plans?|scheduled|expected|due|set to|ahead of|upcoming|next|set for|to be held|going to"
    r"|expires)\b"
)
_DUE = re.compile(r"\b(?:by|until|before) $")
_SENTENCE_END = re.compile(r"[.!?][\"')]* (?=[\"'(]?[A-Z])")
# words that lead to an expression or away from it, and are none of it; "in" is, in "in two weeks"
_EDGES = frozenset(
    (
        *("on", "of", "since", "over", "after", "before", "in", "at", "by", "from", "until", "till", "to", "and", "or", "the", "a"),
        *("an", "for", "during", "about", "around", "nearly", "almost", "through", "within", "-"),
    )
)
# kinds of words without which no run is a time: weekdays, days like "today", dates in figures, clock times, holidays, decades
_SURE = set("wriIcLYWQ")
_POINTING = set("lstxgRh")  # words that point from now: last, past, this, next, ago, recent, from now
_ANAPHORIC = set("vfba")  # previous, following, before, after: they count from what else the text says
# what makes a date of a month, a part or a year, a word of the first kinds with one of the second
_DATED = ((set("M"), set("yodlsx")), (set("m"), set("yuM")), (set("y"), set("HSo")))
_BEFORE_YEAR = re.compile(r"\b(?:in|since|until|by|from|of|before|after|during|year|and|to|a|the|late|early|mid) $", re.IGNORECASE)
_BEFORE_MONTH = re.compile(r"\b(?:in|since|until|by|from|of|before|after|during|for|this|late|early|mid) $", re.IGNORECASE)
_COUNTED_FROM = re.compile(r" (?:ago|later|earlier|after|before|from now|prior)\b")  # behind a length, which then means a day
_ABBREVIATED = re.compile(r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun|[ap]\.m)\.$")
# two times, not one: "Thursday night, on Friday morning"
_SIDE_BY_SIDE = re.compile(
    r"(?:day|night|morning|evening|noon), (?:on|and|or|in|by|then|[A-Z][a-z]+day)\b|[0-9], (?:and|or|on|in|by|then)\b"
)
# before another name it is one itself: "Sun Jianguo"
_SHORT_DAY = re.compile(r"(?:Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun)")
_ALONE = frozenset({"now", "currently", "nowadays", "recently", "presently"})  # of the words that refer to a time, these alone
_SHORTLY = 60  # days; newswire leaves the year out of days of this year, and of those around its turn


class Times:
    """Finds the times of one text."""

    def __init__(self, day: Edtf | None, published: str, language: str) -> None:
        primary = language.partition("-")[0]
        self._language = primary if primary in LANGUAGES else ""
        self._day = day
        self._published = published

    def within(self, passage: Passage) -> Iterator[Timed]:
        """The times of a passage, in its order."""
        if not self._language:
            return
        words = list(_WORD.finditer(passage.words))
        n = 0
        while n < len(words):
            found = next((one for last in range(min(n + _MOST, len(words)) - 1, n - 1, -1)
                          if (one := self._timed(passage, words[n].start(), words[last].end()))), None)  # fmt: skip
            if found:
                yield found
                while n < len(words) and words[n].start() < found.at.end:
                    n += 1
            else:
                n += 1

    def _timed(self, passage: Passage, start: int, end: int) -> Timed | None:
        """The time of exactly these words, if they are one."""
        text = passage.words
        written = text[start:end]
        if len(written) > LONGEST:
            return None
        bare = written if _ABBREVIATED.search(written) else written.rstrip(",;:.!?'")
        bare = bare.removesuffix("'s")
        if not bare or re.search(r"[;:!?](?: |$)", bare) or re.search(r"[a-z0-9]{4,}\. ", bare) or _SIDE_BY_SIDE.search(bare):
            return None
        found = Range(passage.id, start, start + len(bare))
        ways = ["".join(token.kind for token in way) for way in tokenised(bare, self._language)]
        # what can count from elsewhere in the text is left to people: "two days later"
        is_anaphoric = any(_ANAPHORIC & set(kinds) and not _POINTING & set(kinds) for kinds in ways)
        if is_anaphoric or not _stands_free(text, found) or not any(_is_time(kinds, text, found) for kinds in ways):
            return None
        is_of_no_year = any("M" in kinds for kinds in ways) and not re.search("[0-9]{4}", bare)
        readings = self._readings(bare, self._context(passage, found), is_of_no_year=is_of_no_year)
        if " and " in bare and not bare.startswith(("between ", "Between ")):
            # two times that stand side by side, if they are no length together: "two years and four months"
            readings = [reading for reading in readings if isinstance(reading.value, Duration)]
        return self._proposed(found, bare, readings) if readings else None

    def _readings(self, words: str, context: Context, *, is_of_no_year: bool) -> list[Reading]:
        """What words can mean. A day or month without its year is the last one, but for one that lies shortly ahead."""
        found = [reading for reading in read(words, context) if not reading.loose]
        if not is_of_no_year or context.direction == "future":
            return found
        ahead = [reading for reading in read(words, replace(context, direction="future")) if not reading.loose]
        return ahead if self._distance(ahead) <= _SHORTLY < self._distance(found) else found

    def _distance(self, readings: list[Reading]) -> int:
        """How many days lie between publication and what is read first."""
        value = readings[0].value if readings else None
        day, first = self._day and self._day.first, value.first if isinstance(value, Edtf) else None
        return abs((first - day).days) if first and day else 0

    def _context(self, passage: Passage, found: Range) -> Context:
        starts = [0, *(match.end() for match in _SENTENCE_END.finditer(passage.words, 0, found.start))]
        before = passage.words[starts[-1] : found.start]
        is_ahead = _DUE.search(before) or (_AHEAD.search(before) and not _said_right_before(before))
        direction: Direction = "future" if is_ahead else "past"
        return Context(self._day, direction=direction, language=self._language)

    def _proposed(self, found: Range, words: str, readings: list[Reading]) -> Timed:
        reading = min(readings, key=lambda reading: self._rank(reading, words))
        value, mod = reading.value, reading.mods[0]
        text = value.text
        if isinstance(value, EdtfDate) and value.moment and self._published.startswith(text):
            text = self._published
        is_set = isinstance(value, Recurrence) or (isinstance(value, Duration) and self._recurs(words))
        is_time = isinstance(value, EdtfDate) and (value.moment or value.precision == Precision.PART_OF_DAY)
        kind = "set" if is_set else "duration" if isinstance(value, Duration) else "time" if is_time else "date"
        is_past = kind == "duration" and re.match(r"(?:the )?(?:past|last)\b", words, re.IGNORECASE)
        return Timed(found, kind, text, mod, "published" if is_past else None, reading.deictic)

    def _rank(self, reading: Reading, words: str) -> tuple[bool, bool, bool]:
        """What is likeliest first: of "last week" the week itself, of "past few months" the length, of "winter 2018" that year."""
        is_other_year = re.search(r"[0-9]{4}$", words) is not None and words[-4:] not in reading.value.text
        is_plain = isinstance(reading.value, EdtfDate) or reading.mods[0] is not None
        points = re.match(r"(?:the )?(?:last|next|this|previous|following) \w+$", words, re.IGNORECASE)
        is_length = isinstance(reading.value, Duration)
        is_past_day = bool(points) and isinstance(reading.value, Edtf) and reading.value.first == getattr(self._day, "first", None)
        is_unlikely = is_length or not is_plain if points else isinstance(reading.value, Reference) and not is_length
        return is_unlikely, is_past_day, is_other_year

    def _recurs(self, words: str) -> bool:
        listed = [name for names in file_of(self._language)["recurring"].values() for name in names]
        return words.casefold() in listed or words.casefold().startswith(("every ", "each "))


def is_short_day(text: str, at: Range) -> bool:
    """Whether a weekday is written there in three or four letters and without a stop: "Sun"."""
    return bool(_SHORT_DAY.fullmatch(text[at.start : at.end])) and not text.startswith(".", at.end)


def _said_right_before(before: str) -> bool:
    """Whether a verb of saying stands right before: "will, he said Tuesday"."""
    return bool(re.search(r"\b(?:said|told \w+|announced|reported|added)(?: on)? $", before))


def _stands_free(text: str, found: Range) -> bool:
    """Whether words are no part of a longer expression, or of something that is no time."""
    before, behind = text[: found.start], text[found.end :]
    if " - " in text[found.start : found.end] and not found.block.startswith("b"):
        return False
    if re.match(r" time\b", behind) or text.startswith("time ", found.start):
        return False  # "for the first time in two years"
    return not (re.match(r"-\w", behind) or before.endswith(("-", "$", "/")))


def _is_time(kinds: str, text: str, found: Range) -> bool:
    """Whether words of these kinds are a time, and are not so by chance."""
    words, before, behind = text[found.start : found.end], text[: found.start], text[found.end :]
    if not kinds or not _has_own_edges(kinds, words) or ("M" in kinds and words.islower()):
        return False
    if kinds == "M":
        is_verb = words == "May" and re.match(r" [a-z]", behind) and not before.lower().endswith("in ")
        # of which year, the text says elsewhere
        is_pointed_at = re.match(r",? of (?:that|the)\b", behind)
        return bool(_BEFORE_MONTH.search(before)) and not is_verb and not is_pointed_at
    if kinds == "y":
        return bool(_BEFORE_YEAR.search(before)) and not re.match(r" (?:[A-Z]|[a-z]+s\b)", behind)
    if kinds == "w":
        is_name = _SHORT_DAY.fullmatch(words) and re.match(r" [A-Z][a-z]", behind)
        return words[0].isupper() and not is_name
    if _SURE & set(kinds):
        return True
    if kinds == "P":
        return words.casefold() in _ALONE
    if set("Mym") & set(kinds):
        return any(first & set(kinds) and second & set(kinds) for first, second in _DATED)
    return bool(set("uUS") & set(kinds)) and _is_length_or_pointing(kinds, words, behind)


def _has_own_edges(kinds: str, words: str) -> bool:
    """Whether neither the first nor the last word only leads to an expression: "in two weeks" is one, "in 2018" is not."""
    run = words.casefold().split()
    is_led = run[0] != "within" and bool(re.fullmatch("N[nd]U|A[uV].*[gh]|AV.*", kinds))
    return run[-1] not in _EDGES and (run[0] not in _EDGES or is_led)


def _is_length_or_pointing(kinds: str, words: str, behind: str) -> bool:
    """Whether a unit is counted or pointed at; "the second year" and "a day" are rarely times."""
    if "second" in words_of(words) or _COUNTED_FROM.match(behind):
        return False
    points = bool(_POINTING & set(kinds))
    return bool(set("nd") & set(kinds)) or points or kinds[0] == "E"
