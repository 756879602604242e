"""The operators of fault injection: each a small generator over a clean corpus that yields faults of one kind."""

from benchmarks.operators import (
    actors,
    anchors,
    blocks,
    events,
    files,
    links,
    provenance,
    quotes,
    references,
    relations,
    schema,
    sources,
    times,
    unseen,
    values,
)
from benchmarks.operators.fault import OPERATORS, Change, Fault, Operator, operator
from benchmarks.operators.ground import Ground

__all__ = ["OPERATORS", "Change", "Fault", "Ground", "Operator", "operator"]

ROOMS = (
    *(files, schema, anchors, blocks, times, values),
    *(quotes, sources, references, links, actors, events, relations, provenance),
    unseen,
)
