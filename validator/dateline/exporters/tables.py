"""The tables of a release, in the order in which their references can be kept."""

from dateline.exporters.columns import Column, Table
from dateline.exporters.entry_tables import ACTORS, EVENTS, PARTICIPANTS, POSTS, RELATIONS
from dateline.exporters.shared_columns import AT, OF_ARTICLE, SUGGESTED, span
from dateline.exporters.view_tables import VIEWS

ARTICLES = Table(
    "articles",
    "an annotated article",
    ("id",),
    (
        Column("id", "string", "id of the article", required=True),
        Column("headline", "string", "headline as published; none where the words may not be shown"),
        Column("publisher", "string", "outlet", required=True),
        Column("publisher_country", "string", "country of the outlet, ISO 3166-1 alpha-3", terms="countries"),
        Column("authors", "list", "by-lines as published"),
        Column("agency", "string", "wire agency that is credited"),
        Column("language", "string", "language (BCP 47)", required=True),
        Column("genre", "string", "genre", terms="genres"),
        Column("origin", "string", "published by an outlet, or original: written for the corpus", required=True, terms="origins"),
        Column("published", "string", "day or moment of publication, with the outlet's own offset", required=True),
        Column("document_day", "string", "day from which relative dates count (EDTF)", derived=True),
        Column("url", "string", "address of the article"),
        Column("archived_url", "string", "address of an archived copy"),
        Column("corrects", "string", "article that this one corrects", refers="articles"),
        Column("rights_holder", "string", "who holds the rights in the text", required=True),
        Column("text_license", "string", "licence of the text (SPDX, or LicenseRef-)", required=True),
        Column("text_status", "string", "inline: the text is here; withheld: digests and places only", required=True),
        Column("text", "string", "canonical text: paragraphs, joined by line feeds; none if withheld"),
        Column("text_digest", "string", "SHA-256 of the canonical text"),
        Column("text_chars", "integer", "length of the canonical text in code points"),
        Column("annotators", "list", "ids of those who annotated it"),
        Column("reviewers", "list", "ids of those who reviewed it"),
        Column("annotated", "string", "day of the annotation"),
        Column("annotation_license", "string", "licence of the annotation (SPDX)", required=True),
        Column("complete", "list", "layers that are finished: absence means something in these alone", terms="layers"),
        Column("sources", "list", "of an original: addresses of what it rests on"),
        Column("split", "string", "train, dev or test: by connected events and date", derived=True),
    ),
)
BLOCKS = Table(
    "blocks",
    "a paragraph of an article",
    ("article", "block"),
    (
        OF_ARTICLE,
        Column(
            "block",
            "string",
            "id of the paragraph; its letter says what it is: h headline, s standfirst, b byline, p, c caption",
            required=True,
        ),
        Column("number", "integer", "position in the article, from 1", required=True, derived=True),
        Column("text", "string", "normalised words; none if withheld"),
        Column("fingerprint", "string", "SHA-256 of the normalised words, first 16 hexadecimal digits"),
        Column("chars", "integer", "length in code points"),
        Column("words", "integer", "number of words"),
        Column("char_start", "integer", "where it begins in the canonical text, in code points", derived=True),
        Column("utf16_start", "integer", "where it begins in the canonical text, in UTF-16 code units", derived=True),
        Column("credit", "string", "credit of a picture"),
        Column("depicts", "list", "actors in a picture"),
    ),
)
UNNAMED = Table(
    "unnamed",
    "a source that an article does not name",
    ("article", "source"),
    (
        OF_ARTICLE,
        Column("source", "string", "id in its article, which begins with _", required=True),
        Column("role", "string", "what the text says that it is", required=True),
        Column("of", "string", "body or state that it belongs to", refers="actors"),
        Column("number", "string", "one, several or unknown", terms="unnamed-numbers"),
        Column("kind", "string", "person or document", terms="unnamed-kinds"),
        Column("terms", "string", "terms on which it speaks", terms="unnamed-terms"),
        Column("sector", "string", "PLOVER sector", terms="sectors"),
    ),
)
MENTIONS = Table(
    "mentions",
    "words that name an actor, several, or a place",
    ("article", "number"),
    (
        OF_ARTICLE,
        Column("number", "integer", "which mention of the article, from 1 in the order of the record", required=True, derived=True),
        *AT,
        Column("actors", "list", "ids of the actors; those that begin with _ are sources without a name, of this article alone"),
        Column("place", "string", "place that is meant, where no actor is"),
        Column(
            "form",
            "string",
            "kind of words; where the annotators wrote none, as derived from the actor's names",
            terms="mention-forms",
        ),
        Column("post", "string", "office that the text gives the person"),
        Column("tenure", "string", "current, former or incoming", terms="tenures"),
        SUGGESTED,
    ),
)
TIMES = Table(
    "times",
    "a time expression (TIMEX3)",
    ("article", "time"),
    (
        OF_ARTICLE,
        Column("time", "string", "id of the expression in its article", required=True),
        *AT,
        Column("type", "string", "TIMEX3 type", required=True, terms="time-types"),
        Column("value", "string", "value: EDTF, an ISO 8601 duration, or a TIMEX3 reference", required=True),
        Column("mod", "string", "TIMEX3 modifier", terms="time-mods"),
        Column("anchor", "string", "what it counts from, if not the document's day"),
        Column("begin", "string", "of a duration: where it begins"),
        Column("end", "string", "of a duration: where it ends"),
        Column("earliest", "string", "first day that the value can mean", derived=True),
        Column("latest", "string", "last day that the value can mean", derived=True),
        SUGGESTED,
    ),
)
QUOTES = Table(
    "quotes",
    "an attribution: who says what (PARC)",
    ("article", "quote"),
    (
        OF_ARTICLE,
        Column("quote", "string", "id of the quote in its article", required=True),
        Column("type", "string", "direct, indirect or mixed", required=True, terms="quote-types"),
        Column("speakers", "list", "ids of the speakers; those that begin with _ are sources without a name"),
        Column("post", "string", "office in which the text lets the speaker speak"),
        Column(
            "offices",
            "list",
            "offices that the speakers surely held on the day of the quote (the document's, if it has none), as person/post/of",
            derived=True,
        ),
        Column("principals", "list", "for whom a spokesperson speaks"),
        Column("addressees", "list", "to whom it is said"),
        Column("cue_lemma", "string", "the cue as its vocabulary lists it, a verb in the infinitive", derived=True, terms="cues"),
        *span("source"),
        *span("cue"),
        *span("content"),
        Column(
            "content_parts",
            "integer",
            "of how many parts the content is; the place is that of all of them",
            required=True,
            derived=True,
        ),
        Column("within", "string", "enclosing quote", refers="quotes"),
        Column("time", "string", "id of the expression that says when it was said", refers="times"),
        Column(
            "said_earliest",
            "string",
            "first day on which it can have been said: by its time, act or setting, the most exact of them; none if none tells",
            derived=True,
        ),
        Column("said_latest", "string", "last day on which it can have been said", derived=True),
        Column("setting", "string", "event at which it was said", refers="events"),
        Column("act", "string", "event that the utterance is", refers="events"),
        Column("stances", "list", "what the speaker holds of which event, as event/stance"),
        Column("gist", "string", "summary in the annotators' own words; none where it repeats words that may not be shown"),
        SUGGESTED,
    ),
)
QUOTE_SPANS = Table(
    "quote_spans",
    "a stretch of a quote: its source, its cue, a part of its content, and what is not said, or said word for word, in that",
    ("article", "quote", "role", "number"),
    (
        OF_ARTICLE,
        Column("quote", "string", "the quote", required=True, refers="quotes"),
        Column("role", "string", "source, cue, content, insertion or verbatim", required=True),
        Column("number", "integer", "which stretch of that role, from 1 in the order of the record", required=True, derived=True),
        *AT,
    ),
)
EVENT_MENTIONS = Table(
    "event_mentions",
    "words that present an event",
    ("article", "number"),
    (
        OF_ARTICLE,
        Column(
            "number",
            "integer",
            "which event mention of the article, from 1 in the order of the record",
            required=True,
            derived=True,
        ),
        *AT,
        Column("events", "list", "ids of the events; none if no record is meant"),
        Column("type", "string", "type, where no record is meant", terms="event-types"),
        Column("status", "string", "how the text presents it", required=True, terms="mention-statuses"),
        Column("time", "string", "id of the expression that dates it", refers="times"),
        Column("via", "list", "innermost quotes that present it; none: the author does"),
    ),
)
FACTUALITY = Table(
    "factuality",
    "what a source holds of an event (FactBank: source, event, value)",
    ("article", "source", "event", "quote", "stance"),
    (
        OF_ARTICLE,
        Column("source", "string", "id of the speaker; AUTHOR is the article's own voice", required=True),
        Column("event", "string", "id of the event", required=True, refers="events"),
        Column("quote", "string", "quote in which it is held; empty for the author", required=True),
        Column("stance", "string", "stance of the speaker; of the author, status of the mention", required=True),
        Column("factbank", "string", "FactBank value: CT+, CT-, PS+, Uu; none for intentions and sentiments", derived=True),
        Column("office", "string", "the one office that the speaker surely held that day, as post/of", derived=True),
        Column(
            "day_earliest",
            "string",
            "first day on which it can have been said; else the document's",
            derived=True,
        ),
        Column("day_latest", "string", "last such day", derived=True),
    ),
)

TABLES = (
    *(ACTORS, POSTS, EVENTS, PARTICIPANTS, RELATIONS),
    *(ARTICLES, BLOCKS, UNNAMED, MENTIONS, TIMES, QUOTES, QUOTE_SPANS, EVENT_MENTIONS, FACTUALITY),
)
RELEASED = (*TABLES, *VIEWS)  # what every format holds; a comparison with a former release needs no views
