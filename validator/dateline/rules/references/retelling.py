"""Nearly the same text from two publishers credits the agency that it comes from.

Two papers that print one agency's report are one source; counted as two, they seem to confirm each other.

## Wrong

```yaml articles/one-2019-06-03-forum.yaml
schema: article/1.0
id: one-2019-06-03-forum
headline: Ministers see each other
publisher: {name: One paper}
language: en
origin: original
published: 2019-06-03
rights: {holder: Dateline contributors, license: CC0-1.0}
sources: ["https://jmh.usembassy.gov/20190603124208/"]
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: []}
text:
  status: inline
  blocks:
    - {id: h1, text: Ministers see each other}
    - {id: p1, text: The two ministers saw each other for the first time since the autumn in the hall of the forum.}
    - {id: p2, text: Officials of both sides had prepared the meeting with care and expected no paper to be signed after it.}
```

```yaml articles/two-2019-06-03-forum.yaml
schema: article/1.0
id: two-2019-06-03-forum
headline: No paper signed
publisher: {name: Two paper}  # <-
language: en
origin: original
published: 2019-06-03
rights: {holder: Dateline contributors, license: CC0-1.0}
sources: ["https://jmh.usembassy.gov/20190603124208/"]
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: []}
text:
  status: inline
  blocks:
    - {id: h1, text: No paper signed}
    - {id: p1, text: The two ministers saw each other for the first time since the autumn in the hall of the forum.}
    - {id: p2, text: Officials of both sides had prepared the meeting with care and expected no paper to be signed there.}
```

## Right

```yaml articles/one-2019-06-03-forum.yaml
schema: article/1.0
id: one-2019-06-03-forum
headline: Ministers see each other
publisher: {name: One paper}
agency: An agency
language: en
origin: original
published: 2019-06-03
rights: {holder: Dateline contributors, license: CC0-1.0}
sources: ["https://jmh.usembassy.gov/20190603124208/"]
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: []}
text:
  status: inline
  blocks:
    - {id: h1, text: Ministers see each other}
    - {id: p1, text: The two ministers saw each other for the first time since the autumn in the hall of the forum.}
    - {id: p2, text: Officials of both sides had prepared the meeting with care and expected no paper to be signed after it.}
```

```yaml articles/two-2019-06-03-forum.yaml
schema: article/1.0
id: two-2019-06-03-forum
headline: No paper signed
publisher: {name: Two paper}
agency: An agency
language: en
origin: original
published: 2019-06-03
rights: {holder: Dateline contributors, license: CC0-1.0}
sources: ["https://jmh.usembassy.gov/20190603124208/"]
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: []}
text:
  status: inline
  blocks:
    - {id: h1, text: No paper signed}
    - {id: p1, text: The two ministers saw each other for the first time since the autumn in the hall of the forum.}
    - {id: p2, text: Officials of both sides had prepared the meeting with care and expected no paper to be signed there.}
```
"""

from collections.abc import Iterator

from dateline.model.facts.copies import LOWEST, Sketched, resemblance
from dateline.model.finding import Problem, Related
from dateline.model.gathered import Alike
from dateline.model.place import Place
from dateline.rules import rule

_NEARLY_THE_SAME = 0.8  # of the runs of five words: of a hundred words some four may be others
_MOST = 10  # texts compared for one number: a phrase that stands in more is a paper's own boilerplate


@rule("R521", "warning", since="1.0", preview=True)
def retelling(alike: Alike) -> Iterator[Problem]:
    """Nearly the same text from two publishers credits the agency that it comes from.

    Two texts may share many numbers, and are compared under the lowest.
    """
    for n, article in enumerate(alike.members):
        for other in alike.members[: min(n, _MOST)]:
            if _lowest_shared(article, other) == alike.number and _is_retold(article, other):
                yield _problem(*((article, other) if article.agency is None else (other, article)))
                break


def _lowest_shared(one: Sketched, other: Sketched) -> int:
    return min({*one.sketch[:LOWEST]} & {*other.sketch[:LOWEST]})


def _is_retold(one: Sketched, other: Sketched) -> bool:
    if one.publisher == other.publisher or (one.agency and other.agency):
        return False
    return resemblance(one.sketch, other.sketch) >= _NEARLY_THE_SAME


def _problem(article: Sketched, other: Sketched) -> Problem:
    return Problem(
        f"the text is nearly that of {other.id}, of another publisher, and no agency is credited",
        article.at / "publisher",
        help="name under agency where the text comes from",
        related=(Related(other.at / "publisher", "the other"),),
        # one text twice is told by same-article-twice
        rests_on=(article.at / "id", other.at / "id", *(at for one in (article, other) for at in _text_of(one))),
    )


def _text_of(article: Sketched) -> tuple[Place, ...]:
    return (article.at / "text", article.at / "text" / "digest")
