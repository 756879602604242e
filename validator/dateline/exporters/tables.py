"""The tables of a release, in the order in which their references can be kept."""

from dataclasses import replace

from dateline.exporters.columns import Column, Table

_ARTICLE = Column("article", "string", "id of the article", required=True, refers="articles")
_AT = (
    Column("block", "string", "paragraph in which the words stand"),
    Column("text", "string", "the words as annotated; a gap is written [...]; none where the words may not be shown"),
    Column("char_start", "integer", "first character, counted from 0 in code points of the canonical text", derived=True),
    Column("char_end", "integer", "end, exclusive, in code points of the canonical text", derived=True),
    Column("utf16_start", "integer", "first character in UTF-16 code units, as JavaScript, Java and UIMA count", derived=True),
    Column("utf16_end", "integer", "end, exclusive, in UTF-16 code units", derived=True),
)


def _span(of: str) -> tuple[Column, ...]:
    """The place of a part of a quote: the same columns, named after the part."""
    return tuple(replace(column, name=f"{of}_{column.name}", meaning=f"{of}: {column.meaning}") for column in _AT)


def _dates(of: str) -> tuple[Column, ...]:
    return (
        Column(of, "string", f"{of} (EDTF, ISO 8601-2), as written"),
        Column(f"{of}_earliest", "string", f"first day that {of} can mean; none if unknown or open", derived=True),
        Column(f"{of}_latest", "string", f"last day that {of} can mean; none if unknown or open", derived=True),
    )


_PRECISION = (
    Column("date_precision", "string", "day, month, year, interval or open", derived=True),
    Column("acled_time_precision", "integer", "time_precision of ACLED: 1 day, 2 week, 3 month; none beyond", derived=True),
    Column("ucdp_date_prec", "integer", "date_prec of UCDP GED: 1 day, 2 to six days, 3 week, 4 month, 5 year", derived=True),
)

ACTORS = Table(
    "actors",
    "a state, body or person",
    ("id",),
    (
        Column("id", "string", "id of the actor", required=True),
        Column("kind", "string", "what it is", required=True, terms="actor-kinds"),
        Column("name", "string", "name in full", required=True),
        Column("surname", "string", "of a person: the name that later paragraphs use"),
        Column("aliases", "list", "other names"),
        Column("short_names", "list", "names that are good only within their own country's context"),
        Column("metonyms", "list", "places that stand for it, such as a capital"),
        Column("country", "string", "ISO 3166-1 alpha-3", terms="countries"),
        Column("sector", "string", "PLOVER sector", terms="sectors"),
        Column("part_of", "string", "what it is part of", refers="actors"),
        *_dates("start"),
        *_dates("end"),
        Column("wikidata", "string", "id in Wikidata, where it was checked"),
        Column("different_from", "list", "ids that look the same and are not"),
        Column("sources", "list", "addresses of sources"),
        Column("note", "string", "remark of the annotators"),
    ),
)
POSTS = Table(
    "posts",
    "an office that a person held",
    ("actor", "number"),
    (
        Column("actor", "string", "who held it", required=True, refers="actors"),
        Column(
            "number", "integer", "which of the person's offices, from 1 in the order of the record", required=True, derived=True
        ),
        Column("post", "string", "id of the office", required=True),
        Column("title", "string", "title of the office", required=True),
        Column("of", "string", "body or state whose office it is", required=True, refers="actors"),
        Column("exclusive", "boolean", "whether it has one holder at a time", required=True),
        Column("sector", "string", "PLOVER sector", terms="sectors"),
        *_dates("start"),
        *_dates("end"),
        Column("attested", "list", "days on which it is known to have been held (EDTF)"),
        Column("sources", "list", "addresses of sources"),
    ),
)
EVENTS = Table(
    "events",
    "an event, as far as the corpus knows it",
    ("id",),
    (
        Column("id", "string", "id of the event", required=True),
        Column("label", "string", "what it is, in a few words", required=True),
        Column("type", "string", "type (after PLOVER)", required=True, terms="event-types"),
        Column("modes", "list", "modes (PLOVER)", terms="modes"),
        Column("contexts", "list", "contexts (PLOVER)", terms="contexts"),
        Column("status", "string", "what the corpus knows of it", required=True, terms="event-statuses"),
        *_dates("date"),
        *_PRECISION,
        Column("place", "string", "name of the place"),
        Column("country", "string", "country of the place, ISO 3166-1 alpha-3", terms="countries"),
        Column("part_of", "string", "event that it is part of", refers="events"),
        Column("series", "string", "series that it is a round of"),
        Column("series_number", "integer", "which round"),
        Column("generic", "boolean", "whether it stands for what recurs", required=True),
        Column("instrument", "string", "what it was done with"),
        Column("wikidata", "string", "id in Wikidata, where it was checked"),
        Column("sources", "list", "addresses of sources"),
        Column("note", "string", "remark of the annotators"),
    ),
)
PARTICIPANTS = Table(
    "participants",
    "an actor in a role of an event",
    ("event", "role", "actor"),
    (
        Column("event", "string", "id of the event", required=True, refers="events"),
        Column("role", "string", "role", required=True, terms="roles"),
        Column("actor", "string", "id of the actor", required=True, refers="actors"),
    ),
)
RELATIONS = Table(
    "relations",
    "a relation from one event to another",
    ("event", "relation", "other"),
    (
        Column("event", "string", "id of the event", required=True, refers="events"),
        Column(
            "relation", "string", "part_of, resumes, responds_to, caused_by, or one of Allen's relations in time", required=True
        ),
        Column("other", "string", "id of the other event", required=True, refers="events"),
    ),
)
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
        _ARTICLE,
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
MENTIONS = Table(
    "mentions",
    "words that name an actor, several, or a place",
    ("article", "number"),
    (
        _ARTICLE,
        Column("number", "integer", "which mention of the article, from 1 in the order of the record", required=True, derived=True),
        *_AT,
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
    ),
)
TIMES = Table(
    "times",
    "a time expression (TIMEX3)",
    ("article", "time"),
    (
        _ARTICLE,
        Column("time", "string", "id of the expression in its article", required=True),
        *_AT,
        Column("type", "string", "TIMEX3 type", required=True, terms="time-types"),
        Column("value", "string", "value: EDTF, an ISO 8601 duration, or a TIMEX3 reference", required=True),
        Column("mod", "string", "TIMEX3 modifier", terms="time-mods"),
        Column("anchor", "string", "what it counts from, if not the document's day"),
        Column("begin", "string", "of a duration: where it begins"),
        Column("end", "string", "of a duration: where it ends"),
        Column("earliest", "string", "first day that the value can mean", derived=True),
        Column("latest", "string", "last day that the value can mean", derived=True),
    ),
)
QUOTES = Table(
    "quotes",
    "an attribution: who says what (PARC)",
    ("article", "quote"),
    (
        _ARTICLE,
        Column("quote", "string", "id of the quote in its article", required=True),
        Column("type", "string", "direct, indirect or mixed", required=True, terms="quote-types"),
        Column("speakers", "list", "ids of the speakers; those that begin with _ are sources without a name"),
        Column("post", "string", "office in which the text lets the speaker speak"),
        Column("offices", "list", "offices that the speakers surely held on the day of the quote, as person/post/of", derived=True),
        Column("principals", "list", "for whom a spokesperson speaks"),
        Column("addressees", "list", "to whom it is said"),
        Column("cue_lemma", "string", "the cue's verb, in the infinitive, if the vocabulary knows it", derived=True, terms="cues"),
        *_span("source"),
        *_span("cue"),
        *_span("content"),
        Column(
            "content_parts",
            "integer",
            "of how many parts the content is; the place is that of all of them",
            required=True,
            derived=True,
        ),
        Column("within", "string", "enclosing quote"),
        Column("time", "string", "id of the expression that says when it was said"),
        Column("said_earliest", "string", "first day on which it can have been said", derived=True),
        Column("said_latest", "string", "last day on which it can have been said", derived=True),
        Column("setting", "string", "event at which it was said", refers="events"),
        Column("act", "string", "event that the utterance is", refers="events"),
        Column("gist", "string", "summary in the annotators' own words"),
    ),
)
EVENT_MENTIONS = Table(
    "event_mentions",
    "words that present an event",
    ("article", "number"),
    (
        _ARTICLE,
        Column(
            "number",
            "integer",
            "which event mention of the article, from 1 in the order of the record",
            required=True,
            derived=True,
        ),
        *_AT,
        Column("events", "list", "ids of the events; none if no record is meant"),
        Column("type", "string", "type, where no record is meant", terms="event-types"),
        Column("status", "string", "how the text presents it", required=True, terms="mention-statuses"),
        Column("time", "string", "id of the expression that dates it"),
        Column("via", "list", "innermost quotes that present it; none: the author does"),
    ),
)
FACTUALITY = Table(
    "factuality",
    "what a source holds of an event (FactBank: source, event, value)",
    ("article", "source", "event", "quote"),
    (
        _ARTICLE,
        Column("source", "string", "id of the speaker; AUTHOR is the article's own voice", required=True),
        Column("event", "string", "id of the event", required=True, refers="events"),
        Column("quote", "string", "quote in which it is held; empty for the author", required=True),
        Column("stance", "string", "stance of the speaker; of the author, status of the mention", required=True),
        Column("factbank", "string", "FactBank value: CT+, CT-, PS+, Uu; none for intentions and sentiments", derived=True),
        Column("office", "string", "office of the speaker that day, as post/of", derived=True),
        Column("day_earliest", "string", "first day on which it can have been said, or the document's", derived=True),
        Column("day_latest", "string", "last such day", derived=True),
    ),
)

TABLES = (ACTORS, POSTS, EVENTS, PARTICIPANTS, RELATIONS, ARTICLES, BLOCKS, MENTIONS, TIMES, QUOTES, EVENT_MENTIONS, FACTUALITY)
