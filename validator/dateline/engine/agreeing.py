"""How far two annotations of the same articles agree: layer by layer, over all articles that both have."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from dateline.engine.settings import UsageError
from dateline.model.agreement import alpha, f1, kappa, share
from dateline.model.article import LAYERS, Article
from dateline.model.judged import NAMES, items_of, stances_of, unconfirmed
from dateline.model.matching import Match, TooManyError, matches


class Spans(Struct, frozen=True):
    """A layer: how many items each annotation has, and how many were paired. ``complete`` counts the articles in which both are."""

    layer: str
    of_one: int
    of_other: int
    exact: int
    overlapping: int
    complete: int

    @property
    def f1_exact(self) -> float | None:
        """F1 of items at the same words."""
        return f1(self.exact, self.of_one, self.of_other)

    @property
    def f1_overlap(self) -> float | None:
        """F1 of items that share words."""
        return f1(self.overlapping, self.of_one, self.of_other)


class Agreed(Struct, frozen=True):
    """A value of paired items: how many items, how many of them say the same, and how much that is beyond chance."""

    layer: str
    name: str
    n: int
    same: int
    kappa: float | None
    alpha: float | None

    @property
    def share(self) -> float | None:
        """The share that says the same: of speakers, their accuracy."""
        return share(self.same, self.n)


class Agreement(Struct, frozen=True):
    """Two annotations compared. ``one`` and ``other`` name them; ``only_one`` and ``only_other`` are articles that one lacks.

    ``unplaced`` are the articles compared by the words of anchors alone; ``unconfirmed`` counts the items that a program
    proposed and nobody confirmed, which are no one's judgement and left out.
    """

    one: str
    other: str
    articles: tuple[str, ...]
    only_one: tuple[str, ...]
    only_other: tuple[str, ...]
    unplaced: tuple[str, ...]
    unconfirmed: int
    spans: tuple[Spans, ...]
    values: tuple[Agreed, ...]


Pair = tuple[Article, Article]


def agreement(names: tuple[str, str], pairs: Sequence[Pair], only: tuple[Iterable[str], Iterable[str]] = ((), ())) -> Agreement:
    """Compare the annotations of pairs of articles, each pair of one text.

    Raises:
        UsageError: if there is no end of items of an article that share words.

    """
    spans, values = [], []
    for layer in LAYERS:
        matched = [_matches(pair, layer) for pair in pairs]
        spans.append(_spans(layer, pairs, [match for found in matched for match in found]))
        judged = _judged(layer, pairs, matched)
        values += [_agreed(layer, name, judged[name]) for name in NAMES[layer]]
    return Agreement(
        *names,
        articles=tuple(one.id for one, _ in pairs),
        only_one=tuple(sorted(only[0])),
        only_other=tuple(sorted(only[1])),
        unplaced=tuple(one.id for one, other in pairs if not (_is_placed(one) and _is_placed(other))),
        unconfirmed=sum(unconfirmed(article) for pair in pairs for article in pair),
        spans=tuple(spans),
        values=tuple(values),
    )


def _matches(pair: Pair, layer: str) -> list[Match]:
    one, other = pair
    try:
        return matches(items_of(one, layer), items_of(other, layer))
    except TooManyError as error:
        raise UsageError(f"{one.id} has too many {layer} that share words to be compared") from error


def _spans(layer: str, pairs: Sequence[Pair], found: Sequence[Match]) -> Spans:
    return Spans(
        layer,
        sum(len(items_of(one, layer)) for one, _ in pairs),
        sum(len(items_of(other, layer)) for _, other in pairs),
        sum(match.exactly for match in found),
        len(found),
        sum(all(layer in article.annotation.complete for article in pair) for pair in pairs),
    )


def _judged(layer: str, pairs: Sequence[Pair], matched: Sequence[Sequence[Match]]) -> dict[str, list[tuple[str, str]]]:
    """What both said of each paired item, by the name of the value; stances, of each event on which both quotes take one."""
    judged = defaultdict(list)
    for found in matched:
        for match in found:
            for (name, one), (_, other) in zip(match.one.values, match.other.values, strict=True):
                judged[name].append((one, other))
    if layer == "quotes":
        judged["stance"] = [both for pair, found in zip(pairs, matched, strict=True) for both in _stances(pair, found)]
    return judged


def _stances(pair: Pair, found: Sequence[Match]) -> Iterator[tuple[str, str]]:
    ones, others = map(stances_of, pair)
    for match in found:
        here, there = ones[match.one.words], others[match.other.words]
        yield from ((here[event], there[event]) for event in here if event in there)


def _agreed(layer: str, name: str, pairs: Sequence[tuple[str, str]]) -> Agreed:
    return Agreed(layer, name, len(pairs), sum(one == other for one, other in pairs), kappa(pairs), alpha(pairs))


def _is_placed(article: Article) -> bool:
    """Whether the place of every anchor is known."""
    return all(words.range for words in article.anchors)
