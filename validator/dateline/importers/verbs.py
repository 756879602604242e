"""Which verbs report speech, and how what they report follows them: "said that", "accused X of", "urged X to"."""

import re
from functools import cache

from dateline.model.cues import Cue, lexicon

# verbs that need no "that" before what is said
SAYING = frozenset({"say", "add", "claim", "insist", "note", "stress"})
# verbs that can stand inside what they report: "The talks, she warned, were long"
INTERRUPTING = frozenset(
    {"tell", "ask", "warn", "argue", "explain", "acknowledge", "admit", "reply", "complain", "recall", "conclude", "write"}
)
# verbs that can stand before their subject behind a quotation: '"...," warned Kim'
INVERTED = (INTERRUPTING - {"tell", "ask"}) | {"announce", "declare", "state", "promise", "vow", "reiterate", "predict", "respond"}
# verbs whose object is what is said: "denied the charge", "asked for help"
OBJECTED = frozenset(
    {
        "deny", "reject", "dismiss", "refute", "dispute", "rebut", "protest", "oppose", "condemn", "criticise", "denounce",
        "deplore", "decry", "slam", "blast", "demand", "request", "ask for", "call for", "announce", "welcome", "confirm",
        "rule out", "praise", "urge", "warn", "acknowledge", "admit", "propose", "complain", "reiterate", "reaffirm",
    }
)  # fmt: skip
# verbs that say what somebody calls something: as words of theirs only in marks, or behind "that"
CALLING = frozenset({"call", "describe", "label", "dub", "brand", "term", "characterise"})
# verbs with a person and what that person did: the word before it
BLAMING = {"accuse": "of", "criticise": "for", "blame": "for", "condemn": "for", "praise": "for", "thank": "for", "rebuke": "for"}
ASKING = frozenset({"urge", "ask", "call on", "press", "warn", "invite", "tell", "request", "advise", "remind"})
PROMISING = frozenset({"vow", "pledge", "promise", "threaten", "agree", "offer", "refuse", "decline"})
_FEWEST_FORMS = 3  # of a verb; nouns and phrases have fewer


def verbs_in(masked: str) -> list[tuple[Cue, int, int]]:
    """The forms of reporting verbs in a masked text, with where they stand."""
    table = _by_form()
    return [(table[match[0].casefold()], *match.span()) for match in _pattern().finditer(masked)]


@cache
def _by_form() -> dict[str, Cue]:
    return {" ".join(form): cue for cue in reversed(lexicon()) if len(cue.forms) >= _FEWEST_FORMS for form in cue.forms}


@cache
def _pattern() -> re.Pattern[str]:
    forms = sorted(map(re.escape, _by_form()), key=len, reverse=True)
    return re.compile(rf"(?<![\w'-])(?:{'|'.join(forms)})(?![\w'-])", re.IGNORECASE)
