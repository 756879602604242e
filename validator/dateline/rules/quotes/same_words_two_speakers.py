r"""The same words are not given to two speakers in two articles.

Two reporters in one room write down the same sentence; if they give it to different people, one of them, or one of the
annotators, is wrong. A spokesperson and the ministry are no two speakers here.

## Wrong

```yaml articles/dl-2019-06-04-first.yaml
schema: article/1.0
id: dl-2019-06-04-first
headline: A code is read
publisher: {name: Dateline corpus}
language: en
origin: original
published: 2019-06-04
rights: {holder: Dateline contributors, license: CC0-1.0}
sources: ["https://jmh.usembassy.gov/20190603124208/"]
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [mentions, quotes]}
text:
  status: inline
  blocks:
    - {id: h1, text: A code is read}
    - {id: p1, text: "\"Alfa bravo charlie delta echo foxtrot golf hotel,\" the ministry said."}
mentions:
  - {in: p1, text: ministry, actor: kor-mnd, form: nominal}
quotes:
  - id: q1
    in: p1
    type: direct
    speaker: kor-mnd
    source: ministry
    cue: said
    content: Alfa [...] hotel
```

```yaml articles/dl-2019-06-04-second.yaml
schema: article/1.0
id: dl-2019-06-04-second
headline: The code again
publisher: {name: Dateline corpus}
language: en
origin: original
published: 2019-06-04
rights: {holder: Dateline contributors, license: CC0-1.0}
sources: ["https://jmh.usembassy.gov/20190603124208/"]
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [mentions, quotes]}
text:
  status: inline
  blocks:
    - {id: h1, text: The code again}
    - {id: p1, text: "\"Alfa bravo charlie delta echo foxtrot golf hotel,\" Japan said."}
mentions:
  - {in: p1, text: Japan, actor: jpn}
quotes:
  - id: q1
    in: p1
    type: direct
    speaker: jpn  # <-
    source: Japan
    cue: said
    content: Alfa [...] hotel
```

## Right

```yaml articles/dl-2019-06-04-first.yaml
schema: article/1.0
id: dl-2019-06-04-first
headline: A code is read
publisher: {name: Dateline corpus}
language: en
origin: original
published: 2019-06-04
rights: {holder: Dateline contributors, license: CC0-1.0}
sources: ["https://jmh.usembassy.gov/20190603124208/"]
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [mentions, quotes]}
text:
  status: inline
  blocks:
    - {id: h1, text: A code is read}
    - {id: p1, text: "\"Alfa bravo charlie delta echo foxtrot golf hotel,\" the ministry said."}
mentions:
  - {in: p1, text: ministry, actor: kor-mnd, form: nominal}
quotes:
  - id: q1
    in: p1
    type: direct
    speaker: kor-mnd
    source: ministry
    cue: said
    content: Alfa [...] hotel
```

```yaml articles/dl-2019-06-04-second.yaml
schema: article/1.0
id: dl-2019-06-04-second
headline: The code again
publisher: {name: Dateline corpus}
language: en
origin: original
published: 2019-06-04
rights: {holder: Dateline contributors, license: CC0-1.0}
sources: ["https://jmh.usembassy.gov/20190603124208/"]
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [mentions, quotes]}
text:
  status: inline
  blocks:
    - {id: h1, text: The code again}
    - {id: p1, text: "\"Alfa bravo charlie delta echo foxtrot golf hotel,\" South Korea said."}
mentions:
  - {in: p1, text: South Korea, actor: kor}
quotes:
  - id: q1
    in: p1
    type: direct
    speaker: kor
    source: South Korea
    cue: said
    content: Alfa [...] hotel
```
"""

from collections.abc import Iterator

from dateline.model.belonging import circle_of
from dateline.model.corpus import Registry
from dateline.model.facts.emitted import Worded
from dateline.model.finding import Problem, Related
from dateline.model.gathered import SameWords
from dateline.rules import rule


@rule("Q428", "warning", since="1.0", preview=True)
def same_words_two_speakers(same: SameWords) -> Iterator[Problem]:
    """The same words are not given to two speakers in two articles."""
    for n, spoken in enumerate(same.members):
        for other in same.members[:n]:
            if other.at.file != spoken.at.file and _are_two(same.registry, spoken, other):
                here, there = (", ".join(ref.id for ref in quote.speakers) for quote in (spoken, other))
                yield Problem(
                    f"these {spoken.words} words are given to {here} here, and to {there} in another article",
                    spoken.at / "speaker",
                    help="compare both texts, and mend the speaker that is wrong",
                    related=(Related(other.at / "speaker", "the other speaker"),),
                    rests_on=tuple(ref.at for ref in (*spoken.speakers, *other.speakers)),
                )
                break


def _are_two(registry: Registry, spoken: Worded, other: Worded) -> bool:
    """Whether surely nobody of the one quote stands for anybody of the other."""
    for ref in (*spoken.speakers, *spoken.principals):
        for another in (*other.speakers, *other.principals):
            one, two = circle_of(registry, ref.id, spoken.said), circle_of(registry, another.id, other.said)
            if one is None or two is None or another.id in one or ref.id in two:
                return False
    return True
