"""Which rules a run asks, and how much each weighs: by manifest and command line, the longest match winning."""

from collections.abc import Iterable

from msgspec import Struct, field

from dateline.engine.settings import ALWAYS_ASKED, Settings, UsageError
from dateline.model.finding import SEVERITIES, Severity
from dateline.model.records import Manifest
from dateline.rules import Rule, Rules, matching, rulebook


class Selection(Struct, frozen=True):
    """The rules of a run, by code, and the severities that the manifest changes.

    ``unchosen`` are asked although nobody chose them: they are told, and their fixes are not offered.
    """

    rules: Rules
    severities: dict[str, Severity] = field(default_factory=dict)
    unchosen: frozenset[str] = frozenset()

    def severity(self, rule: Rule) -> Severity:
        """How much a finding of that rule weighs in this run."""
        return self.severities.get(rule.code, rule.severity)


def selection(settings: Settings, manifest: Manifest) -> Selection:
    """The rules that a run asks.

    Raises:
        UsageError: for a name on the command line that is no rule. (In the manifest, it is a finding.)

    """
    for name in (*settings.select, *settings.ignore):
        if not matching(name):
            raise UsageError(no_such_rule(name))
    spoken = bool(settings.select or settings.ignore)
    select = settings.select or manifest.select
    ignore = settings.ignore if spoken else manifest.ignore
    chosen = {known.code for known in rulebook() if _is_chosen(known, select, ignore, preview=settings.preview)}
    # where dateline.yaml selects what is no rule, that is a finding
    if chosen <= ALWAYS_ASKED and (spoken or any(map(matching, select))):
        where = "--select and --ignore leave" if spoken else "select and ignore in dateline.yaml leave"
        message = f"no rule is left to ask: {where} none"
        raise UsageError(message)
    asked = Rules(known for known in rulebook() if known.code in chosen or _is_always_asked(known))
    severities: dict[str, Severity] = {}
    for pattern, severity in sorted(manifest.severity, key=lambda pair: _weight(pair[0])):
        severities |= {known.code: severity for known in matching(pattern) if severity in SEVERITIES and not known.closes}
    return Selection(asked, severities, frozenset(known.code for known in asked) - chosen)


def no_such_rule(name: str) -> str:
    """What to say of a name that is no rule."""
    from difflib import get_close_matches  # noqa: PLC0415 - nearly always, there is such a rule

    near = get_close_matches(name, [known.name for known in rulebook()], n=1)
    return f'there is no rule "{name}"' + (f': did you mean "{near[0]}"?' if near else ': see them with "dateline rules"')


def _is_chosen(rule: Rule, select: Iterable[str], ignore: Iterable[str], *, preview: bool) -> bool:
    selects = max((_weight(pattern) for pattern in select if _matches(rule, pattern)), default=0 if select else 1)
    ignores = max((_weight(pattern) for pattern in ignore if _matches(rule, pattern)), default=0)
    named = any(pattern in (rule.name, rule.code) for pattern in select)
    return selects > ignores and (not rule.preview or preview or named)


def _is_always_asked(rule: Rule) -> bool:
    """What no selection switches off: without it, a file that nobody judged, or a void setting, would look like "no finding"."""
    return rule.closes or rule.code in ALWAYS_ASKED


def _matches(rule: Rule, pattern: str) -> bool:
    return rule.name == pattern or rule.code.startswith(pattern)


def _weight(pattern: str) -> int:
    """How narrow a pattern is: the letters of a code, and a whole name above every code."""
    return len(pattern) + 1 if pattern[:1].isupper() else 100
