"""A rule's page: summary, why, examples of wrong and right, what its fix does. Read from the docstring that it is."""

import re

from msgspec import Struct

_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
_FENCE = re.compile(r"^```(?P<kind>\w+)(?: (?P<name>\S+))?\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


class Example(Struct, frozen=True):
    """A fenced block. ``kind`` is yaml, bytes, text or run; ``name`` the file, the article of the minimal corpus if empty."""

    kind: str
    name: str
    body: str


class Page(Struct, frozen=True):
    """What ``dateline explain`` shows of a rule."""

    summary: str
    why: str
    wrong: tuple[Example, ...]
    right: tuple[Example, ...]
    fix: str
    sections: tuple[tuple[str, str], ...]


def page_of(docstring: str) -> Page:
    """Read the page; a section that is not there is empty."""
    head, *rest = _HEADING.split(docstring.strip())
    summary, _, why = head.strip().partition("\n")
    sections = tuple((title.strip(), body.strip()) for title, body in zip(rest[::2], rest[1::2], strict=True))
    by_title = dict(sections)
    return Page(
        summary.strip(),
        why.strip(),
        _examples(by_title.get("Wrong", "")),
        _examples(by_title.get("Right", "")),
        by_title.get("Fix", ""),
        sections,
    )


def _examples(section: str) -> tuple[Example, ...]:
    return tuple(Example(match["kind"], match["name"] or "", match["body"]) for match in _FENCE.finditer(f"{section}\n"))
