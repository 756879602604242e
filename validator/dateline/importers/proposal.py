"""All proposals for a draft, in an order in which each can build on those before it: mentions, times, quotes."""

from msgspec.structs import replace

from dateline.importers.draft import MOST_PROPOSED, Draft, Passage
from dateline.importers.known import Known
from dateline.importers.mentions import Mentions
from dateline.importers.quotes import Quotes
from dateline.importers.times import Times, is_short_day
from dateline.model.cues import is_english

# characters of a passage, and of a text, in which proposals are looked for; no paragraph and no story of newswire comes near it
LONGEST = 5_000
LARGEST = 100_000


def proposed(draft: Draft, known: Known, country: str | None = None) -> Draft:
    """The draft with everything that can be proposed for it. ``country`` is the outlet's, where "here" is."""
    passages = readable(draft)
    language, published = str(draft.head["language"]), str(draft.head.get("document_time") or draft.head["published"])
    reader = Times(known.day, published, language)
    times = [time for passage in passages for time in reader.within(passage)]
    if not is_english(language):
        # the words of reporting, and what makes a capital a place, are known of English alone
        return replace(draft, times=tuple(times[:MOST_PROPOSED]))
    mentions = Mentions(passages, known, country).found()
    # a day of three letters can be a surname: "Sun said"
    names = {named.at for named in mentions if named.actors}
    times = [time for time in times if not (time.at in names and is_short_day(draft.words_of(time.at.block), time.at))]
    mentions = tuple(named for named in mentions if not any(named.at.overlaps(time.at) for time in times))
    quotes = Quotes(passages, known, mentions[:MOST_PROPOSED], tuple(times))
    said = quotes.found()[:MOST_PROPOSED]
    order = {passage.id: n for n, passage in enumerate(draft.passages)}
    more = [named for named in quotes.mentions if not any(named.at.overlaps(old.at) for old in mentions)]
    every = sorted((*mentions, *more), key=lambda named: (order[named.at.block], named.at.start))[:MOST_PROPOSED]
    draft = replace(draft, unnamed=quotes.nameless)
    return draft.keeping({"mentions": every, "times": times[:MOST_PROPOSED], "quotes": said})


def readable(draft: Draft) -> list[Passage]:
    """The passages in which proposals are looked for."""
    found: list[Passage] = []
    size = 0
    for passage in draft.passages:
        size += len(passage.words)
        if len(passage.words) <= LONGEST and size <= LARGEST:
            found.append(passage)
    return found
