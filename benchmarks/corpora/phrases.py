"""The words of made-up news: names that nobody has, and phrases that make a great many sentences.

No state, town or person here exists: a benchmark must not write false facts about anybody.
"""

from random import Random

_STEMS = (
    *("Nor", "Vest", "Ald", "Bryn", "Cald", "Dorv", "Eld", "Fenn", "Galm", "Hest", "Ilv", "Jor", "Kelm", "Lund", "Mord", "Nev"),
    *("Ostv", "Pelm", "Quor", "Ravn", "Silm", "Torv", "Ulm", "Vord", "Wyl", "Yarm", "Zelv", "Brask", "Tarn", "Solv"),
)
_LANDS = ("land", "mark", "onia", "adia", "ovia", "ara", "ena")
_TOWNS = ("burg", "haven", "stad", "minster", "ford", "mouth", "gate")
_GIVEN = (
    *("Arin", "Belo", "Cavo", "Dessa", "Elvo", "Fenna", "Gorro", "Hild", "Ismo", "Jarra", "Kevo", "Lonna", "Mirro", "Nessa"),
    *("Orvo", "Pella", "Quill", "Rowo", "Senna", "Tavo", "Ullo", "Venna", "Wimmo", "Xanna", "Yorro", "Zella"),
)
_ONSETS = (
    "B",
    "Br",
    "D",
    "Dr",
    "F",
    "G",
    "Gr",
    "H",
    "J",
    "K",
    "Kr",
    "L",
    "M",
    "N",
    "P",
    "Pr",
    "R",
    "S",
    "St",
    "T",
    "Tr",
    "V",
    "W",
    "Z",
)
_MIDDLES = ("ab", "av", "ed", "em", "ev", "ib", "im", "iv", "ob", "ov", "ud", "uv")
_ENDS = ("ask", "olt", "imsk", "urn", "eld", "ovar", "ith", "anth", "uld", "irk", "esk", "olm")

OUTLETS = tuple(f"The {name}" for name in ("Courier", "Herald", "Observer", "Dispatch", "Gazette", "Ledger", "Monitor", "Record"))

THINGS = (
    *("the draft accord", "the joint survey", "the border crossing", "the fishing zone", "the rail link", "the customs union"),
    *("the water treaty", "the grain corridor", "the prisoner exchange", "the air route", "the pipeline", "the radar site"),
    *("the trade panel", "the visa scheme", "the loan package", "the naval code", "the satellite project", "the port lease"),
    *("the monitoring mission", "the tariff schedule", "the energy grid", "the research station", "the buffer strip"),
    *("the shipping lane", "the currency swap", "the extradition pact", "the archive exchange", "the mining licence"),
)
_VERBS = (
    *("would serve", "could help", "would shape", "might change", "would test", "had strengthened", "had reshaped", "would bind"),
    *(
        "would reassure",
        "had surprised",
        "could unite",
        "would reward",
        "had divided",
        "would outlast",
        "might cost",
        "had cheered",
    ),
    *("would favour", "had burdened", "could protect", "would involve", "had guided", "would occupy", "could enrich", "had linked"),
)
_OBJECTS = (
    *(
        "both capitals",
        "the whole region",
        "small exporters",
        "coastal towns",
        "the two navies",
        "rural districts",
        "younger voters",
    ),
    *("the joint committee", "local councils", "foreign investors", "the northern provinces", "fishing crews", "farm unions"),
    *("border guards", "the central banks", "shipping firms", "the technical teams", "neighbouring states", "public opinion"),
    *(
        "the upper house",
        "the customs service",
        "scientists in the field",
        "the industrial belt",
        "aid workers",
        "the mountain villages",
    ),
)
_TAILS = (
    *("on equal terms", "under a neutral chair", "at modest expense", "with full inspection rights", "through a shared office"),
    *("in spite of the costs", "under the existing rules", "with the help of outside experts", "across the strait"),
    *("along the disputed river", "beyond the capital", "by way of a written pledge", "with an eye on the budget"),
    *("in line with the charter", "at the level of deputies", "under strict secrecy", "with broad support in parliament"),
    *("as the charter demands", "in three stages", "on a trial basis", "with a review clause", "under joint command"),
)
_QUALITIES = (
    "lasting",
    "modest",
    "visible",
    "careful",
    "practical",
    "welcome",
    "costly",
    "uneven",
    "steady",
    "fragile",
    "broad",
    "quiet",
)


def states(rng: Random, count: int) -> list[tuple[str, str]]:
    """The names of some states and of their capitals, each word once."""
    lands = [stem + end for stem in _STEMS for end in _LANDS]
    towns = [stem + end for stem in _STEMS for end in _TOWNS]
    return list(zip(rng.sample(lands, count), rng.sample(towns, count), strict=True))


def persons(rng: Random, count: int) -> list[tuple[str, str]]:
    """Given names and surnames; no surname twice, so that it tells who is meant."""
    surnames = [onset + middle + end for onset in _ONSETS for middle in _MIDDLES for end in _ENDS]
    return [(rng.choice(_GIVEN), surname) for surname in rng.sample(surnames, count)]


def clause(rng: Random) -> str:
    """What somebody may say of something: one of some 10^9, so that hardly two say the same."""
    return f"{rng.choice(THINGS)} {predicate(rng)}"


def predicate(rng: Random) -> str:
    """What may be said of anything."""
    return f"{rng.choice(_VERBS)} {rng.choice(_OBJECTS)} {_extent(rng)} {rng.choice(_TAILS)}"


def remark(rng: Random) -> str:
    """A sentence in the first person."""
    gains = f"{rng.choice(_QUALITIES)} gains for {rng.choice(_OBJECTS)}"
    return f"We expect {gains} and see {rng.choice(THINGS)} {_extent(rng)} {rng.choice(_TAILS)}"


def _extent(rng: Random) -> str:
    whole = rng.randrange(40, 900)
    return f"in {rng.randrange(12, whole)} of {whole} towns"


def term(rng: Random) -> str:
    """Two words that a report would put into quotation marks."""
    return f"{rng.choice(_QUALITIES)} {rng.choice(('progress', 'pressure', 'restraint', 'balance', 'contact', 'trust'))}"
