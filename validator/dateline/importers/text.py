"""A copy of a page becomes a story: headline, byline, paragraphs and captions; the page around it is left out."""

import re
from itertools import pairwise

from msgspec import Struct

from dateline.importers.draft import Passage
from dateline.model.copy import is_furniture, lines_of, paragraphs_of, unmarked
from dateline.model.text import as_written, normalised

MOST_PASSAGES = 1000  # the founding article has 12
_WRAPPED = 100  # characters; no line of a text that was broken to a width is longer
_SHORT = 25  # words of a headline, a standfirst, or a byline; English headlines rarely have more than 15
_FEW = 40  # words of a caption
_FINAL = (".", '."', ".'", '!"', '?"')
_NAME = r"[^\W\d_][\w.'-]*(?: (?!(?:in|at|from|for|on)\b)[^\W\d_][\w.'-]*){0,4}"
_BYLINE = re.compile(rf"(?:^|[-|,.0-9] ?)[Bb][Yy] (?P<names>{_NAME}(?:(?:, | and | & ){_NAME})*)")
_CREDIT = re.compile(r" ?\((?P<credit>[A-Z][\w .,&/'-]{1,60})\)\.?$")
_MOST_SMALL = 0.6  # share of the words of a credit that are in small letters: "Photo courtesy of the Navy"
_STAMP = re.compile(r"\b[0-9]{4}\b.*\b[0-9]{1,2}:[0-9]{2}\b|^(?:published|updated|posted)\b", re.IGNORECASE)
_DATELINE = re.compile(r"^[A-Z][A-Z .'-]{2,40},? (?:[A-Z][a-z]+\.? [0-9]{1,2}|[0-9]{1,2} [A-Z][a-z]+)\b[^a-z]*$")
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+\.?")


class Story(Struct, frozen=True):
    """What a copy holds: the passages in order, and the writers that its byline names."""

    passages: tuple[Passage, ...]
    authors: tuple[str, ...]

    @property
    def headline(self) -> str | None:
        """The headline, if one could be told."""
        return next((passage.written for passage in self.passages if passage.kind == "h"), None)


def story_of(copy: str) -> Story:
    """Divide a copy into the passages of its story."""
    divide = paragraphs_of if _is_wrapped(copy) else lines_of
    kinds: list[tuple[str, str, str]] = []
    authors: tuple[str, ...] = ()
    seen = ""  # each kind once, in the order of the text
    for _, line in divide(copy, as_written):
        written = unmarked(line)
        words = normalised(written)
        kind = "c" if written != line else _kind_of(words, seen, bool(authors))
        if kind == "b":
            authors = authors or _authors_in(words)
        if kind:
            kinds.append((kind, words, written))
            seen += "" if kind in seen else kind
    return Story(tuple(_numbered(kinds)), authors)


def _is_wrapped(copy: str) -> bool:
    """Whether lines were broken to a width, so that paragraphs are what stands between blank lines."""
    lines = [line.strip() for line in copy.split("\n")]
    inner = [line for line, following in pairwise(lines) if line and following]
    running = [line for line in inner if not line.endswith(_FINAL)]
    is_narrow = all(len(line) <= _WRAPPED for line in lines)
    return is_narrow and "" in copy.strip().split("\n") and len(running) > 1 and 2 * len(running) > len(inner)


def _kind_of(words: str, seen: str, has_authors: bool) -> str | None:  # noqa: FBT001 - what has been seen, in two parts
    """The kind of a line, by its looks and by what stands above it; none for one of the page."""
    if is_furniture(words) or _ADDRESS.fullmatch(words) or not any(map(str.isalnum, words)):
        return None
    count, has_end = len(words.split()), words.endswith(_FINAL)
    if count <= _SHORT and not has_end and (_BYLINE.search(words) or _STAMP.search(words) or _DATELINE.match(words)):
        # a second one below the story belongs to the page
        return None if "p" in seen or (has_authors and _BYLINE.match(words)) else "b"
    if count <= _FEW and "h" in seen and _credit_in(words):
        return "c"
    if not seen and count <= _SHORT and not has_end:
        return "h"
    if seen == "h" and count <= _SHORT and not has_end:
        return "s"
    return "p"


def _authors_in(words: str) -> tuple[str, ...]:
    found = _BYLINE.search(words)
    return tuple(dict.fromkeys(re.split(", | and | & ", found["names"]))) if found else ()


def _credit_in(words: str) -> str | None:
    """Whom the brackets behind a caption name; a sentence in brackets, most of whose words are small, names nobody."""
    found = _CREDIT.search(words)
    names = found["credit"].split() if found and found.start() > 0 else []
    is_name = names and sum(map(str.islower, names)) <= _MOST_SMALL * len(names)
    return found["credit"] if found and is_name else None


def _numbered(kinds: list[tuple[str, str, str]]) -> list[Passage]:
    counts: dict[str, int] = {}
    passages = []
    for kind, words, written in kinds:
        counts[kind] = counts.get(kind, 0) + 1
        passages.append(Passage(f"{kind}{counts[kind]}", words, _credit_in(words) if kind == "c" else None, written))
    return passages
