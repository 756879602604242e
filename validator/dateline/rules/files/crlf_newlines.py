r"""Lines end in a line feed alone.

Mixed line ends make every line of a diff look changed, and hide the one that is.

## Wrong

```bytes actors/kor-mnd.yaml
schema: actor/1.0\r\nid: kor-mnd\r\nkind: public-body\r\nname: Defense Ministry\r\npart_of: kor\r\n
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

Safe: removes the carriage returns.
"""

from collections.abc import Iterator

from dateline.model.fault import CrlfNewlines
from dateline.model.finding import Fix, Problem, Rewrite
from dateline.rules import rule


@rule("F003", "error", since="1.0")
def crlf_newlines(fault: CrlfNewlines) -> Iterator[Problem]:
    """Lines end in a line feed alone."""
    count = len(fault.returns)
    fix = Fix(tuple(Rewrite(mark, "") for mark in fault.returns), safe=True)
    message = f"{count} {'line ends' if count == 1 else 'lines end'} in CR LF"
    yield Problem(message, fault.at, help="save the file with LF line ends", fix=fix)
