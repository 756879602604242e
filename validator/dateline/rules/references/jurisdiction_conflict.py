"""A body or person that is named as one country's belongs to that country.

"Defense Ministry" is the short name of dozens of ministries; the word before it says whose it is, and the eye of an
annotator who has just written the other one passes over it.

## Wrong

```yaml actors/jpn-mod.yaml
schema: actor/1.0
id: jpn-mod
kind: public-body
name: Ministry of Defense
short_names: [Defense Ministry]
part_of: jpn
country: JPN
```

```yaml articles/dl-2019-06-02-meeting.yaml
mentions:
  - {in: p1, text: Jeong Kyeong-doo, actor: jeong-kyeong-doo, as: defence-minister}
  - {in: p1, text: Defense Ministry, actor: jpn-mod}  # <-
  - {in: p1, text: Takeshi Iwaya, actor: takeshi-iwaya, as: defence-minister}
  - {in: p2, text: Japan, actor: jpn}
  - {in: p2, text: South Korea, actor: kor}
```

## Right

```yaml articles/dl-2019-06-02-meeting.yaml
mentions:
  - {in: p1, text: Jeong Kyeong-doo, actor: jeong-kyeong-doo, as: defence-minister}
  - {in: p1, text: Defense Ministry, actor: kor-mnd}
  - {in: p1, text: Takeshi Iwaya, actor: takeshi-iwaya, as: defence-minister}
  - {in: p2, text: Japan, actor: jpn}
  - {in: p2, text: South Korea, actor: kor}
```
"""

from collections.abc import Iterator

from dateline.model.corpus import Reading
from dateline.model.finding import Problem, Related
from dateline.model.names import compared, countries_before, countries_in, countries_within, full_names_in
from dateline.rules import rule


@rule("R519", "warning", since="1.0", preview=True)
def jurisdiction_conflict(reading: Reading) -> Iterator[Problem]:
    """A body or person that is named as one country's belongs to that country."""
    table = reading.registry.derived(countries_in)
    for naming in reading.article.namings:
        actor = reading.actor(naming.actor)
        # a state after another's name is no part of it: "Seoul's Japan policy"
        if actor is None or actor.country is None or actor.kind == "state":
            continue
        is_full = compared(naming.words) in reading.registry.derived(full_names_in)[actor.id]
        said = (not is_full and countries_within(naming.words, table)) or countries_before(naming, table)
        if said and actor.country not in said:
            yield Problem(
                f'the text names "{naming.words}" as of {" or ".join(sorted(said))}, but {actor.id} is of {actor.country}',
                naming.actor_at,
                help="link the one of that country",
                related=(Related(actor.at / "country", "its country"),),
                rests_on=(naming.at, naming.actor_at),
            )
