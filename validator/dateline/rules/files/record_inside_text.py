"""A block of text ends before the next record begins.

A line that is indented too far belongs to the text above it: the annotation that it was meant to begin does not exist, and
what looks like one in the file is a sentence.

## Wrong

```yaml
quotes:
  - id: q1
    in: p1
    type: indirect
    speaker: kor-mnd
    source: Defense Ministry
    cue: said
    content: that talks [...] June 2
    gist: >-
      The talks have a date.
      - id: q2  # <-
        in: p2
        type: direct
        speaker: kor-mnd
        content: We are working
```

## Right

```yaml
quotes:
  - id: q1
    in: p1
    type: indirect
    speaker: kor-mnd
    source: Defense Ministry
    cue: said
    content: that talks [...] June 2
    gist: >-
      The talks have a date.
  - id: q2
    in: p2
    type: direct
    speaker: kor-mnd
    content: We are working
```
"""

from collections.abc import Iterator

from dateline.model.fault import RecordInsideText
from dateline.model.finding import Problem
from dateline.rules import rule


@rule("F017", "warning", since="1.0", preview=True)
def record_inside_text(fault: RecordInsideText) -> Iterator[Problem]:
    """A block of text ends before the next record begins."""
    message = f'the line "{fault.line}" looks like a record, and is a part of the text above it'
    yield Problem(message, fault.at, help="indent it as the records beside it")
