"""What articles call the holders of posts: the words of rank and tenure that stand with a name, kept as words of a short list."""

import re
from bisect import bisect, insort
from collections import defaultdict
from collections.abc import Iterator

from msgspec import Struct

from dateline.model.article import Article, Mention
from dateline.model.cues import is_english
from dateline.model.place import Place
from dateline.model.placed import Ref
from dateline.model.text import Range

RANKS = frozenset({"deputy", "vice"})
FORMER = frozenset({"former", "ex"})
INCOMING = frozenset({"incoming", "designate", "nominee"})
# words before a name in which its title can stand: a state, a rank and an office of two words each, "South Korean First Vice
# Foreign Minister"
_NEAR = 6
# where a title begins: after a stop, a possessive, or a word that joins other people's titles to it
_BREAK = re.compile(
    r"[.,;:!?\"()\[\]]|'s?\s|\s-\s|\b(?:and|or|with|by|to|of|for|from|in|at|on|as|that|than|under|told|met|says?|said)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_ANY = re.compile("|".join(sorted(RANKS | FORMER | INCOMING)), re.IGNORECASE)


class Styled(Struct, frozen=True, array_like=True):
    """A mention that gives persons a post, and which words of rank and tenure the text puts to it."""

    persons: tuple[str, ...]
    post: Ref
    tenure: str
    styles: frozenset[str]
    at: Place
    rests_on: tuple[Place, ...]


def styled(article: Article) -> Iterator[Styled]:
    """The mentions of an English article that give a post to persons and stand with a word of rank or tenure."""
    if not is_english(article.language):
        return
    ends = _ends(article)
    for mention in article.mentions:
        persons = tuple(ref.id for ref in mention.actors if not ref.is_local)
        styles = _styles(article, mention, ends)
        if mention.post and persons and styles:
            bases = (mention.words.at, *(ref.at for ref in mention.actors))
            yield Styled(persons, mention.post, mention.tenure, styles, mention.post.at, bases)


def _ends(article: Article) -> dict[str, list[int]]:
    """Where mentions end, in order, by block."""
    ends = defaultdict[str, list[int]](list)
    for mention in article.mentions:
        if at := mention.words.range:
            insort(ends[at.block], at.end)
    return ends


def _styles(article: Article, mention: Mention, ends: dict[str, list[int]]) -> frozenset[str]:
    found = mention.words.range
    if found is None or not mention.post:
        return frozenset()
    nearest = bisect(ends[found.block], found.start)
    start = ends[found.block][nearest - 1] if nearest else 0
    if not _ANY.search(article.text.words_of(Range(found.block, start, found.end))):  # as in most titles
        return frozenset()
    title = _BREAK.split(article.text.words_of(Range(found.block, start, found.start)))[-1]
    near = [*_WORD.findall(title)[-_NEAR:], *_WORD.findall(article.text.words_of(found))]
    return (RANKS | FORMER | INCOMING) & {word.casefold() for word in near}
