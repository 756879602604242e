"""What is proposed and what the rules of the standard already find at fault is taken out again."""

from collections.abc import Iterator
from typing import cast

from dateline.engine.settings import UsageError
from dateline.importers.draft import Draft
from dateline.importers.fields import data_of, writable
from dateline.importers.rough import rough
from dateline.loading import placeholders, schemas
from dateline.loading.build import build
from dateline.loading.document import Document, parse
from dateline.loading.events import Steps
from dateline.loading.source import Source
from dateline.model.article import Article
from dateline.model.fault import Fault
from dateline.model.place import Mark, Place
from dateline.rules import rulebook

_MARKED = "unconfirmed-suggestion"
_MOST_SHOWN = 40  # characters of a line
_FURNITURE = "A217"  # the preview that speaks of proposals: a credit can name whom the corpus knows
_SHARE = "A218"  # the anchors show too much of the text together: the last quotes go, then the last mentions


class UnsoundError(UsageError):
    """A record would be at fault: ``steps`` lead to where, as far as that is known."""

    def __init__(self, message: str, steps: Steps = ()) -> None:
        super().__init__(message)
        self.steps = steps


def sound(draft: Draft, copy: str) -> Draft:
    """The draft without the items that a rule on single articles would speak of.

    Raises:
        UsageError: if the file would be at fault for another reason than a proposal.

    """
    # an item of a draft that can be written is the item of the file with the same number
    draft = writable(draft)
    # a fault that is taken out may show another; each round takes out at least one item
    while faulty := set(_faulty(draft, _record_of(draft, copy))):
        draft = writable(_without(draft, faulty))
    return draft


def judged(path: str, text: str) -> Document:
    """The document of a file to be, which has the shape of its record.

    Raises:
        UnsoundError: if it has not, in the words of the rules.

    """
    try:
        data = text.encode()
    except UnicodeEncodeError as error:
        line = text.split("\n")[text.count("\n", 0, error.start)].strip()
        message = f"{line}: here is a character that no file in UTF-8 can hold"
        raise UnsoundError(message) from error
    document = parse(Source(path, data))
    if not isinstance(document, Document):
        raise UnsoundError(told(document[0], text))
    for fault in (*schemas.check(document)[1], *placeholders.faults(document)):
        raise UnsoundError(told(fault, text), fault.at.steps if isinstance(fault.at, Place) else ())
    return document


def told(fault: Fault, text: str) -> str:
    """What the rules say of a fault, behind the name of the field."""
    problems = (problem for rule in rulebook() if isinstance(fault, rule.takes) for problem in rule.check(fault))
    problem = next(problems)
    names = [str(step) for step in problem.at.steps if isinstance(step, str)] if isinstance(problem.at, Place) else []
    if isinstance(problem.at, Mark):
        names = [text.split("\n")[problem.at.span.line - 1].partition(":")[0].strip()[:_MOST_SHOWN]]
    return "; ".join(filter(None, [": ".join([*names[-1:], problem.message]), problem.help]))


def _record_of(draft: Draft, copy: str) -> Article:
    document = judged(draft.path, rough(data_of(draft)))
    record, _ = build(document, "article", copy if draft.is_withheld else None)
    return cast("Article", record)


def _faulty(draft: Draft, article: Article) -> Iterator[tuple[str, int]]:
    """The items that rules speak of, as layer and number."""
    for rule in rulebook():
        is_asked = rule.code == _FURNITURE or not (rule.preview or rule.severity == "info")
        if not (is_asked and isinstance(article, rule.takes)):
            continue
        for problem in rule.check(article):
            steps = problem.at.steps if isinstance(problem.at, Place) else ()
            if rule.code == _SHARE:
                yield from _last_of(draft)
            elif len(steps) > 1 and steps[0] in draft.layers and rule.name != _MARKED:
                yield str(steps[0]), int(steps[1])


def _last_of(draft: Draft) -> Iterator[tuple[str, int]]:
    """A fifth of the quotes, from the end, or else of the mentions, or of the times."""
    for layer in ("quotes", "mentions", "times"):
        if items := draft.layers[layer]:
            yield from ((layer, n) for n in range(len(items) - 1 - len(items) // 5, len(items)))
            return


def _without(draft: Draft, faulty: set[tuple[str, int]]) -> Draft:
    return draft.keeping(
        {layer: [item for n, item in enumerate(items) if (layer, n) not in faulty] for layer, items in draft.layers.items()}
    )
