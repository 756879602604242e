"""How far two annotations agree: for people in columns, and as data for other programs (``schema/agreement-1.schema.json``)."""

from collections.abc import Iterator
from typing import Any

from msgspec import to_builtins

from dateline import __version__
from dateline.engine.agreeing import Agreed, Agreement, Spans
from dateline.model.standard import VERSION
from dateline.reporters.json import written
from dateline.reporters.safe import safe
from dateline.reporters.summary import counted

_UNDEFINED = "undefined"


def lines(found: Agreement) -> Iterator[str]:
    """Give the agreement line by line: what was compared, the spans of each layer, the values of paired items, and what was not."""
    yield f"A: {safe(found.one)}"
    yield f"B: {safe(found.other)}"
    yield f"{counted(len(found.articles), 'articles')} compared"
    yield ""
    yield f"{'spans':12}{'in A':>6}{'in B':>6}{'exact':>7}{'overlap':>9}{'F1 exact':>11}{'F1 overlap':>12}"
    yield from map(_of_spans, found.spans)
    yield ""
    yield f"{'values of paired items':24}{'n':>6}{'equal':>7}{'share':>11}{'kappa':>11}{'alpha':>11}"
    yield from map(_of_values, found.values)
    yield ""
    yield "exact: the same words; overlap: some of them, those included. kappa is Cohen's, alpha Krippendorff's for nominal values;"
    yield "undefined: nothing to compare, or one and the same value throughout."
    yield from _caveats(found)


def _of_spans(spans: Spans) -> str:
    numbers = f"{spans.of_one:6}{spans.of_other:6}{spans.exact:7}{spans.overlapping:9}"
    return f"{spans.layer:12}{numbers}{_shown(spans.f1_exact):>11}{_shown(spans.f1_overlap):>12}"


def _of_values(agreed: Agreed) -> str:
    measures = "".join(f"{_shown(value):>11}" for value in (agreed.share, agreed.kappa, agreed.alpha))
    return f"{f'{agreed.layer}: {agreed.name}':24}{agreed.n:6}{agreed.same:7}{measures}"


def _caveats(found: Agreement) -> Iterator[str]:
    """What the numbers do not cover."""
    for layer in found.spans:
        if missing := len(found.articles) - layer.complete:
            yield f"{layer.layer}: not finished by both in {counted(missing, 'articles')}: there, what only one has means nothing"
    if found.unplaced:
        yield f"compared by the words of anchors, for want of the text: {', '.join(map(safe, found.unplaced))}"
    if found.unconfirmed:
        yield f"left out: {counted(found.unconfirmed, 'items')} that a program proposed and nobody confirmed"
    for name, only in (("A", found.only_one), ("B", found.only_other)):
        if only:
            yield f"only in {name}: {', '.join(map(safe, only))}"


def _shown(value: float | None) -> str:
    return _UNDEFINED if value is None else f"{value:.3f}"


def render(found: Agreement) -> str:
    """Give the agreement as JSON; what is undefined is null."""
    return written(_as_data(found), indent=1) + "\n"


def _as_data(found: Agreement) -> dict[str, Any]:
    return {
        "format": "dateline-agreement/1",
        "version": __version__,
        "schema": VERSION,
        "a": found.one,
        "b": found.other,
        "articles": list(found.articles),
        "only_in_a": list(found.only_one),
        "only_in_b": list(found.only_other),
        "compared_by_words": list(found.unplaced),
        "unconfirmed": found.unconfirmed,
        "spans": [
            {
                "layer": one.layer,
                "in_a": one.of_one,
                "in_b": one.of_other,
                "exact": one.exact,
                "overlapping": one.overlapping,
                "f1_exact": one.f1_exact,
                "f1_overlap": one.f1_overlap,
                "complete_in_both": one.complete,
            }
            for one in found.spans
        ],
        "values": [to_builtins(one) | {"share": one.share} for one in found.values],
    }
