"""A passage as attributions are looked for in it: its sentences, with what is quoted and what is a time masked."""

import re

from msgspec import Struct

from dateline.importers.draft import Named, Passage, Timed
from dateline.model.marks import pairs

# a stop behind these ends no sentence: initials, ranks, months, "p.m."
_ABBREVIATED = re.compile(
    r"\b(?:[A-Z]|[a-z]\.[a-z]|Mr|Mrs|Ms|Dr|St|Gen|Lt|Maj|Col|Adm|Capt|Sgt|Sen|Rep|Gov|Prof|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?"
    r"|Oct|Nov|Dec)\.$"
)
QUOTED, TIME = "\x00", "\x01"  # what stands for each character in marks, and of a time; a text with them is refused before


class Frame(Struct, frozen=True):
    """The masked text of a passage, of the same length; where its sentences lie, and its pairs of marks."""

    passage: Passage
    masked: str
    sentences: tuple[tuple[int, int], ...]
    pairs: tuple[tuple[int, int], ...]
    mentions: tuple[Named, ...]
    times: tuple[Timed, ...]


def framed(passage: Passage, mentions: list[Named], times: list[Timed]) -> Frame:
    """Mask the words in quotation marks, and the times."""
    masked = list(passage.words)
    for time in times:
        masked[time.at.start : time.at.end] = TIME * (time.at.end - time.at.start)
    marks = tuple(pairs(passage.words))
    for start, end in marks:
        masked[start : end + 1] = QUOTED * (end + 1 - start)
    text = "".join(masked)
    return Frame(passage, text, tuple(_sentences(passage.words, text)), marks, tuple(mentions), tuple(times))


def _sentences(text: str, masked: str) -> list[tuple[int, int]]:
    """Where sentences begin and end; a quotation that ends one with its own stop ends the sentence around it."""
    starts = [0]
    for match in re.finditer(rf"(?:[.!?]|{QUOTED})[)\]]* (?=[A-Z({QUOTED}])", masked):
        before = masked[max(0, match.start() - 8) : match.start() + 1]
        if masked[match.start()] == QUOTED:
            is_end = text[match.start() - 1] in ".!?" and text[match.start()] == '"' and not _goes_on(masked, match.end())
        else:
            is_end = not _ABBREVIATED.search(before)
        if is_end:
            starts.append(match.end())
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def _goes_on(masked: str, at: int) -> bool:
    """Whether what follows a closing mark can still belong to its sentence, as in "We met." Kim said."""
    return bool(re.match(rf"[A-Z][\w'-]+(?: [\w'-]+){{0,4}} (?:said|says|told|added)\b[^{QUOTED}]*$", masked[at : at + 200]))
