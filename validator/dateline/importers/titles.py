"""Proposes whom an office means, with a name ("Defense Minister X") and without one ("the South Korean defense minister")."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from dateline.importers.draft import Named, Passage
from dateline.importers.known import Holder, Known, title_words
from dateline.model.facts.titles import FORMER, INCOMING, RANKS
from dateline.model.text import Range, word_spans

# the last word of an office; nobody is meant by the words before it alone
_HEADS = frozenset({"minister", "president", "secretary", "chairman", "ambassador", "envoy", "spokesman", "chancellor", "director"})
_MOST = 4  # words of an office: "deputy foreign minister", "unification minister"
_FEWEST = 2  # words that tell one office from another, unless it is the only one of its kind
_APPOSED = re.compile(r", (?:the |a |an |its |his |her )?(?P<title>[\w' -]{3,60})")
_COUNTERPARTS = re.compile(
    r"\b(?:his|her|their|its) (?P<owners>[A-Z][\w ]{1,30}?(?:(?:,| and|, and) [A-Z][\w ]{1,30}?){0,3}) (?P<head>counterparts?)\b"
)
_NAME = r"[A-Z][\w-]+(?: [A-Z][\w-]+){0,2}"
_OTHER_RANKS = RANKS | FORMER | INCOMING | {"assistant", "acting"}


def with_post(passage: Passage, named: Named, known: Known) -> Named:
    """The mention of a person with the post that a title beside the name gives, if exactly one fits it."""
    if len(named.actors) != 1 or named.post or known.actors[named.actors[0]].kind != "person":
        return named
    text, at = passage.words, named.at
    titles = [_title_before(text, at.start)]
    if apposed := _APPOSED.match(text, at.end):
        titles.append(apposed["title"].partition(" of ")[0].partition(" for ")[0])
    for title in filter(None, titles):
        held = [holder for holder in known.holders() if holder.person.id == named.actors[0] and _is_title_of(title, holder)]
        if len({holder.post.id for holder in held}) == 1:
            return replace(named, post=held[0].post.id)
    return _as_counterpart(passage, named, known)


def offices(passage: Passage, known: Known, named: list[Named]) -> Iterator[Named]:
    """The offices that stand without a name, where one person can be meant."""
    text, taken = passage.words, {named.at.start for named in named}
    spans = list(word_spans(text))
    for last, (_, end) in enumerate(spans):
        if not title_words(text[spans[last][0] : end]) & _HEADS or not text[spans[last][0]].islower():
            continue
        following = spans[last + 1][0] if last + 1 < len(spans) else -1
        if following in taken and text[end:following] == " ":
            continue  # a title before a name
        clause = text[: spans[last][0]].rpartition(",")[0]
        if (
            any(other.at.end == len(clause) and other.actors for other in named)
            and len(text[len(clause) : end].split()) <= _MOST + 2
        ):
            continue  # a title behind one: "X, the South Korean defense minister"
        if found := _office(passage, spans[max(0, last - _MOST + 1) : last + 1], known):
            yield found


def counterparts(passage: Passage, known: Known, named: list[Named]) -> Iterator[Named]:
    """Who hold the same post elsewhere: "his Chinese and Japanese counterparts"."""
    for match in _COUNTERPARTS.finditer(passage.words):
        post = next((other.post for other in reversed(named) if other.post and other.at.end < match.start()), None)
        # a person who is named before or behind it has a mention already
        is_apposed = re.match(rf",? {_NAME}", passage.words[match.end() :]) or any(
            passage.words[other.at.end : match.start()] == ", " for other in named
        )
        people = _holders_of(post, match["owners"], known) if post and not is_apposed else []
        if people:
            yield Named(Range(passage.id, *match.span("head")), tuple(people), form="nominal", post=post)


def _as_counterpart(passage: Passage, named: Named, known: Known) -> Named:
    """The person behind "his Chinese counterpart,", with the post of the person before."""
    before = passage.words[: named.at.start].rstrip(", ")
    if not before.endswith(" counterpart"):
        return named
    posts = {post.id for post in known.posts_of(named.actors[0])}
    return replace(named, post=posts.pop()) if len(posts) == 1 else named


def _title_before(text: str, start: int) -> str | None:
    """The words right before a name that end in the head of an office."""
    before = re.search(r"(?P<title>(?:[A-Za-z-]+ ){1,4})$", text[max(0, start - 60) : start])
    words = before["title"].split() if before else []
    if not words or not title_words(words[-1]) & _HEADS:
        return None
    return " ".join(words)


def _is_title_of(title: str, holder: Holder) -> bool:
    """Whether what a title says lies within that of a post: its head, the words before it, and the same rank."""
    words = [next(iter(found)) for word in title.split() if (found := title_words(word))]
    heads = [n for n, word in enumerate(words) if word in _HEADS]
    if not heads or words[heads[0]] not in holder.title:
        return False
    said = frozenset(words[: heads[0] + 1])
    if not _is_of_rank(said, holder):
        return False
    return heads[0] == 0 or words[heads[0] - 1] in holder.title or not words[heads[0] - 1].islower()


def _is_of_rank(said: frozenset[str], holder: Holder) -> bool:
    """Whether words say the rank that a post has, and no other: a deputy minister is no minister."""
    return not ((said & _OTHER_RANKS) - holder.title or (holder.title & RANKS) - said)


def _office(passage: Passage, spans: list[tuple[int, int]], known: Known) -> Named | None:
    """The longest run of lower-case words up to the last that is an office which one person of the country before it holds."""
    text, end = passage.words, spans[-1][1]
    for start, _ in spans:
        words = text[start:end]
        if not words.islower() or any(mark in words for mark in ",;.'") or not title_words(words):
            continue
        said = known.countries_before(text, start)
        if len(title_words(words)) >= _FEWEST and said:
            fitting = {
                (holder.person.id, holder.post.id)
                for holder in known.holders()
                if title_words(words) <= holder.title
                and _is_of_rank(title_words(words), holder)
                and known.country_of(holder.post.of.id) in said
            }
            if len(fitting) == 1:
                person, post = fitting.pop()
                return Named(Range(passage.id, start, end), (person,), form="title", post=post)
    return None


def _holders_of(post: str, owners: str, known: Known) -> list[str]:
    """Who hold a post in each of the countries whose adjectives stand there; nobody where one is not known."""
    people: list[str] = []
    for owner in re.split(r",? and |, ", owners):
        lands = known.countries_before(f"{owner} ", len(owner) + 1)
        holders = {
            holder.person.id
            for holder in known.holders()
            if holder.post.id == post and known.country_of(holder.post.of.id) in lands
        }
        if len(holders) != 1:
            return []
        people += holders
    return people
