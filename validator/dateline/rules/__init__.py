"""What is right: one rule a file. A rule sees one thing and yields what is wrong with it; its docstring is its page.

The type of a rule's parameter is its scope: a fault, a record, a slice of the corpus, the run. Rules are found by walking this
package, once, to write ``catalogue``; a run reads that and loads a rule when it first meets a thing of its scope.
"""

from collections.abc import Callable, Iterator
from functools import cache, cached_property
from importlib import import_module
from types import ModuleType
from typing import Any

from msgspec import Struct

from dateline.model.finding import Problem, Severity
from dateline.rules.catalogue import RULES
from dateline.rules.page import Page, page_of

Check = Callable[[Any], Iterator[Problem]]


class Rule(Struct, frozen=True, dict=True):
    """A rule as the engine sees it: what it is called, the ``scopes`` that it takes, and where the function is that judges."""

    code: str
    name: str
    severity: Severity
    since: str
    preview: bool
    scopes: tuple[str, ...]
    module: str

    @cached_property
    def check(self) -> Check:
        """The function that judges."""
        check: Check = getattr(self._loaded, self.name.replace("-", "_"))
        return check

    @property
    def docstring(self) -> str:
        """The rule's page, as it is written."""
        return self._loaded.__doc__ or ""

    @cached_property
    def page(self) -> Page:
        """The rule's page, read from its module's docstring."""
        return page_of(self.docstring)

    @cached_property
    def takes(self) -> tuple[type, ...]:
        """The types of the things that it judges."""
        return tuple(map(_scope, self.scopes))

    @cached_property
    def closes(self) -> bool:
        """Whether it tells of what keeps a file from being judged: who does not see that takes the rest for right."""
        return any(getattr(scope, "closes", False) for scope in self.takes)

    @cached_property
    def _loaded(self) -> ModuleType:
        return import_module(f"{__name__}.{self.module}")


@cache
def _scope(name: str) -> type:
    """The type of that name, of a thing that is judged."""
    from dateline.model import article, corpus, fault, gathered, records  # noqa: PLC0415 - what is remembered needs none of them

    found: type = next(getattr(room, name) for room in (fault, corpus, gathered, article, records) if hasattr(room, name))
    return found


class Declared(Struct, frozen=True):
    """What a rule says of itself beside its name, its page and its scope."""

    code: str
    severity: Severity
    since: str
    preview: bool


declared: dict[str, Declared] = {}  # by the name of the module


def rule(code: str, severity: Severity, *, since: str, preview: bool = False) -> Callable[[Check], Check]:
    """Make a rule of a generator function: its name is the function's, its scope the type of its parameter."""

    def register(check: Check) -> Check:
        declared[check.__module__] = Declared(code, severity, since, preview)
        return check

    return register


class Rules(tuple[Rule, ...]):  # noqa: SLOT001 - what was worked out is kept in its dictionary
    """Rules that are asked together. Which of them take a thing is worked out once for each type of thing."""

    @cached_property
    def scopes(self) -> frozenset[str]:
        """The names of all scopes that one of them takes."""
        return frozenset(scope for rule in self for scope in rule.scopes)

    def taking(self, scope: type) -> tuple[Rule, ...]:
        """The rules that judge a thing of that type."""
        found: tuple[Rule, ...] | None = self.__dict__.get(scope.__name__)
        if found is None:
            found = self.__dict__[scope.__name__] = tuple(rule for rule in self if issubclass(scope, rule.takes))
        return found


@cache
def rulebook() -> Rules:
    """Every rule of the package, by code."""
    return Rules(Rule(*row) for row in RULES)


@cache
def by_code() -> dict[str, Rule]:
    """Every rule of the package, by its code."""
    return {known.code: known for known in rulebook()}


_LETTERS = "FMARTQEPC"  # from the most basic: a fault of the file outweighs what rests on it
_RANKED_AS = {
    "R502": "F",  # an id that is taken is the reason why the file is not named after it
    "F020": "T",  # an id is held against dates, which may be at fault themselves
    "A220": "Q",  # nobody mentions an actor that does not exist
}
# within a letter: what is more basic than others has less than 5, what follows from others has more
_BEFORE_OTHERS = {
    # there is no such value, text or day, or nothing that it could be held against: the rest is said of nothing
    0: ("M110", "A201", "A209", "T301", "T302", "T311", "T315", "T320", "E610"),
    # a slip of a few letters or days, by itself: what is read there slips with it
    1: ("A205", "T303"),
    # what one record says cannot be meant, whatever the others say
    2: ("F014", "R507", "E613"),
    # two values stand against each other: what compares one of them with a third follows
    3: ("R502", "A212", "R506", "R516", "R520", "E605", "E607"),
    # what is spelled out is more basic than what counts from it
    4: ("T305", "T306"),
    # what two records have in common, and a ring of links: the record or the link that is wrong is told of first
    6: ("E611", "E619", "R521", "P706"),
    # sums of many statements, each of which may be wrong by itself
    7: ("T310", "E609"),
}
_RANK = {code: rank for rank, codes in _BEFORE_OTHERS.items() for code in codes}
_OF_MOST = 5


def rank(code: str) -> tuple[int, int]:
    """How basic a rule is: the lower, the nearer to the root of what is wrong."""
    return (_LETTERS.index(_RANKED_AS.get(code, code[0])), _RANK.get(code, _OF_MOST))


def matching(pattern: str) -> list[Rule]:
    """The rules that a name, a code or the beginning of a code stands for."""
    return [known for known in rulebook() if known.name == pattern or known.code.startswith(pattern)]
