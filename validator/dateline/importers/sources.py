"""Proposes who speaks: the mention before a reporting verb, or behind it; officials without a name; he and she."""

import re

from msgspec import Struct, field

from dateline.importers.draft import Named, Nameless
from dateline.importers.frame import QUOTED, TIME, Frame
from dateline.importers.known import Known
from dateline.model.text import Range

_APPOSED = rf"(?:, [^,;:{QUOTED}]{{1,90}},| \([^()]{{1,30}}\))?"
_PLACED = rf"(?: (?:of|at|from|in|for|with) [^,;:{QUOTED}{TIME}]{{1,60}}?)?(?: here)?"
_BETWEEN = rf"(?: (?:also|later|then|further|again|still|has|have|had|even|earlier|on|[a-z]+ly|{TIME}+))*"
_SUBJECT_GAP = re.compile(rf"{_APPOSED}{_BETWEEN} ")
_PERSON_GAP = re.compile(rf"{_PLACED}{_APPOSED}{_BETWEEN} ")
# words before a mention that make it part of another subject, or an object
_GOVERNED = re.compile(
    r"\b(?:of|with|by|from|to|for|between|against|on|in|at|toward|towards|over|than|about|via) (?:the )?$", re.IGNORECASE
)
_NAMELESS = re.compile(
    r"\b(?:(?P<article>(?i:an?|the|another|one|two|three|several|some|many)) )?(?P<lead>(?:[a-z-]+ ){0,3})"
    r"(?P<head>(?i:officials?|spokesman|spokeswoman|spokesperson|spokespeople|sources?|diplomats?|analysts?|experts?|observers?|aides?"
    r"|reports?|newspapers?|media))\b"
)
# words behind a source without a name that belong to it: "who sat in on the talks", "familiar with the talks"
_DESCRIBED = re.compile(
    rf" (?:who [a-z]+|(?:familiar|close|involved|present|briefed|based|working|travel+ing|posted|knowledgeable|speaking) [a-z]+)"
    rf"(?: (?!(?:when|after|as|because|that|before|while|if|where|who|and|but)\b)[^ ,;:{QUOTED}{TIME}]+){{1,12}}{_BETWEEN} "
)
# what can stand before the subject of a sentence: "On Monday", "In Tokyo,", "Japanese", "Seoul's"
_LEADING = re.compile(rf"(?:[\w ]{{0,40}}, |(?:On |In )?{TIME}+,? )?(?:[A-Z][\w' -]{{0,40}} |[Tt]he )?")
# words between a verb and whoever speaks: "General", "Norway's chief negotiator," behind which stands a name
_NOUN = r"(?!(?:of|for|from|at|in|on|with|who|to|by)\b)[a-z][a-z -]{0,60}"
_TITLES = rf"(?:{_NOUN},? )?(?:[A-Z][\w.-]* ){{0,3}}"
_TO_PERSON = re.compile(rf"(?:[\w' -]{{0,60}} )?|(?:[Tt]he |an? )?(?:[A-Z][\w-]* ){{0,2}}{_TITLES}")
_OWNED_BY = re.compile(
    r"'s? | (?!(?:in|on|at|after|before|as|by|to|and|or|for|from|with|of|when|while|during|near|over)\b)"
    r"[a-z-]+ (?:[a-z-]+ )?(?=[A-Z])"
)
_TO_OWNED = re.compile(rf"(?:'s?)? {_TITLES}")
_OF_ANOTHER = re.compile(r"\b(?:of|from|by|with|at|in|for|to|on|who|near)\b")
_PAPER = re.compile(r"\b(?:statement|report|data|figures|release|post|document|letter|records?|study|survey|sources?)s?\b")
# a name behind a noun, with no comma or between two: "official Jens Lund", "a spokesman for Norway, Jens Lund,"
_NAME_BEHIND = re.compile(
    r" [A-Z][\w.-]* [A-Z]|(?: (?:of|for|at|from|with|in) [^,;:.]{1,60})?, (?:[A-Z][\w.-]* ){1,3}[A-Z][\w-]*(?=[,.]|$)"
)
_APPOSITION = re.compile(rf"(?:{QUOTED}+ |(?:On |In )?{TIME}+,? )?(?:[A-Z][\w-]*(?:'s?)? ){{1,3}}{_NOUN}, (?:[A-Z][\w.-]* )?")
_PLURAL = re.compile(r"(?:s|media|people)$")
_DOCUMENTS = re.compile(r"^(?:report|newspaper|media)")
_PRONOUN = re.compile(r"\b(?P<pronoun>[Hh]e|[Ss]he|[Tt]hey)$")
_LEADS = frozenset({"a", "an", "the", "another", "one", "senior", "unnamed", "anonymous", "who", "that"})
_BODY = {"ministry": re.compile(r"\bMinistry$"), "embassy": re.compile(r"\bEmbassy$"), "government": re.compile(r"\bgovernment$")}


class Source(Struct, frozen=True):
    """The words that name a speaker, and who that is."""

    at: Range
    speaker: str


class Sources(Struct):
    """Finds the speakers of one text; gathers those that have no name, and the mentions that they make."""

    known: Known
    nameless: dict[str, Nameless] = field(default_factory=dict)
    mentions: list[Named] = field(default_factory=list)
    several: str | None = None  # whom "they" means: the last who spoke, if they were several
    person: str | None = None  # whom "he" means: the last person who spoke or stood first in a sentence
    bodies: list[str] = field(default_factory=list)

    def before(self, frame: Frame, sentence: tuple[int, int], cue: int) -> Source | None:
        """Who stands as the subject before a verb."""
        start = sentence[0]
        if pronoun := _PRONOUN.search(re.sub(rf"{_BETWEEN} ?$", "", frame.masked[start:cue])):
            at = Range(frame.passage.id, start + pronoun.start(), start + pronoun.end())
            return self._pronoun(frame, sentence, at)
        unnamed = list(_NAMELESS.finditer(frame.masked, start, cue))
        if unnamed and _DESCRIBED.fullmatch(frame.masked, unnamed[-1].end("head"), cue):
            return self._unnamed(frame, unnamed[-1])
        for named in reversed(frame.mentions):
            if start <= named.at.start and named.at.end <= cue and self._is_subject(frame, start, named, cue):
                return Source(named.at, named.actors[0])
        for match in reversed(unnamed):
            if _PERSON_GAP.fullmatch(frame.masked, match.end("head"), cue):
                return self._official(frame, match, cue)
        return None

    def behind(self, frame: Frame, at: int, end: int) -> Source | None:
        """Whom the words from a place on name first: "said Kim", "according to a ministry official"."""
        first = next((named for named in frame.mentions if at <= named.at.start < end and len(named.actors) == 1), None)
        stop = first.at.start if first else end
        match = _NAMELESS.search(frame.masked, at, end)
        if match and match.start("head") < stop + 40 and not re.search(r"[,;:.]", frame.masked[at : match.start("head")]):
            return self._official(frame, match, end)
        return self._spoken_of(frame, at, first, end)

    def _spoken_of(self, frame: Frame, at: int, first: Named | None, end: int) -> Source | None:
        """Whom words mean whose first name is this one: of "Norway's chief negotiator, Kari Holm" the person, never the state."""
        if first is None:
            return None
        between, behind = frame.masked[at : first.at.start], first.at.end
        if _OWNED_BY.match(frame.masked, behind, end):
            people = (named for named in frame.mentions if behind < named.at.start < end and self._is_person(named))
            owned = next(people, None)
            is_owned = owned and _TO_OWNED.fullmatch(frame.masked, behind, owned.at.start)
            is_owner = owned and _OWNED_BY.match(frame.masked, owned.at.end, end)
            return Source(owned.at, owned.actors[0]) if owned and is_owned and not is_owner else None
        if self._is_person(first):
            return Source(first.at, first.actors[0]) if _TO_PERSON.fullmatch(between) and not _GOVERNED.search(between) else None
        is_of_another = _OF_ANOTHER.search(between) and not _PAPER.search(between)
        is_led = re.fullmatch(r"(?:[\w' -]{0,60} )?", between)
        return Source(first.at, first.actors[0]) if is_led and not is_of_another else None

    def subject(self, frame: Frame, sentence: tuple[int, int], cue: int) -> Source | None:
        """Whose sentence it is: of verbs that share a subject, the later ones do not repeat it."""
        for named in frame.mentions:
            if sentence[0] <= named.at.start and named.at.end < cue and len(named.actors) == 1:
                before = frame.masked[sentence[0] : named.at.start]
                is_owner = frame.masked.startswith("'", named.at.end)
                if _LEADING.fullmatch(before) and not _GOVERNED.search(before) and not is_owner:
                    return Source(named.at, named.actors[0])
        return None

    def note(self, speaker: str) -> None:
        """Remember who spoke last, for pronouns."""
        actor = self.known.actors.get(speaker)
        self.several = speaker if speaker in self.nameless and self.nameless[speaker].number == "several" else None
        self.person = speaker if actor and actor.kind == "person" else self.person

    def pass_by(self, frame: Frame, sentence: tuple[int, int]) -> None:
        """Remember who stands first in a sentence that has been read, and the bodies that it names."""
        inside = [named for named in frame.mentions if sentence[0] <= named.at.start < sentence[1] and len(named.actors) == 1]
        kinds = [(named.actors[0], actor.kind) for named in inside if (actor := self.known.actors.get(named.actors[0]))]
        people = [name for name, kind in kinds if kind == "person"]
        self.person = people[0] if people else self.person
        self.bodies += [name for name, kind in kinds if kind not in ("person", "state")]

    def _is_subject(self, frame: Frame, start: int, named: Named, cue: int) -> bool:
        if len(named.actors) != 1:
            return False
        actor = self.known.actors.get(named.actors[0])
        is_person = actor is None or actor.kind == "person"
        gap = _PERSON_GAP if is_person else _SUBJECT_GAP
        before = frame.masked[start : named.at.start]
        joint = re.search(r" (?:and|or)(?: the)? $", before)
        is_joint = joint and any(other.at.end == start + joint.start() for other in frame.mentions)
        if is_person and _APPOSITION.fullmatch(before) and frame.masked.startswith(", ", named.at.end):
            return bool(re.fullmatch(rf",{_BETWEEN} ", frame.masked[named.at.end : cue]))
        return bool(gap.fullmatch(frame.masked, named.at.end, cue)) and not _GOVERNED.search(before) and not is_joint

    def _pronoun(self, frame: Frame, sentence: tuple[int, int], at: Range) -> Source | None:
        is_several = frame.masked[at.start : at.end].casefold() == "they"
        before = [named for named in frame.mentions if sentence[0] <= named.at.start < at.start and self._is_person(named)]
        subjects = [named.actors[0] for named in before if not _GOVERNED.search(frame.masked[sentence[0] : named.at.start])]
        meant = self.several if is_several else subjects[-1] if subjects else self.person
        if meant is None:
            return None
        self.mentions.append(Named(at, (meant,), form="pronoun"))
        return Source(at, meant)

    def _is_person(self, named: Named) -> bool:
        actor = self.known.actors.get(named.actors[0]) if len(named.actors) == 1 else None
        return actor is not None and actor.kind == "person"

    def _official(self, frame: Frame, match: re.Match[str], end: int) -> Source | None:
        """An official: the person whose name stands behind, nobody if the corpus does not know that name, or one without a name."""
        apposed = _NAME_BEHIND.match(frame.masked, match.end("head"), end)
        if apposed is None:
            return self._unnamed(frame, match)
        inside = (named for named in frame.mentions if apposed.start() <= named.at.start < apposed.end() and self._is_person(named))
        return next((Source(named.at, named.actors[0]) for named in inside), None)

    def _unnamed(self, frame: Frame, match: re.Match[str]) -> Source:
        """A source without a name: the one spoken of before, if the article says "the"."""
        head, lead = match["head"].casefold(), [word for word in match["lead"].split() if word not in _LEADS]
        at = Range(frame.passage.id, *match.span("head"))
        stem = re.sub(r"s$", "", head) if head != "spokespeople" else "spokesperson"
        same = next((name for name in reversed(self.nameless) if name.startswith(f"_{stem}")), None)
        if same is None or (match["article"] or "").casefold() != "the":
            same = f"_{stem}" if f"_{stem}" not in self.nameless else f"_{stem}-{len(self.nameless) + 1}"
            number = "several" if _PLURAL.search(head) else "one"
            kind = "document" if _DOCUMENTS.match(head) else None
            self.nameless[same] = Nameless(same, " ".join([*lead[-2:], head]), number, self._body_of(lead), kind)
        self.mentions.append(Named(at, (same,), form="nominal"))
        return Source(at, same)

    def _body_of(self, lead: list[str]) -> str | None:
        """The body that "ministry" means: the one that the text has named, if it is one."""
        pattern = next((_BODY[word] for word in lead if word in _BODY), None)
        bodies = {name for name in self.bodies if pattern and any(map(pattern.search, self.known.actors[name].short_names))}
        return bodies.pop() if len(bodies) == 1 else None
