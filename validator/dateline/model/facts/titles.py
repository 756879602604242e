"""What articles call the holders of posts: the words of rank and tenure that stand with a name, kept as words of a short list."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model.article import Article, Mention
from dateline.model.cues import is_english
from dateline.model.place import Place
from dateline.model.placed import Ref

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


@dataclass(frozen=True, slots=True)
class Styled:
    """A mention that gives persons a post, and which words of rank and tenure the text puts to it."""

    persons: tuple[str, ...]
    post: Ref
    tenure: str
    styles: frozenset[str]
    at: Place
    rests_on: tuple[Place, ...]


def styled(article: Article) -> Iterator[Styled]:
    """The mentions of an English article that give a post to persons and stand with a word of rank or tenure."""
    for mention in article.mentions if is_english(article.language) else ():
        persons = tuple(ref.id for ref in mention.actors if not ref.is_local)
        styles = _styles(article, mention)
        if mention.post and persons and styles:
            bases = (mention.words.at, *(ref.at for ref in mention.actors))
            yield Styled(persons, mention.post, mention.tenure, styles, mention.post.at, bases)


def _styles(article: Article, mention: Mention) -> frozenset[str]:
    found = mention.words.range
    if found is None:
        return frozenset()
    before = article.text.words_before(found)
    others = [other.words.range for other in article.mentions]
    start = max((at.end for at in others if at and at.block == found.block and at.end <= found.start), default=0)
    title = _BREAK.split(before[start:])[-1]
    near = [*_WORD.findall(title)[-_NEAR:], *_WORD.findall(article.text.words_of(found))]
    return (RANKS | FORMER | INCOMING) & {word.casefold() for word in near}
