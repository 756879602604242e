"""The views of a release: the same data as other standards and data sets have them."""

from dateline.exporters.columns import Column, Table
from dateline.exporters.shared_columns import AT, OF_ARTICLE, dates

PLOVER_EVENTS = Table(
    "plover_events",
    "an event as an article presents it, coded after PLOVER; what is negated, hypothetical, cancelled or generic is not coded",
    ("article", "event", "plover"),
    (
        OF_ARTICLE,
        Column("event", "string", "id of the event", required=True, refers="events"),
        Column(
            "plover",
            "string",
            "event type of PLOVER; consult, support, cooperate and aid that are planned or sought are AGREE",
            required=True,
            derived=True,
        ),
        Column("quad", "integer", "1 verbal, 2 material cooperation; 3 verbal, 4 material conflict", required=True, derived=True),
        Column("cameo", "list", "CAMEO codes that it corresponds to", derived=True),
        Column("modes", "list", "modes (PLOVER); AGREE has none", derived=True),
        Column("contexts", "list", "contexts (PLOVER)"),
        Column("statuses", "list", "how the article presents it: the statuses of its mentions, sorted", derived=True),
        Column("actors", "list", "who acts; of a reciprocal event everybody", derived=True),
        Column("recipients", "list", "who is acted on; of a reciprocal event everybody", derived=True),
        Column("mediators", "list", "who mediates", derived=True),
        Column("document_day", "string", "the article's day (EDTF)", derived=True),
        *dates("date", "date of the event; of AGREE, of what is agreed on"),
        Column("country", "string", "country of the place, ISO 3166-1 alpha-3"),
    ),
)
TIMEX3 = Table(
    "timex3",
    "a time expression with the attributes of TIMEX3",
    ("article", "tid"),
    (
        OF_ARTICLE,
        Column("tid", "string", "id of the expression in its article", required=True),
        Column("type", "string", "DATE, TIME, DURATION or SET", required=True, derived=True),
        Column("value", "string", "TIMEX3 value; none of intervals", derived=True),
        Column("mod", "string", "TIMEX3 modifier; APPROX also of an approximate date", derived=True),
        Column("anchor_time_id", "string", "expression that it counts from; none: the document's day, an event or a quote"),
        Column("begin_point", "string", "expression at which a duration begins"),
        Column("end_point", "string", "expression at which it ends"),
        Column("edtf", "string", "value as the corpus writes it", required=True),
        *AT,
    ),
)

VIEWS = (PLOVER_EVENTS, TIMEX3)
