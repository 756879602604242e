"""Where what is reported begins and ends, by the verb that reports it."""

import re

from msgspec import Struct

from dateline.importers import verbs
from dateline.importers.frame import QUOTED, TIME, Frame
from dateline.model.text import Range, words_in

_SOMEWHERE = "in|at|during|on|to|after|before|through|via|by|with"
_PLACED = f"(?:{_SOMEWHERE}|here|there|again|later|earlier)"
_WHEN = rf"(?:,? (?:on |in |at |late |early )?{TIME}+(?: [\w' -]{{0,20}}?)?)?"
# "told reporters in Oslo that", "said in a statement on Monday that": the first "that" is meant
_THAT = re.compile(rf"{_WHEN}(?: [^,;:.{QUOTED}]{{1,80}}?)??{_WHEN},? (?P<that>that) ")
_THAT_SOMEWHERE = re.compile(rf"{_WHEN}(?: {_PLACED}\b[^,;:.{QUOTED}]{{1,80}}?)??{_WHEN},? (?P<that>that) ")
# where something is said: "in a statement", "at a news briefing", "in remarks aired"
_OCCASION = (
    r",? (?:in|at|during|on) (?:(?:an?|the|another|his|her|its|their) )?(?:[a-z-]+ ){0,3}?"
    r"(?:statement|interview|briefing|conference|speech|address|remark|comment|release|report|letter|message|note|post|tweet|call"
    r"|broadcast|hearing|session|meeting|ceremony|editorial|commentary|column|e-?mail)s?\b(?!['-])"
    r"(?: (?:issued|released|published|posted|aired|broadcast|carried|held)\b)?"
)
# when and where, which is never part of what is said; nothing of it is given back
AROUND = rf"(?:,? (?:on |in |at |late |early )*{TIME}+|{_OCCASION})*+"
# but not of "a video that Tokyo published on Friday to show that"
_THAT_AT_ONCE = re.compile(rf"{AROUND} (?P<that>that) ")
# any other place before what is said cannot be told from it: "said in Oslo talks with Norway would open"
_PLAIN = re.compile(rf"{AROUND} (?!(?:nothing|little|no more|so|as much|{_SOMEWHERE})\b)(?=[\w{QUOTED}])")
_OCCASIONED = re.compile(_OCCASION)
_NOWHERE = re.compile(AROUND, re.IGNORECASE)
_TO = re.compile(r" (?P<addressed>[^,;:.]{1,60}?) (?P<to>(?:not )?to [a-z])")
_REPORTING = (
    "says|said|added|denied|replied|urged|called|accused|warned|vowed|asked|demanded|criticised|criticized|condemned|pledged"
    "|rejected|stressed|insisted|noted"
)
# where what is reported ends before its sentence does: at a clause of the author's, or another's words
_ENDS = re.compile(
    r"; | - |, (?:but|while|whereas|although|though|adding|according|in what|citing)\b"
    r"|, (?:which|who)\b(?=[^,;]*$)"
    r"|, an? (?:\w+ ){1,3}(?:that|which)\b"
    r"|, (?:and )?[A-Z][\w' -]{1,40} (?:said|says)\b"
    r"|, (?:he|she|it|they|the [\w -]{1,40}) (?:said|says|added)\b"
    rf"| and (?:that )?(?:{_REPORTING})\b"
)
# what something is rejected as: "as political", "as an old song", but no clause: "as ships came"
_AS = (
    rf"as (?:{QUOTED}|(?:(?:an?|too|very|wholly|mere|\w+ly) )(?![^,;]*\b(?:was|were|had|has|left|came|met|went|began|did)\b)"
    rf"|[a-z-]+(?: (?:and|or|but) [a-z-]+)?(?=[.,;!?]|$| (?:on|in|at|and)\b| {TIME}))"
)
_ADVERB = re.compile(r" [a-z]+ly$")
_OBJECT_ENDS = (
    rf"; |, | - | (?:(?:on|in|at|since|until|by|late|early) )*(?P<time>{TIME})| and (?:said|says|called|demanded|vowed|urged)\b"
    rf"| and [A-Z][\w -]{{1,30}} [a-z]+(?:ed|d|s)\b"
    r"| (?:when|while|after|before|because|during|but) "
)
_NOUN_ENDS = re.compile(rf"{_OBJECT_ENDS}| (?!{_AS})as ")
_NAME_ENDS = re.compile(rf"{_OBJECT_ENDS}| (?:is|was|are|were|has|have|had|will|would|could|may|might) ")
_TRAILING = re.compile(rf"(?:,? (?:{TIME}+|{_PLACED}\b[^,;{QUOTED}]{{0,80}}))*[.!?]?[\"')]* ?")
JOINING = "(?:and|but|or|nor|so|yet|though|although|while|whereas|because|since|as|when|after|before|if|unless|until|who|which)"
# an attribution that interrupts: its place behind ", " or a closing mark, and what goes on behind it
_INTERRUPTED = re.compile(rf"(?:(?P<marks>{QUOTED}+)|(?P<clause>[^{QUOTED};]*[^{QUOTED};,]),) (?:[Tt]he |[A-Z][\w'-]* ){{0,3}}$")
_GOES_ON = re.compile(
    rf"{_WHEN},? (?:that )?(?={QUOTED})| [^,;:.{QUOTED}]{{1,60}}, (?={QUOTED})"
    rf"|(?:{_WHEN}|{AROUND}), (?!{JOINING}\b|(?:according|[a-z]+ing|to)\b)(?=[\w{QUOTED}])"
)


class Reported(Struct, frozen=True):
    """What is said, where the words stand that say when, and those that say to whom."""

    at: Range
    time: Range | None = None
    addressed: Range | None = None
    rest: Range | None = None


def content_after(frame: Frame, sentence: tuple[int, int], lemma: str, cue: Range, source: Range) -> Reported | None:
    """What a verb with that source reports; none if that cannot be told."""
    text = frame.masked
    behind = max(cue.end, source.end if source.start >= cue.end else cue.end)
    is_told_last = lemma not in verbs.BLAMING and lemma not in verbs.OBJECTED
    if is_told_last and (before := _before(frame, sentence, min(cue.start, source.start), behind)):
        return Reported(before, _time_in(frame, behind, sentence[1]))
    if that := _that(lemma).match(text, cue.end, sentence[1]):
        return _clause(frame, sentence, that.start("that"), Range(cue.block, cue.end, that.start("that")))
    if preposition := verbs.BLAMING.get(lemma):
        return _blamed(frame, sentence, cue, preposition) or _object(frame, sentence, lemma, cue)
    if lemma in verbs.ASKING | verbs.PROMISING:
        if to := _TO.match(text, cue.end, sentence[1]):
            return _clause(frame, sentence, to.start("to"), Range(cue.block, to.start("addressed"), to.end("addressed")))
        if lemma in verbs.PROMISING and text.startswith(" to ", cue.end):
            return _clause(frame, sentence, cue.end + 1, Range(cue.block, cue.end, cue.end + 1))
    if lemma in verbs.SAYING and (plain := _PLAIN.match(text, cue.end, sentence[1])):
        return _clause(frame, sentence, plain.end(), Range(cue.block, cue.end, plain.end()))
    return _object(frame, sentence, lemma, cue)


def interrupted(frame: Frame, sentence: tuple[int, int], cue: Range, source: Range) -> Reported | None:
    """What "The talks, she said, were long" reports, or the same in marks; none if the words are no attribution inside it."""
    text = frame.masked
    start, behind = min(cue.start, source.start), max(cue.end, source.end)
    between = text[min(cue.end, source.end) : max(cue.start, source.start)]
    head = _INTERRUPTED.fullmatch(text[sentence[0] : start])
    on = _GOES_ON.match(text, behind, sentence[1])
    if not (head and on and re.fullmatch(r" (?:[a-z]+ly |[A-Z][\w.-]* |also |then )*", between)):
        return None
    opening = [pair for pair in frame.pairs if pair[0] in (sentence[0], on.end())]
    if head["marks"]:
        is_whole = len(opening) == 2 and opening[0][1] == sentence[0] + head.end("marks") - 1  # noqa: PLR2004 - both pieces
        if not is_whole or not frame.passage.words[: opening[0][1]].endswith(","):
            return None
        first, rest = (Range(cue.block, pair[0] + 1, pair[1]) for pair in opening)
        return Reported(first, _time_in(frame, behind, on.end()), rest=rest)
    if text[on.end()] == QUOTED and frame.passage.words[on.end() + 1].isupper():
        return None  # "Asked again, she said, "It is late.""
    ends = _ENDS.search(text, on.end(), sentence[1])
    before = tidy(frame, sentence[0], sentence[0] + head.end("clause"))
    after = tidy(frame, on.end(), ends.start() if ends else sentence[1])
    return Reported(before, _time_in(frame, behind, on.end()), rest=after) if before and after else None


def _that(lemma: str) -> re.Pattern[str]:
    """How the "that" of a verb follows it: of those with a person behind that person, of "say" behind a place or a time."""
    if lemma in verbs.SAYING:
        return _THAT_SOMEWHERE
    return _THAT if lemma in verbs.ASKING or lemma in ("inform", "notify", "reply", "respond") else _THAT_AT_ONCE


def _before(frame: Frame, sentence: tuple[int, int], start: int, behind: int) -> Range | None:
    """What stands before ", the official said.": the clause up to the comma, if nothing else follows the verb."""
    text = frame.masked
    head = re.search(rf", (?!{JOINING}\b)(?:[\w' -]{{0,40}} )?$", text[sentence[0] : start])
    if head is None or not _TRAILING.fullmatch(text, behind, sentence[1]):
        return None
    if _NOWHERE.fullmatch(f" {text[sentence[0] : sentence[0] + head.start()]}"):
        return None  # "In a statement on Sunday, she said."
    return tidy(frame, sentence[0], sentence[0] + head.start())


def _clause(frame: Frame, sentence: tuple[int, int], start: int, between: Range) -> Reported | None:
    ends = _ENDS.search(frame.masked, start, sentence[1])
    found = tidy(frame, start, ends.start() if ends else sentence[1])
    if found is None or frame.passage.words[found.start : found.end] == "that":
        return None
    return Reported(found, _time_in(frame, between.start, between.end), between)


def _blamed(frame: Frame, sentence: tuple[int, int], cue: Range, preposition: str) -> Reported | None:
    """What somebody is accused of: from the first "of" before a participle, else from the last one that is no "one of"."""
    text = frame.masked
    deed = re.compile(rf"(?<!\bone) {preposition} (?P<what>(?:not |having )?[a-z]+ing\b)").search(text, cue.end, sentence[1])
    deed = deed or re.compile(rf"(?<!\bone) {preposition} (?P<what>\w)").search(text, cue.end, sentence[1])
    if deed is None:
        return None
    return _clause(frame, sentence, deed.start("what"), Range(cue.block, cue.end, deed.start("what")))


def _object(frame: Frame, sentence: tuple[int, int], lemma: str, cue: Range) -> Reported | None:
    """What is denied, protested or asked for: the object of the verb, up to a comma or the next clause."""
    is_object = lemma in verbs.OBJECTED or (lemma in verbs.CALLING and _is_naming(frame, sentence, cue))
    occasion = _OCCASIONED.match(frame.masked, cue.end, sentence[1])
    start = occasion.end() if occasion else cue.end
    if not is_object or not frame.masked.startswith(" ", start):
        return None
    ends = (_NAME_ENDS if lemma in verbs.CALLING else _NOUN_ENDS).search(frame.masked, start, sentence[1])
    end = ends.start() if ends else sentence[1]
    joined = re.compile(r" and (?:[a-z]+(?:s|ed) that|[a-z]+ed (?:the|an?|its|his|her|their))\b").search(
        frame.masked, start + 1, end
    )
    found = tidy(frame, start, joined.start() if joined else end)
    if found is None:
        return None
    if adverb := _ADVERB.search(frame.masked[found.start : found.end]):
        found = Range(found.block, found.start, found.start + adverb.start())
    # the time that follows the object is that of the verb
    return Reported(found, next((time.at for time in frame.times if ends and time.at.start == ends.start("time")), None))


def _is_naming(frame: Frame, sentence: tuple[int, int], cue: Range) -> bool:
    """Whether somebody calls something by a word of theirs: in marks, or in a clause behind "that"."""
    before, behind = frame.masked[sentence[0] : cue.start], frame.masked[cue.end : sentence[1]]
    return bool(re.search(r"\b(?:that|which) [\w' -]{1,40} $", before) or re.match(rf"[^,;.]{{0,80}}{QUOTED}", behind))


def tidy(frame: Frame, start: int, end: int) -> Range | None:
    """A stretch without spaces, stops and half a pair of marks at its ends; none if no word is left."""
    text = frame.passage.words[start:end]
    first = start + len(text) - len(text.lstrip(" ,;:.-)"))
    last = start + len(text.rstrip(" ,;:.!?-"))
    while last > first and _is_half(frame.passage.words[first:last]):
        last -= 1
    return Range(frame.passage.id, first, last) if words_in(frame.passage.words[first:last]) else None


def _is_half(text: str) -> bool:
    """Whether the last character closes what does not open in the text, or is a stop."""
    return (text[-1] == '"' and text.count('"') % 2 == 1) or (text[-1] == ")" and "(" not in text) or text[-1] in " ,;:.!?"


def _time_in(frame: Frame, start: int, end: int) -> Range | None:
    """The time that stands between two places, if it is one."""
    inside = [time.at for time in frame.times if start <= time.at.start and time.at.end <= end]
    return inside[0] if len(inside) == 1 else None
