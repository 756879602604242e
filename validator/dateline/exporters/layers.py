"""Rows of the layers of annotation: mentions, times, quotes, event mentions, and the sources without a name."""

from collections.abc import Iterator

from dateline.engine.opening import Opened
from dateline.exporters import shown
from dateline.exporters.columns import Record
from dateline.exporters.days import bounds
from dateline.exporters.entries import ids, one
from dateline.exporters.offices import offices
from dateline.exporters.sight import Sight
from dateline.model.article import Article, Mention, Quote
from dateline.model.cues import cues_in, is_english
from dateline.model.edtf import Edtf, EdtfDate, EdtfInterval
from dateline.model.names import compared
from dateline.model.pronouns import is_pronoun
from dateline.model.speaking import Known


def unnamed(opened: Opened[Article]) -> Iterator[Record]:
    """The sources that the article does not name."""
    for name, source in opened.data.get("unnamed", {}).items():
        told = {field: source.get(field) for field in ("role", "of", "number", "kind", "terms", "sector")}
        yield {"article": opened.record.id, "source": name} | told


def mentions(sight: Sight, known: Known) -> Iterator[Record]:
    """The mentions of an article."""
    article = sight.article
    for number, mention in enumerate(article.mentions, 1):
        yield {
            "article": article.id,
            "number": number,
            **sight.at((mention.words,)),
            "actors": ids(mention.actors),
            "place": sight.place(mention),
            "form": mention.form or _form(mention, known),
            "post": one(mention.post),
            "tenure": mention.tenure if mention.actors else None,
            "suggested": mention.suggested,
        }


def _form(mention: Mention, known: Known) -> str:
    """The form of a mention without one: a metonym of its actor, a pronoun, else a name."""
    words = mention.words.text
    actors = [known.actors[ref.id] for ref in mention.actors if ref.id in known.actors]
    if any(compared(words) == compared(name) for actor in actors for name in actor.metonyms):
        return "metonym"
    return "pronoun" if is_pronoun(words) else "name"


def times(sight: Sight) -> Iterator[Record]:
    """The time expressions of an article."""
    article = sight.article
    for time in article.times:
        value: Edtf | None = time.value if isinstance(time.value, EdtfDate | EdtfInterval) else None
        earliest, latest = bounds(value)
        yield {
            "article": article.id,
            "time": time.id,
            **sight.at((time.words,)),
            "type": time.type,
            "value": time.written,
            "mod": time.mod,
            "anchor": one(time.anchor),
            "begin": one(time.begin),
            "end": one(time.end),
            "earliest": earliest,
            "latest": latest,
            "suggested": time.suggested,
        }


def quotes(opened: Opened[Article], sight: Sight, known: Known) -> Iterator[Record]:
    """The quotes of an article."""
    article = opened.record
    for quote, data in zip(article.quotes, opened.data.get("quotes", ()), strict=True):
        said_earliest, said_latest = bounds(known.said(article, quote))
        yield {
            "article": article.id,
            "quote": quote.id,
            "type": quote.type,
            "speakers": ids(quote.speakers),
            "post": one(quote.post),
            "offices": offices(known, article, quote),
            "principals": ids(quote.principals),
            "addressees": ids(quote.addressees),
            "cue_lemma": _lemma(article, quote),
            **sight.part("source", (quote.source,) if quote.source else ()),
            **sight.part("cue", (quote.cue,) if quote.cue else ()),
            **sight.part("content", quote.content),
            "content_parts": len(quote.content),
            "within": one(quote.within),
            "time": one(quote.time),
            "said_earliest": said_earliest,
            "said_latest": said_latest,
            "setting": one(quote.setting),
            "act": one(quote.act),
            "stances": tuple(f"{about.event.id}/{about.stance}" for about in quote.about),
            "gist": shown.summary(article, data.get("gist")),
            "suggested": quote.suggested,
        }


def quote_spans(sight: Sight) -> Iterator[Record]:
    """The stretches of the quotes of an article; no part shows words that the content as a whole may not."""
    article = sight.article
    for quote in article.quotes:
        seen = sight.words(quote.content) is not None
        spans = [("source", (quote.source,)), ("cue", (quote.cue,)), ("content", quote.content)]
        spans += [("insertion", quote.insertions), ("verbatim", quote.verbatim)]
        for role, anchors in spans:
            for number, words in enumerate((anchor for anchor in anchors if anchor), 1):
                masked: Record = {} if seen or role in ("source", "cue") else {"text": None}
                own: Record = {"article": article.id, "quote": quote.id, "role": role, "number": number}
                yield own | sight.at((words,)) | masked


def _lemma(article: Article, quote: Quote) -> str | None:
    if quote.cue is None or not is_english(article.language):
        return None
    return next((cue.lemma for cue in cues_in(quote.cue.text)), None)


def event_mentions(sight: Sight) -> Iterator[Record]:
    """The event mentions of an article."""
    article = sight.article
    for number, mention in enumerate(article.events, 1):
        yield {
            "article": article.id,
            "number": number,
            **sight.at((mention.words,)),
            "events": ids(mention.events),
            "type": mention.type,
            "status": mention.status,
            "time": one(mention.time),
            "via": ids(mention.via),
        }
