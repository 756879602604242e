"""Every actor and event is referred to by another record.

A record that nothing refers to is mostly the rest of a rename, or belongs to an annotation that is missing.

## Wrong

```yaml actors/prk.yaml
schema: actor/1.0
id: prk  # <-
kind: state
name: North Korea
```

## Right

```yaml actors/prk.yaml
schema: actor/1.0
id: prk
kind: state
name: North Korea
```

```yaml actors/kor.yaml
different_from: [prk]
```
"""

from collections.abc import Iterator

from dateline.model.corpus import Corpus
from dateline.model.finding import Problem
from dateline.rules import rule


@rule("R504", "warning", since="1.0")
def orphan(corpus: Corpus) -> Iterator[Problem]:
    """Every actor and event is referred to by another record."""
    if corpus.unread:  # what could not be read may well refer to it
        return
    named = {(ref.kind, ref.id) for fact in corpus.facts for ref in fact.references if fact.id != ref.id}
    for fact in corpus.facts:
        if fact.kind in ("actor", "event") and (fact.kind, fact.id) not in named:
            message = f'nothing refers to the {fact.kind} "{fact.id}"'
            yield Problem(message, fact.at / "id", help="annotate a mention of it, or remove the record")
