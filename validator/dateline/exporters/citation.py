"""How a release is cited: ``CITATION.cff``, for GitHub, Zenodo and reference managers.

Source: https://github.com/citation-file-format/citation-file-format/blob/main/schema-guide.md
"""

import re
from collections.abc import Iterator

from dateline.exporters.about import About, Person
from dateline.exporters.signs import page, quoted

NAME = "CITATION.cff"
KEYWORDS = ("diplomatic news", "temporal annotation", "attribution", "event data")
_VERSION = re.compile(r'^version: "([^"]*)"$', re.MULTILINE)


def citation(about: About) -> bytes:
    """The citation of a release. Annotators are entities, not persons: nobody but they knows which name is the family's."""
    lines = ["cff-version: 1.2.0", "message: If you use these data, please cite them as below."]
    lines += [f"title: {quoted(about.manifest.title)}", "type: dataset", f"version: {quoted(about.manifest.version)}"]
    if about.day:
        lines.append(f"date-released: {quoted(about.day.isoformat())}")
    if about.spdx:  # the format takes no others
        lines.append(f"license: {quoted(about.spdx)}")
    lines += ["authors:", *(line for person in about.annotators for line in _author(person))]
    lines += [f"keywords: [{', '.join(KEYWORDS)}]"]
    return page(lines)


def version_in(cited: str) -> str | None:
    """The version that a citation written here names."""
    found = _VERSION.search(cited)
    return found[1] if found else None


def _author(person: Person) -> Iterator[str]:
    yield f"  - name: {quoted(person.name)}"
    if person.orcid:
        yield f"    orcid: {quoted(f'https://orcid.org/{person.orcid}')}"
