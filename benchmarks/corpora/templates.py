"""The sentences of made-up articles, with what is to be annotated in them.

``{X}`` and ``{Y}`` are the states of an event, ``{P}`` and ``{Q}`` people of theirs, ``{M}`` and ``{N}`` their ministries, ``{U}``
an official without a name, ``{he}`` whoever was named last; with ``!`` they are the source of the quote whose content stands in
``<>``. ``{e|words|status}`` mentions the event, ``{y|words|type|status}`` one without a record; ``{te}`` is the event's time,
``{tw}``, ``{tm}`` and so on are others. ``{cue}`` reports; ``{about|stance}`` is what the speaker holds. The rest draws phrases.
"""

CUES = (
    "said",
    "told reporters",
    "stressed",
    "added",
    "noted",
    "maintained",
    "insisted",
    "confirmed",
    "explained",
    "argued",
    "announced",
)

TOLD = {
    "remarks": (
        "{P} {e|spoke} {te} of {thing}, a matter that {pred}.",
        "{P} {e|addressed} an audience {te} and turned to {thing}.",
        "In {e|remarks} made {te}, {P} said much of {thing}, which {pred}.",
    ),
    "forum": (
        "The {e|forum} that {X} and {Y} attended {te} {pred}.",
        "{X} and {Y} had both sent large delegations to the {e|conference} {te}, where {thing} was the main matter.",
        "Delegates of {X} and {Y} {e|gathered} {te} around {thing}.",
    ),
    "meeting": (
        "{P} and {Q} {e|met} {te} over {thing}.",
        "{P} held {e|talks} with {Q} {te}; {clause}, diplomats of {X} believed.",
        "The {e|meeting} of {P} and {Q} {te} dealt with {thing}.",
        "{P} {e|saw} {Q} {te}, and {thing} took up most of the time.",
    ),
    "round": (
        "{X} sent its negotiators to {Y} for a {e|round} of talks {te} on {thing}.",
        "A {e|round} of the dialogue between {X} and {Y} took place {te}.",
        "Negotiators of {X} and {Y} {e|convened} {te} to settle {thing}.",
    ),
    "incident": (
        "{Y!} {cue|accused} {X} of <{e|aiming|disputed} a radar at it>{about|asserts}; {X!} {cue|denies} <that>{about|denies}.",
        "{Y!} {cue|says} that <{X} {e|moved|disputed} guns>{about|asserts}; {X!} {cue|denied} <a {e|move|disputed}>{about|denies}.",
    ),
    "charge": (
        "{X} {e|accused} {Y} {te} of tampering with {thing}.",
        "The {e|accusation} that {X} raised against {Y} {te} {pred}.",
        "{X} {e|blamed} {Y} {te} for what had befallen {thing}.",
    ),
    "penalty": (
        "{X} {e|suspended} its share of {thing} with {Y} {te}.",
        "The {e|sanctions} that {X} imposed on {Y} {te} {pred}.",
        "{X} {e|cut} its contacts with {Y} {te} and turned to {thing}.",
    ),
    "decision": (
        "{X} {e|decided} {te} to fund {thing}, a step that {Y} had watched closely.",
        "The {e|decision} of {X} {te} to reopen {thing} {pred}.",
        "{X} {e|resolved} {te} to put {thing} before {Y}.",
    ),
    "pact": (
        "{X} and {Y} {e|signed} a pact {te} on {thing}.",
        "The {e|agreement} of {X} and {Y}, signed {te}, {pred}.",
        "{X} {e|agreed} with {Y} {te} on terms for {thing}.",
    ),
    "relief": (
        "{X} {e|sent} supplies for {thing} to {Y} {te}.",
        "The {e|relief} that {X} gave to {Y} {te} {pred}.",
        "{X} {e|delivered} equipment for {thing} to {Y} {te}.",
    ),
}
PLANNED = (
    "{X} and {Y} have scheduled a {e|gathering|planned} {te} on {thing}.",
    "{X} and {Y} are preparing an {e|event|planned} {te} about {thing}, which {pred}.",
)
HEADLINES = (
    "{X}, {Y} weigh {thing} after {e|WORD}",
    "{X} looks to {Y} after {e|WORD} over {thing}",
    "After {e|WORD}, {X} and {Y} return to {thing}",
    "{X}-{Y} {e|WORD} leaves {thing} open",
)
HEADWORDS = {
    "remarks": "remarks",
    "forum": "forum",
    "meeting": "meeting",
    "round": "round",
    "incident": "incident|disputed",
    "charge": "accusation",
    "penalty": "sanctions",
    "decision": "decision",
    "pact": "pact",
    "relief": "relief",
}
SAID = (
    "“<{rem},>” {P!} {cue}.",
    "“<{rem},>” {Q!} {cue} on {tw}.",
    "{P!} {cue} that <{clause}>.",
    "{Q!} {cue} on {tw} that <{clause}>.",
    "{M!} {cue} on {tw} that <{clause}>.",
    "{N!} {cue} that <{clause}, and that the {e|matter} {pred}>.{about|asserts}",
    "{M!} {cue} that <the {e|affair} {pred}>.{about|asserts}",
    "{X!} {cue} that <{clause}>, as {Y} had hoped.",
    "{P!} {cue} that <{clause} and praised the «{term}» of {Y}>.",
    "{N!} {cue} that <the «{term}» of all sides {pred}>.",
    "{P!} {cue|told} {Q} that <{clause}>.",
    "{Q!} {cue|told} {M} that <{clause}, and that {X} would answer with «{term}»>.",
    "An {U!} {cue} that <{clause}>.",
    "An {U!} {cue} on {tw} that <the {e|events} {pred}>.{about|asserts}",
    "{he!} {cue} that <{clause}>.",
    "{cue|According to} {M!}, <{clause}>.",
)
FURTHER = (
    "{X} had {y|proposed|request} {thing} in {ty}, when it {y|sought|request} closer ties with {Y}.",
    "Trade between {X} and {Y} {y|grew|cooperate} in {ty} and {pred}.",
    "In {tm}, {X} {y|joined|cooperate} {thing}, which {pred}.",
    "{Y} had {y|rejected|reject} {thing} in {tm}.",
    "Experts of {X} and {Y} spent {td} on {thing}, and the {y|survey|cooperate} {pred}.",
    "{X} {y|reviewed|decision} {thing} {tl}, and {Y} {y|welcomed|support} that.",
    "Lawmakers of {Y} {y|debated|consult} {thing} for {td}; the outcome {pred}.",
    "{P} and {Q} know each other from {y|negotiations|consult} over {thing} in {ty}.",
    "Neither {X} nor {Y} has {y|published|statement|negated} the full terms of {thing}.",
    "If {Y} {y|agrees|agree|hypothetical}, {thing} {pred}.",
    "{M} {y|oversees|cooperate|ongoing} {thing} together with {N}.",
    "Observers of {Y} {y|visited|consult} {thing} in {tm} and {y|warned|threaten} that it {pred}.",
)
SAID_OF_PLANS = tuple(template for template in SAID if "{e|" not in template)
