"""Rows of the layers of annotation: mentions, times, quotes, event mentions, and the sources without a name."""

from collections.abc import Iterator

from dateline.engine.opening import Opened
from dateline.exporters import shown
from dateline.exporters.columns import Record, Value
from dateline.exporters.days import bounds
from dateline.exporters.entries import ids, one
from dateline.exporters.offices import offices
from dateline.exporters.positions import Laid, laid
from dateline.model.article import Article, Mention, Quote, Words
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


def mentions(article: Article, known: Known) -> Iterator[Record]:
    """The mentions of an article."""
    ground = laid(article.text)
    for number, mention in enumerate(article.mentions, 1):
        yield {
            "article": article.id,
            "number": number,
            **_at(article, ground, (mention.words,)),
            "actors": ids(mention.actors),
            "place": mention.place,
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


def times(article: Article) -> Iterator[Record]:
    """The time expressions of an article."""
    ground = laid(article.text)
    for time in article.times:
        value: Edtf | None = time.value if isinstance(time.value, EdtfDate | EdtfInterval) else None
        earliest, latest = bounds(value)
        yield {
            "article": article.id,
            "time": time.id,
            **_at(article, ground, (time.words,)),
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


def quotes(opened: Opened[Article], known: Known) -> Iterator[Record]:
    """The quotes of an article."""
    article, ground = opened.record, laid(opened.record.text)
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
            **_part("source", article, ground, (quote.source,) if quote.source else ()),
            **_part("cue", article, ground, (quote.cue,) if quote.cue else ()),
            **_part("content", article, ground, quote.content),
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


def quote_spans(article: Article) -> Iterator[Record]:
    """The stretches of the quotes of an article; no part shows words that the content as a whole may not."""
    ground = laid(article.text)
    for quote in article.quotes:
        seen = shown.anchors(article, quote.content) is not None
        spans = [("source", (quote.source,)), ("cue", (quote.cue,)), ("content", quote.content)]
        spans += [("insertion", quote.insertions), ("verbatim", quote.verbatim)]
        for role, anchors in spans:
            for number, words in enumerate((anchor for anchor in anchors if anchor), 1):
                masked: Record = {} if seen or role in ("source", "cue") else {"text": None}
                own: Record = {"article": article.id, "quote": quote.id, "role": role, "number": number}
                yield own | _at(article, ground, (words,)) | masked


def _lemma(article: Article, quote: Quote) -> str | None:
    if quote.cue is None or not is_english(article.language):
        return None
    return next((cue.lemma for cue in cues_in(quote.cue.text)), None)


def event_mentions(article: Article) -> Iterator[Record]:
    """The event mentions of an article."""
    ground = laid(article.text)
    for number, mention in enumerate(article.events, 1):
        yield {
            "article": article.id,
            "number": number,
            **_at(article, ground, (mention.words,)),
            "events": ids(mention.events),
            "type": mention.type,
            "status": mention.status,
            "time": one(mention.time),
            "via": ids(mention.via),
        }


def _at(article: Article, ground: Laid, anchors: tuple[Words, ...]) -> dict[str, Value]:
    """The columns of a place: of an anchor, or of one in several parts."""
    found = ground.stretch(anchors)
    return {
        "block": anchors[0].block if anchors else None,
        "text": shown.anchors(article, anchors),
        "char_start": found.char_start if found else None,
        "char_end": found.char_end if found else None,
        "utf16_start": found.utf16_start if found else None,
        "utf16_end": found.utf16_end if found else None,
    }


def _part(of: str, article: Article, ground: Laid, anchors: tuple[Words, ...]) -> dict[str, Value]:
    return {f"{of}_{name}": value for name, value in _at(article, ground, anchors).items()}
