"""An id elsewhere has the form and the check character of its scheme.

A mistyped id leads nowhere or, worse, to somebody else; check characters exist so that nobody has to look it up to see it.

## Wrong

```yaml actors/kor.yaml
ids: {wikidata: Q884x}  # <-
```

```yaml actors/jeong-kyeong-doo.yaml
ids: {isni: "0000 0001 2146 4380"}  # <-
```

## Right

```yaml actors/kor.yaml
ids: {wikidata: Q884}
```

```yaml actors/jeong-kyeong-doo.yaml
ids: {isni: "0000 0001 2146 438X"}
```
"""

import re
from collections.abc import Callable, Iterator

from dateline.model.finding import Problem
from dateline.model.records import Actor, Event
from dateline.rules import rule


@rule("R507", "error", since="1.0")
def external_id_syntax(record: Actor | Event) -> Iterator[Problem]:
    """An id elsewhere has the form and the check character of its scheme."""
    for external in record.ids:
        form, shape, is_checked = _SCHEMES[external.scheme]
        if not form.fullmatch(external.value):
            message = f'"{external.value}" has not the form of a {external.scheme} id'
            yield Problem(message, external.at, help=f"write {shape}, without an address before it")
        elif not is_checked(external.value):
            message = f'the check character of the {external.scheme} id "{external.value}" is not that of the characters before it'
            yield Problem(message, external.at, help="compare it with the source: one character at least is another")


def _mod_11_2(value: str) -> bool:
    """Whether the last character checks the others. Source: ISO 7064, MOD 11-2, as ISNI (ISO 27729) and ORCID use it."""
    plain = re.sub(r"[ -]", "", value)
    total = 0
    for digit in plain[:-1]:
        total = (total + int(digit)) * 2
    return "0123456789X"[(12 - total % 11) % 11] == plain[-1]


def _mod_97_10(value: str) -> bool:
    """Whether the last two digits check the others. Source: ISO 17442 (LEI) with ISO 7064, MOD 97-10."""
    return int("".join(str(int(character, 36)) for character in value)) % 97 == 1


def _unchecked(_: str) -> bool:
    return True


# Sources: wikidata.org/wiki/Property:P213 (ISNI), P214 (VIAF: a plain number, without a check digit), P496 (ORCID), P1278 (LEI)
_SCHEMES: dict[str, tuple[re.Pattern[str], str, Callable[[str], bool]]] = {
    "wikidata": (re.compile(r"Q[1-9][0-9]*"), "Q and a number, such as Q884", _unchecked),
    "isni": (re.compile(r"(?:[0-9]{4} ?){3}[0-9]{3}[0-9X]"), "sixteen characters, such as 000000012146438X", _mod_11_2),
    "viaf": (re.compile(r"[1-9][0-9]{1,21}"), "the number alone, such as 124294980", _unchecked),
    "orcid": (re.compile(r"(?:[0-9]{4}-){3}[0-9]{3}[0-9X]"), "four groups of four, such as 0000-0002-1825-0097", _mod_11_2),
    "lei": (re.compile(r"[0-9A-Z]{18}[0-9]{2}"), "twenty characters, such as 529900T8BM49AURSDO55", _mod_97_10),
}
