r"""A file does not start with a byte order mark.

The mark is invisible, and some readers take it for a part of the first key.

## Wrong

```bytes actors/kor-mnd.yaml
\xef\xbb\xbfschema: actor/1.0
id: kor-mnd
kind: public-body
name: Defense Ministry
part_of: kor
```

## Right

```bytes actors/kor-mnd.yaml
schema: actor/1.0
id: kor-mnd
kind: public-body
name: Defense Ministry
part_of: kor
```

## Fix

Safe: removes the mark.
"""

from collections.abc import Iterator

from dateline.model.fault import ByteOrderMark
from dateline.model.finding import Fix, Problem, Rewrite
from dateline.model.place import Mark, Span
from dateline.rules import rule


@rule("F002", "warning", since="1.0")
def byte_order_mark(fault: ByteOrderMark) -> Iterator[Problem]:
    """A file does not start with a byte order mark."""
    # no column counts the mark: an edit of nothing, at the very beginning, is what takes it away, and harms no editor
    fix = Fix((Rewrite(Mark(fault.at.file, Span(1, 1, 1, 1)), ""),), safe=True)
    yield Problem("the file starts with a byte order mark", fault.at, help="save it as UTF-8 without one", fix=fix)
