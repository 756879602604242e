"""The tables of what articles speak of: actors with their offices, events with who takes part in them."""

from dateline.exporters.columns import Column, Table
from dateline.exporters.shared_columns import PRECISION, dates

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
        *dates("start", "start, or birth of a person"),
        *dates("end", "end, or death of a person"),
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
        *dates("start"),
        *dates("end"),
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
        *dates("date"),
        *PRECISION,
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
