"""An article as the rows of its layers show it: which words of its anchors, and where they stand."""

from msgspec import Struct

from dateline.exporters import shown
from dateline.exporters.columns import Record
from dateline.exporters.positions import Laid, laid
from dateline.model.article import Article, Mention, Words


class Sight(Struct, frozen=True):
    """An article with what is reckoned once for all its layers."""

    article: Article
    ground: Laid
    crowded: frozenset[Words]

    def words(self, anchors: tuple[Words, ...]) -> str | None:
        """The words of an anchor, or of one in several parts; none where they may not be shown."""
        return None if self.crowded and not self.crowded.isdisjoint(anchors) else shown.anchors(self.article, anchors)

    def place(self, mention: Mention) -> str | None:
        """The place that a mention means, unless it is told by words that may not be shown."""
        is_hidden = self.words((mention.words,)) is None and mention.place == mention.words.text
        return None if is_hidden else mention.place

    def at(self, anchors: tuple[Words, ...]) -> Record:
        """The columns of a place: of an anchor, or of one in several parts."""
        found = self.ground.extent(anchors)
        told: Record = {"block": anchors[0].block if anchors else None, "text": self.words(anchors)}
        if found:
            told["char_start"], told["char_end"] = found.char_start, found.char_end
            told["utf16_start"], told["utf16_end"] = found.utf16_start, found.utf16_end
        return told

    def part(self, of: str, anchors: tuple[Words, ...]) -> Record:
        """The same columns, named after the part of a quote."""
        return {f"{of}_{name}": value for name, value in self.at(anchors).items()} if anchors else {}


def sight_of(article: Article) -> Sight:
    """The sight of an article."""
    return Sight(article, laid(article.text), shown.crowded(article))
