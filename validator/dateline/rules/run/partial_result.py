r"""What was not judged is said.

A limit that is reached, or a copy that cannot be read, must not be taken for a text without faults.

## Wrong

```yaml articles/dl-2019-06-03-withheld.yaml
schema: article/1.0
id: dl-2019-06-03-withheld
headline: Talks end
publisher: {name: An outlet}
language: en
published: 2019-06-03
rights: {holder: An outlet, license: LicenseRef-all-rights-reserved}
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: []}
text:
  status: withheld
  norm: dl-norm-1
  chars: 9
  digest: sha256:6d91d2b52c64af8540b01d5af67c620c0c7da35d1255377fe22613edef1338cd
  blocks:
    - {id: h1, fp: sha256:6d91d2b52c64af85, chars: 9, words: 2}
```

```bytes texts/dl-2019-06-03-withheld.txt
Talks\xffend
```

## Right

```run
as-of 2026-11-23
```
"""

from collections.abc import Iterator

from dateline.model.corpus import Run
from dateline.model.finding import Problem
from dateline.model.place import Place
from dateline.rules import rule


@rule("C806", "warning", since="1.0")
def partial_result(run: Run) -> Iterator[Problem]:
    """What was not judged is said."""
    for skipped in run.skipped:
        if skipped.partial:
            yield Problem(f"not all was judged: {skipped.why}", Place(skipped.path), help="mend that, and check again")
