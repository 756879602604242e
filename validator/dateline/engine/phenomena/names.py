"""Phenomena of names, titles and sources: 7 to 21."""

import re
from collections import defaultdict
from collections.abc import Iterator

from dateline.engine.phenomena.sight import Sight, phenomenon
from dateline.model.article import Mention
from dateline.model.titles import TITLES

_BEFORE = re.compile(rf"\b(?:{TITLES})\.? $", re.IGNORECASE)
_BESIDE = re.compile(rf"^, (?:[\w'-]+ ){{0,6}}(?:{TITLES})\b", re.IGNORECASE)


def _in_form(sight: Sight, form: str) -> Iterator[str]:
    return (mention.words.block for mention in sight.article.mentions if mention.form == form)


@phenomenon(7)
def state(sight: Sight) -> Iterator[str]:
    """Name of a state, or its adjective."""
    for mention in sight.article.mentions:
        actor = sight.actor(mention)
        if mention.form == "adjective" or (actor and actor.kind == "state" and mention.words.text == actor.name):
            yield mention.words.block


@phenomenon(8)
def metonym(sight: Sight) -> Iterator[str]:
    """Capital or building for a government."""
    yield from _in_form(sight, "metonym")


@phenomenon(9)
def literal_capital(sight: Sight) -> Iterator[str]:
    """Such a name meant literally."""
    metonyms = {word for actor in sight.actors.values() for word in actor.metonyms}
    for mention in sight.article.mentions:
        if mention.place and mention.words.text in metonyms:
            yield mention.words.block


@phenomenon(10)
def deictic_place(sight: Sight) -> Iterator[str]:
    """Place that is only pointed at."""
    yield from _in_form(sight, "deictic")


@phenomenon(11)
def several_names(sight: Sight) -> Iterator[str]:
    """One body under several names."""
    seen: dict[str, dict[str, str]] = defaultdict(dict)
    for mention in sight.article.mentions:
        actor = sight.actor(mention)
        if actor and actor.kind not in ("person", "state") and mention.form not in ("pronoun", "deictic"):
            seen[actor.id].setdefault(mention.words.text, mention.words.block)
    yield from (block for names in seen.values() if len(names) > 1 for block in names.values())


def _persons(sight: Sight) -> Iterator[Mention]:
    for mention in sight.article.mentions:
        if (actor := sight.actor(mention)) and actor.kind == "person":
            yield mention


@phenomenon(12)
def title_before_name(sight: Sight) -> Iterator[str]:
    """Title before a name."""
    yield from (mention.words.block for mention in _persons(sight) if _BEFORE.search(sight.before(mention.words)))


@phenomenon(13)
def title_in_apposition(sight: Sight) -> Iterator[str]:
    """Title in apposition."""
    yield from (mention.words.block for mention in _persons(sight) if _BESIDE.search(sight.after(mention.words)))


@phenomenon(14)
def title_alone(sight: Sight) -> Iterator[str]:
    """Title for a person who is not named there."""
    yield from _in_form(sight, "title")


def _groups(sight: Sight) -> Iterator[Mention]:
    return (mention for mention in sight.article.mentions if len(mention.actors) > 1)


@phenomenon(15)
def counterparts(sight: Sight) -> Iterator[str]:
    """Plural for holders of one office."""
    yield from (mention.words.block for mention in _groups(sight) if mention.post)


@phenomenon(16)
def group(sight: Sight) -> Iterator[str]:
    """Group whose members are named elsewhere."""
    yield from (mention.words.block for mention in _groups(sight) if mention.form == "nominal" and not mention.post)


@phenomenon(17)
def pronoun(sight: Sight) -> Iterator[str]:
    """Pronoun of a source, institutional "we" among them."""
    yield from _in_form(sight, "pronoun")


@phenomenon(18)
def short_state(sight: Sight) -> Iterator[str]:
    """Short form of a state's name."""
    for mention in sight.article.mentions:
        actor = sight.actor(mention)
        if actor and actor.kind == "state" and mention.form is None and mention.words.text in actor.aliases:
            yield mention.words.block


@phenomenon(19)
def unnamed_again(sight: Sight) -> Iterator[str]:
    """Source without a name, told of again."""
    seen: dict[str, list[str]] = defaultdict(list)
    for mention in sight.article.mentions:
        for ref in mention.actors:
            if ref.is_local:
                seen[ref.id].append(mention.words.block)
    yield from (block for blocks in seen.values() if len(blocks) > 1 for block in blocks)


@phenomenon(20)
def spokesperson(sight: Sight) -> Iterator[str]:
    """Person who speaks for a body."""
    for quote in sight.article.quotes:
        if quote.principals:
            yield quote.block.id


@phenomenon(21)
def instrument(sight: Sight) -> Iterator[str]:
    """Ship, aircraft or weapon as the instrument of an event."""
    for name, mentions in sight.mentioned.items():
        if name in sight.instruments:
            yield from (mention.words.block for mention in mentions)
