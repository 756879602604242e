"""A local id names something that the file defines.

A time, quote or unnamed source that the file does not have leaves an annotation half done.

## Wrong

```yaml
events:
  - {in: h1, text: talks, event: jpn-kor-ministers-2019-06, status: sought, time: t22}  # <-
```

## Right

```yaml
events:
  - {in: h1, text: talks, event: jpn-kor-ministers-2019-06, status: sought, time: t2}
```

## Fix

Unsafe: takes the nearest id of the file.
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.facts.references import is_local_id
from dateline.model.finding import Fix, Problem, Replace
from dateline.model.placed import Ref
from dateline.rules import rule


@rule("R522", "error", since="1.0")
def dangling_local_id(article: Article) -> Iterator[Problem]:
    """A local id names something that the file defines."""
    defined = {
        "time": [time.id for time in article.times],
        "quote": [quote.id for quote in article.quotes],
        "unnamed source": [source.id for source in article.unnamed],
    }
    known = {kind: frozenset(ids) for kind, ids in defined.items()}
    for kind, ref in _local_refs(article):
        if ref.id not in known[kind]:
            import difflib  # noqa: PLC0415 - what only an id that is not found needs

            near = next(iter(difflib.get_close_matches(ref.id, defined[kind], n=1)), None)
            advice = f"this file has: {', '.join(defined[kind])}" if defined[kind] else f"this file has no {kind}"
            fix = Fix((Replace(ref.at, near),)) if near else None
            yield Problem(f'there is no {kind} "{ref.id}" in this file', ref.at, help=advice, fix=fix)


def _local_refs(article: Article) -> Iterator[tuple[str, Ref]]:
    """Every id that names something of the same file, and the kind of thing."""
    yield from (("unnamed source", ref) for ref in article.unnamed_refs)
    for time in article.times:
        for ref in (time.anchor, time.begin, time.end):
            if ref and is_local_id(ref.id):
                yield ("time" if ref.id.startswith("t") else "quote"), ref
    for quote in article.quotes:
        yield from ((kind, ref) for kind, ref in (("time", quote.time), ("quote", quote.within)) if ref)
    for event in article.events:
        yield from (("time", ref) for ref in (event.time,) if ref)
        yield from (("quote", ref) for ref in event.via)
