"""Faults of who speaks: speaker, source, the one spoken for and the one spoken to, and the act that the utterance is."""

from collections.abc import Iterator

from dateline.loading.edits import scalar
from dateline.model.article import Article, Mention, Quote
from dateline.model.records import Event
from dateline.model.text import occurrences

from benchmarks.operators.fault import Fault, operator
from benchmarks.operators.ground import Ground, next_item

_MOST = 3  # wrong ones that one place is given in turn


def _head(article: Article, quote: Quote) -> Mention | None:
    """The last mention of an actor within the source."""
    source = quote.source.range if quote.source else None
    inside = [
        mention
        for mention in article.mentions
        if mention.actors and source and (found := mention.words.range) and source.holds(found)
    ]
    return max(inside, key=lambda mention: mention.words.range.start if mention.words.range else 0, default=None)


def _own(quote: Quote) -> set[str]:
    return {ref.id for ref in (*quote.speakers, *quote.principals)}


def _others(article: Article, quote: Quote) -> list[str]:
    """The other actors of the article, in the order of their mentions."""
    named = [ref.id for mention in article.mentions for ref in mention.actors]
    return [name for name in dict.fromkeys(named) if name not in _own(quote)]


@operator()
def speaker_swapped(ground: Ground) -> Iterator[Fault]:
    """A quote given to another actor of the article."""
    for article in ground.readable:
        for quote in article.quotes:
            head = _head(article, quote)
            if head is None or quote.source is None:
                continue
            meant = {ref.id for ref in head.actors}
            for name in [name for name in _others(article, quote) if name not in meant][:_MOST]:
                change = ground.put(quote.at / "speaker", name)
                # with "for", the source may still mean the one spoken for
                if not meant & {ref.id for ref in quote.principals}:
                    yield change.breaks("source-is-someone-else", at=(quote.at / "speaker", quote.source.at))


@operator()
def source_moved(ground: Ground) -> Iterator[Fault]:
    """A quote whose source is the mention of another actor in the paragraph."""
    for article in ground.readable:
        for quote in article.quotes:
            seen = set()
            for mention in article.mentions:
                names = {ref.id for ref in mention.actors}
                here = mention.words.block == quote.block.id and names and mention.words.text not in seen
                block = article.text.block(mention.words.block)
                if not here or names & _own(quote) or quote.source is None or block is None or block.words is None:
                    continue
                seen.add(mention.words.text)
                many = len(occurrences(block.words, mention.words.text)) > 1
                nth = f", nth: {mention.words.nth}" if many else ""
                new = f"{{text: {scalar(mention.words.text)}{nth}}}" if many else scalar(mention.words.text)
                if (at := ground.holder(quote.source)) and ground.written(at) != new:
                    rules = ("source-is-someone-else", "parts-overlap", "unresolved-pronoun")
                    places = (at, at / "text", quote.at / "speaker", *(words.at for words in quote.content))
                    yield ground.raw(at, new).breaks(*rules, at=places)


@operator()
def source_without_a_name(ground: Ground) -> Iterator[Fault]:
    """A quote whose source is a word that means nobody."""
    for article in ground.readable:
        for quote in article.quotes:
            for one in list(ground.free_words(article, quote.block.id))[:2]:
                if quote.source:
                    at = ground.holder(quote.source)
                    yield ground.put(at, article.text.words_of(one)).breaks("source-without-mention")


@operator()
def pronoun_unresolved(ground: Ground) -> Iterator[Fault]:
    """A "he" that speaks, and whose mention is missing."""
    for article in ground.readable:
        for quote in article.quotes:
            head = _head(article, quote)
            if head and head.form == "pronoun" and quote.source:
                yield ground.drop(head.at).breaks("unresolved-pronoun", at=(quote.source.at,))


@operator()
def principal_dropped(ground: Ground) -> Iterator[Fault]:
    """A spokesman who speaks for nobody."""
    for article in ground.articles:
        for quote in article.quotes:
            if quote.principals:
                yield ground.drop(quote.at / "for").breaks("spokesperson-for-nobody", at=(quote.at, quote.at / "speaker"))


@operator()
def principal_swapped(ground: Ground) -> Iterator[Fault]:
    """A spokesman who speaks for a body that is not his."""
    for article in ground.articles:
        for quote in article.quotes:
            for ref in quote.principals:
                own = ground.actors[ref.id]
                for name, actor in ground.actors.items():
                    if actor.kind != "person" and actor.country != own.country:
                        yield ground.put(ref.at, name).breaks("spokesperson-of-another", at=(ref.at, quote.at / "speaker"))


def _does(event: Event, role: str) -> set[str]:
    return {ref.id for part in event.participants if part.role == role for ref in part.actors}


@operator()
def act_swapped(ground: Ground) -> Iterator[Fault]:
    """An utterance taken for the act of another state."""
    for article in ground.articles:
        for quote in article.quotes:
            countries = {ground.actors[name].country for name in _own(quote) if name in ground.actors}
            for event in ground.events.values() if quote.act else ():
                doers = _does(event, "actor")
                if doers and quote.act and not countries & {ground.actors[name].country for name in doers}:
                    yield ground.put(quote.act.at, event.id).breaks("act-of-another", at=(quote.act.at, quote.at / "speaker"))


@operator()
def addressee_swapped(ground: Ground) -> Iterator[Fault]:
    """An accusation addressed to another state than its act."""
    for article in ground.articles:
        for quote in article.quotes:
            act = ground.events.get(quote.act.id) if quote.act else None
            for ref in quote.addressees if act and _does(act, "recipient") else ():
                for name, actor in ground.actors.items():
                    if act and quote.act and actor.kind == "state" and name not in _does(act, "recipient") | _own(quote):
                        yield ground.put(ref.at, name).breaks("addressee-not-recipient", at=(ref.at, quote.act.at))


@operator()
def same_words_twice(ground: Ground) -> Iterator[Fault]:
    """What one says, given to another as well."""
    for article in ground.articles:
        for quote in article.quotes:
            name = _others(article, quote)[0]
            content = ground.written(quote.at / "content")
            kind = "direct" if quote.type == "direct" else "indirect"
            if "[...]" in content and content[0] != "{":
                content = f'"{content}"'
            copy = f"{{id: q99, in: {quote.block.id}, type: {kind}, speaker: {name}, content: {content}}}"
            change = ground.repeat(quote.at, copy)
            at = (quote.at / "speaker", quote.at / "content", *(words.at for words in quote.content))
            yield change.breaks("two-speakers", at=(*at, next_item(quote.at)))
