"""The words that name a person stand in the order of a known name.

Family names come first in one language and last in another; a name turned round is found by no search, and its first word is
taken for the family name.

## Wrong

```yaml articles/dl-2019-06-02-meeting.yaml
text:
  status: inline
  blocks:
    - {id: h1, text: Ministers meet at Shangri-La Dialogue}
    - {id: p1, text: "Kyeong-doo Jeong of Seoul's Defense Ministry met Takeshi Iwaya on Saturday."}
    - {id: p2, text: "Japan says that a radar was aimed at its aircraft; South Korea denies it."}
mentions:
  - {in: p1, text: Kyeong-doo Jeong, actor: jeong-kyeong-doo}  # <-
  - {in: p1, text: Defense Ministry, actor: kor-mnd}
  - {in: p1, text: Takeshi Iwaya, actor: takeshi-iwaya}
  - {in: p2, text: Japan, actor: jpn}
  - {in: p2, text: South Korea, actor: kor}
```

## Right

```yaml articles/dl-2019-06-02-meeting.yaml
text:
  status: inline
  blocks:
    - {id: h1, text: Ministers meet at Shangri-La Dialogue}
    - {id: p1, text: "Kyeong-doo Jeong of Seoul's Defense Ministry met Takeshi Iwaya on Saturday."}
    - {id: p2, text: "Japan says that a radar was aimed at its aircraft; South Korea denies it."}
mentions:
  - {in: p1, text: Kyeong-doo Jeong, actor: jeong-kyeong-doo}
  - {in: p1, text: Defense Ministry, actor: kor-mnd}
  - {in: p1, text: Takeshi Iwaya, actor: takeshi-iwaya}
  - {in: p2, text: Japan, actor: jpn}
  - {in: p2, text: South Korea, actor: kor}
```

```yaml actors/jeong-kyeong-doo.yaml
aliases: [Kyeong-doo Jeong]
```
"""

from collections.abc import Iterator

from dateline.model.corpus import Reading
from dateline.model.finding import Problem, Related
from dateline.model.names import compared, full_names_in
from dateline.rules import rule


@rule("R520", "warning", since="1.0", preview=True)
def name_order(reading: Reading) -> Iterator[Problem]:
    """The words that name a person stand in the order of a known name."""
    for naming in reading.article.namings:
        actor = reading.actor(naming.actor)
        if actor is None or actor.kind != "person" or naming.form not in (None, "name"):
            continue
        words, names = _words_of(naming.words), [_words_of(name) for name in reading.registry.derived(full_names_in)[actor.id]]
        if words not in names and sorted(words) in map(sorted, names):
            yield Problem(
                f'"{naming.words}" has the words of a name of {actor.id} in another order',
                naming.at,
                help=f"if the text writes it so, add it to the aliases of {actor.id}; else mend the words",
                related=(Related(actor.at / "name", f'the name is "{actor.name}"'),),
                rests_on=(naming.at, naming.actor_at),
            )


def _words_of(name: str) -> list[str]:
    return compared(name.replace(",", " ")).split()
