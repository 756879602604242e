"""A licence is an SPDX expression.

"Creative Commons" is not a licence; a machine that gathers corpora has to know which of them it may pass on.

## Wrong

```yaml
rights: {holder: Dateline contributors, license: CC0}  # <-
```

## Right

```yaml
rights: {holder: Dateline contributors, license: CC0-1.0}
```
"""

from collections.abc import Iterator
from functools import lru_cache

from dateline.model.article import Article
from dateline.model.finding import Problem
from dateline.model.records import Manifest
from dateline.rules import rule

# what most corpora have: the list of all takes longer to load than all else that is asked of licences
USUAL = frozenset({"CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "LicenseRef-all-rights-reserved"})


@rule("P701", "error", since="1.0")
def unknown_licence(record: Article | Manifest) -> Iterator[Problem]:
    """A licence is an SPDX expression."""
    written = [(record.license, record.at / "license")]
    if isinstance(record, Article):
        rights = (record.license, record.at / "rights" / "license")
        written = [rights, (record.annotation.license, record.annotation.at / "license")]
    for name, at in written:
        if not _is_expression(name):
            message = f'"{name}" is no SPDX expression'
            advice = "write one such as CC-BY-4.0, or LicenseRef- and a name of your own"
            yield Problem(message, at, help=advice, rests_on=(at,))


@lru_cache(maxsize=256)  # a corpus has a few
def _is_expression(name: str) -> bool:
    if name in USUAL:
        return True
    from packaging.licenses import (  # noqa: PLC0415 - as above
        InvalidLicenseExpression,
        canonicalize_license_expression,
    )

    try:
        canonicalize_license_expression(name)
    except InvalidLicenseExpression:
        return False
    return True
