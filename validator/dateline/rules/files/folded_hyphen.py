"""No line of a block of text ends inside a hyphenated word.

Lines of a block are joined with a space. A word that is divided at a hyphen, as in print, comes out in two pieces, and no
anchor finds it.

## Wrong

```yaml actors/kor-mnd.yaml
note: >-
  The ministry runs the bi-  # <-
  lateral talks of the armed forces.
```

## Right

```yaml actors/kor-mnd.yaml
note: >-
  The ministry runs the
  bilateral talks of the armed forces, and the long-
  and short-term plans for them.
```
"""

from collections.abc import Iterator

from dateline.model.fault import FoldedHyphen
from dateline.model.finding import Problem
from dateline.rules import rule


@rule("F016", "warning", since="1.0", preview=True)
def folded_hyphen(fault: FoldedHyphen) -> Iterator[Problem]:
    """No line of a block of text ends inside a hyphenated word."""
    message = f'the lines are joined to "{fault.head} {fault.tail}"'
    # no fix: nobody but the writer knows whether the hyphen belongs to the word
    advice = f'write "{fault.head}{fault.tail}", or the word without its hyphen, on one line'
    yield Problem(message, fault.at, help=advice)
