"""Proposes quotes: who says what, by the reporting verbs of the standard and by quotation marks."""

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from dateline.importers import verbs
from dateline.importers.draft import Named, Nameless, Passage, Said, Timed
from dateline.importers.frame import QUOTED, Frame, framed
from dateline.importers.known import Known
from dateline.importers.reported import AROUND, JOINING, Reported, content_after, interrupted, tidy
from dateline.importers.sources import Source, Sources
from dateline.model.cues import is_turned_round
from dateline.model.spokespersons import is_spokespersons
from dateline.model.text import Range, words_in

_ACCORDING = re.compile(r"\b(?:[Aa]ccording to|[Ii]n the words of|[Aa]s reported by) ")
_DIRECT_BEHIND = re.compile(rf"(?:(?: in [^{QUOTED}.;]{{1,60}})?(?:,|:| that)?|{AROUND}[,:]) ?(?={QUOTED})")
_TITLE = (
    "spokes[a-z]+|official|minister|president|premier|secretary|chief|head|chairman|chairwoman|ambassador|envoy|negotiator|leader"
    "|general|admiral|commander|captain|director|adviser|aide|diplomat|lawmaker|analyst|expert|professor"
)
# between a quotation and its source stand an article, or the title and the country of whoever speaks
_LED = r"(?:an?|the|another|one|two|three|several|some) (?:[\w-]+ ){0,3}|(?:[A-Z][\w-]*(?:'s)? ){1,4}(?:[a-z][a-z -]{1,40}, )?"
_ENTITLED = rf"(?:the )?(?:[A-Z][\w-]*(?:'s?)? ){{0,4}}(?:(?!(?:{JOINING}|that|what)\b)[a-z-]+ ){{0,3}}?(?:{_TITLE}) "
_DIRECT_BEFORE = re.compile(rf"(?P<marks>{QUOTED}+) ?(?:{_LED}|{_ENTITLED})?$")
_JOINED = re.compile(r"(?:,? and|,? but|,)(?: also| then| \w+ly)* ?$")
_APPOSED = re.compile(rf"{AROUND},")  # "According to Oslo, in a statement on Sunday, the port ..."
_OPENED = re.compile(r"\b(?:(?P<relative>when|where|which|who)|that|and|but|because|since|as), $")  # it goes on behind an insertion
_NOUN = re.compile(r"\b(?:the|an?|his|her|their|its|these|those) $", re.IGNORECASE)  # "sat in on the talks"
_PASSIVE = re.compile(r"\b(?:was|were|been|be|being|is|are|to)(?: \w+ly)? $")
_INSERTED = re.compile(r"[(\[](?P<words>[^()\[\]]+)[)\]]")
_PARTICIPIAL = re.compile(r"[^,]{3,200}, ")
_UNNAMED = re.compile(r"\bnot to be (?:named|identified)\b")  # turns nothing round: "officials who asked not to be named said"
_SILENT = re.compile(
    r"(?:declin|refus)\w+ to (?:give|say|comment|elaborate|name|discuss|answer|specify|provide|disclose|speak|reveal|confirm|be)\b"
)
_FEWEST = 4  # words of a direct quotation; shorter ones are parts of a sentence


class Quotes:
    """Finds what is said in the passages of one text, and by whom."""

    def __init__(self, passages: Iterable[Passage], known: Known, mentions: tuple[Named, ...], times: tuple[Timed, ...]) -> None:
        self._frames = [
            framed(
                passage,
                [named for named in mentions if named.at.block == passage.id],
                [time for time in times if time.at.block == passage.id],
            )
            for passage in passages
            if passage.kind in "ps"
        ]
        self._known = known
        self._sources = Sources(known)

    def found(self) -> tuple[Said, ...]:
        """The quotes, in the order of the text."""
        quotes: list[Said] = []
        for frame in self._frames:
            within: list[Said] = []
            for sentence in frame.sentences:
                within += self._within(frame, sentence)
                self._sources.pass_by(frame, sentence)
            quotes += self._with_marks(frame, sorted(within, key=lambda said: said.content.start))
        return tuple(quotes)

    @property
    def mentions(self) -> list[Named]:
        """The mentions that the sources are: pronouns, and sources without a name."""
        return list({named.at: named for named in self._sources.mentions}.values())

    @property
    def nameless(self) -> tuple[Nameless, ...]:
        """The sources without a name."""
        return tuple(self._sources.nameless.values())

    def _within(self, frame: Frame, sentence: tuple[int, int]) -> list[Said]:
        found = list(self._according(frame, sentence))
        last: Source | None = None
        reached = sentence[0]
        for cue, start, end in verbs.verbs_in(frame.masked[sentence[0] : sentence[1]]):
            span = Range(frame.passage.id, sentence[0] + start, sentence[0] + end)
            is_source = any(said.source.overlaps(span) or said.cue.overlaps(span) for said in found)
            if span.start < reached or is_source or self._is_no_report(frame, sentence, span):
                continue
            source, said = self._said(frame, sentence, cue.lemma, span, last)
            if source and said and not any(said.content.overlaps(other.rest) for other in found if other.rest):
                found.append(said)
                self._sources.note(source.speaker)
                # what is told within what somebody tells is left to people
                last, reached = source, max(span.end, said.parts[-1].end)
        return found

    def _is_no_report(self, frame: Frame, sentence: tuple[int, int], cue: Range) -> bool:
        before = frame.masked[sentence[0] : cue.start]
        clause = re.split(rf"[,;:{QUOTED}]| and | but | that ", before)[-1]
        is_silent = _SILENT.match(frame.masked, cue.start, sentence[1])
        is_other = _PASSIVE.search(before) or _NOUN.search(before)
        return bool(is_other) or is_turned_round(_UNNAMED.sub("", clause)) or is_silent is not None

    def _said(
        self, frame: Frame, sentence: tuple[int, int], lemma: str, cue: Range, last: Source | None
    ) -> tuple[Source | None, Said | None]:
        text = frame.masked
        is_participle = text[cue.start : cue.end].lower().split()[0].endswith("ing")
        if is_participle:
            source = self._of_participle(frame, sentence, cue, last)
        else:
            source = self._sources.before(frame, sentence, cue.start)
            if source is None and _JOINED.search(text[sentence[0] : cue.start]) and not self._is_named_behind(frame, lemma, cue):
                source = last or self._sources.subject(frame, sentence, cue.start)
        if source is None and not is_participle and self._is_inversion(frame, sentence, lemma, cue):
            source = self._sources.behind(frame, cue.end + 1, min(sentence[1], cue.end + 80))
        if source is None:
            return None, None
        is_first = last is None and not is_participle and lemma in verbs.SAYING | verbs.INTERRUPTING
        inside = interrupted(frame, sentence, cue, source.at) if is_first else None
        if inside:
            kind = "direct" if frame.masked[inside.at.start] == frame.masked[inside.at.end] == QUOTED else "indirect"
            return source, self._made(frame, source, cue, inside, kind)
        return source, self._content(frame, sentence, lemma, cue, source)

    @staticmethod
    def _is_named_behind(frame: Frame, lemma: str, cue: Range) -> bool:
        """Whether nothing but a name stands behind a verb: ", said Kim," has no subject before it."""
        named = next((named for named in frame.mentions if named.at.start == cue.end + 1), None)
        return lemma in verbs.SAYING and named is not None and frame.masked[named.at.end : named.at.end + 1] in (",", ".", "")

    @staticmethod
    def _is_inversion(frame: Frame, sentence: tuple[int, int], lemma: str, cue: Range) -> bool:
        """Whether the subject stands behind the verb: after a quotation with a comma of its own, of "say" after any comma."""
        text = frame.masked
        if lemma in verbs.SAYING and re.search(rf"[,{QUOTED}] $", text[sentence[0] : cue.start]):
            return True
        is_behind_marks = re.fullmatch(rf"{QUOTED}+ ", text[sentence[0] : cue.start])
        has_comma = frame.passage.words[cue.start - 3 : cue.start - 2] in (",", "?", "!")
        return lemma in verbs.INVERTED and bool(is_behind_marks) and has_comma

    def _of_participle(self, frame: Frame, sentence: tuple[int, int], cue: Range, last: Source | None) -> Source | None:
        """Whose participle it is: the subject that follows "Rejecting it, Oslo ...", or the speaker before ", adding that"."""
        before = frame.masked[sentence[0] : cue.start]
        if not before.strip():
            clause = _PARTICIPIAL.match(frame.masked, cue.end, sentence[1])
            named = next((named for named in frame.mentions if clause and named.at.start == clause.end()), None)
            return Source(named.at, named.actors[0]) if named and len(named.actors) == 1 else None
        return last if before.endswith(", ") else None

    def _content(self, frame: Frame, sentence: tuple[int, int], lemma: str, cue: Range, source: Source) -> Said | None:
        text, block = frame.masked, frame.passage.id
        direct = _DIRECT_BEHIND.match(text, cue.end, sentence[1])
        start = min(cue.start, source.at.start)
        before = _DIRECT_BEFORE.search(text[sentence[0] : start])
        for at in ([direct.end()] if direct else []) + ([sentence[0] + before.start()] if before else []):
            pair = next((pair for pair in frame.pairs if pair[0] == at), None)
            pair = pair or next((pair for pair in frame.pairs if pair[0] <= at <= pair[1]), None)
            if pair and words_in(frame.passage.words[pair[0] : pair[1]]) >= _FEWEST:
                return self._made(frame, source, cue, Reported(Range(block, pair[0] + 1, pair[1])), "direct")
        reported = content_after(frame, sentence, lemma, cue, source.at)
        return self._made(frame, source, cue, reported) if reported else None

    def _made(self, frame: Frame, source: Source, cue: Range, content: Reported, kind: str = "indirect") -> Said:
        addressee = self._addressee(frame, content, source)
        return Said(
            kind, source.speaker, source.at, cue, content.at, self._principal(source), addressee, content.time, rest=content.rest
        )

    def _addressee(self, frame: Frame, reported: Reported, source: Source) -> str | None:
        """To whom it is said: the actor between the verb and what is said."""
        between = reported.addressed
        inside = [named for named in frame.mentions if between and between.holds(named.at) and len(named.actors) == 1]
        return inside[0].actors[0] if inside and inside[0].actors[0] != source.speaker else None

    def _principal(self, source: Source) -> str | None:
        """For whom a spokesperson speaks, by the only post that can be held then."""
        held = self._known.posts_of(source.speaker)
        return held[0].of.id if len(held) == 1 and is_spokespersons(held[0].title) else None

    def _according(self, frame: Frame, sentence: tuple[int, int]) -> Iterator[Said]:
        text, block = frame.masked, frame.passage.id
        for match in _ACCORDING.finditer(text, *sentence):
            source = self._sources.behind(frame, match.end(), sentence[1])
            if source is None:
                continue
            cue = Range(block, match.start(), match.end() - 1)
            if not text[sentence[0] : match.start()].strip():
                comma = text.find(",", source.at.end, sentence[1])
                said_in = _APPOSED.match(text, comma, sentence[1]) if comma > 0 else None
                comma = said_in.end() - 1 if said_in else comma
                content = Range(block, comma + 2, sentence[1]) if comma > 0 else None
            elif (opened := _OPENED.search(text[sentence[0] : match.start()])) and text.startswith(", ", source.at.end):
                comma = text.find(",", source.at.end + 2, sentence[1]) if opened["relative"] else -1
                content = Range(block, source.at.end + 2, comma if comma > 0 else sentence[1])
            else:
                content = Range(block, sentence[0], match.start())
            if content and (found := tidy(frame, content.start, content.end)):
                yield self._made(frame, source, cue, Reported(found))

    def _with_marks(self, frame: Frame, quotes: list[Said]) -> Iterator[Said]:
        """The quotes of a passage, with what stands in marks inside them, and in brackets inside the direct ones."""
        for said in quotes:
            if said.type == "direct":
                words = ((part, frame.passage.words[part.start : part.end]) for part in said.parts)
                spans = ((part.start, match.span("words")) for part, text in words for match in _INSERTED.finditer(text))
                insertions = tuple(Range(said.content.block, start + a, start + b) for start, (a, b) in spans)
                yield replace(said, insertions=insertions)
                continue
            inside = [Range(said.content.block, start + 1, end) for start, end in frame.pairs
                      if any(part.start <= start and end <= part.end + 1 for part in said.parts)]  # fmt: skip
            verbatim = tuple(part for one in inside if (part := tidy(frame, one.start, one.end)))
            yield replace(said, type="mixed", verbatim=verbatim) if verbatim else said
