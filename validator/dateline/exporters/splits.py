"""Train, dev and test: articles that tell of one event stay together, and the later ones are kept for the test."""

import json
from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from dateline.exporters.columns import Rows
from dateline.exporters.tables import ARTICLES
from dateline.model.groups import Groups

PATH = "splits.json"
PARTS = ("train", "dev", "test")
_FEWEST = 10  # articles: of fewer, a tenth is none
_TRAIN, _DEV = 8, 9  # tenths of the articles after which train and dev end


class Told(Struct, frozen=True):
    """An article as the split sees it: its day, the events that it speaks of, and the article that it corrects."""

    article: str
    day: date
    events: frozenset[str]
    corrects: str | None = None


def splits_of(articles: Iterable[Told]) -> dict[str, str]:
    """Give each article its part. Of few articles all are for training.

    Clusters are taken by the day of their first article; one goes where its middle lies, so that sizes are about right.
    """
    told = sorted(articles, key=lambda one: (one.day, one.article))
    if len(told) < _FEWEST:
        return dict.fromkeys((one.article for one in told), "train")
    found: dict[str, str] = {}
    for cluster in _clusters(told):
        middle = 2 * len(found) + len(cluster)  # in halves of an article
        found |= dict.fromkeys(cluster, _part(middle * 10, 2 * len(told)))
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


def _clusters(told: list[Told]) -> list[list[str]]:
    """The connected articles, in the order of the first of each."""
    groups = Groups[tuple[str, str]]()
    for one in told:
        corrected = [("article", one.corrects)] if one.corrects else []
        groups.join([("article", one.article), *(("event", event) for event in one.events), *corrected])
    found: dict[tuple[str, str], list[str]] = {}
    for one in told:
        found.setdefault(groups.root(("article", one.article)), []).append(one.article)
    return list(found.values())
