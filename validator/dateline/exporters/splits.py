"""Train, dev and test: articles that tell of one event stay together, and the later ones are kept for the test."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from dateline.exporters.columns import Rows
from dateline.exporters.tables import ARTICLES

PATH = "splits.json"
PARTS = ("train", "dev", "test")
_FEWEST = 10  # articles: of fewer, a tenth is none
_TRAIN, _DEV = 8, 9  # tenths of the articles after which train and dev end


@dataclass(frozen=True, slots=True)
class Told:
    """An article as the split sees it: its day, the events that it speaks of, and the article that it corrects."""

    article: str
    day: date
    events: frozenset[str]
    corrects: str | None = None


@dataclass(frozen=True, slots=True)
class _Cluster:
    day: date
    articles: list[str] = field(default_factory=list)


def splits_of(articles: Iterable[Told]) -> dict[str, str]:
    """Give each article its part. Of few articles all are for training.

    Clusters are taken by the day of their first article; one goes where its middle lies, so that sizes are about right.
    """
    told = sorted(articles, key=lambda one: (one.day, one.article))
    if len(told) < _FEWEST:
        return dict.fromkeys((one.article for one in told), "train")
    found: dict[str, str] = {}
    for cluster in _clusters(told):
        middle = 2 * len(found) + len(cluster.articles)  # in halves of an article
        found |= dict.fromkeys(cluster.articles, _part(middle * 10, 2 * len(told)))
    return found


def files(rows: Rows) -> dict[str, bytes]:
    """``splits.json``: the ids of the articles of each part."""
    found: dict[str, list[str]] = {part: [] for part in PARTS}
    for article in ARTICLES.records(rows):
        found[str(article["split"])].append(str(article["id"]))
    return {PATH: f"{json.dumps(found, ensure_ascii=False, indent=1)}\n".encode()}


def _part(middle: int, whole: int) -> str:
    if middle < _TRAIN * whole:
        return "train"
    return "dev" if middle < _DEV * whole else "test"


def _clusters(told: list[Told]) -> list[_Cluster]:
    """The connected articles, in the order of the first of each."""
    above: dict[tuple[str, str], tuple[str, str]] = {}

    def top(name: tuple[str, str]) -> tuple[str, str]:
        path = []
        while (upper := above.setdefault(name, name)) != name:
            path.append(name)
            name = upper
        above.update(dict.fromkeys(path, name))
        return name

    for one in told:
        others = [*(("event", event) for event in one.events), *([("article", one.corrects)] if one.corrects else [])]
        for other in others:
            above[top(other)] = top(("article", one.article))
    found: dict[tuple[str, str], _Cluster] = {}
    for one in told:
        found.setdefault(top(("article", one.article)), _Cluster(one.day)).articles.append(one.article)
    return list(found.values())
