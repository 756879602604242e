"""From the rows of tables to those of views. Nothing is shown in a view that a table does not show."""

from dateline.exporters.columns import Rows
from dateline.exporters.plover import plover_events
from dateline.exporters.timex3 import timex3
from dateline.exporters.view_tables import PLOVER_EVENTS, TIMEX3


def views_of(rows: Rows) -> Rows:
    """The rows of every view, sorted by its key."""
    return {PLOVER_EVENTS.name: PLOVER_EVENTS.filled(plover_events(rows)), TIMEX3.name: TIMEX3.filled(timex3(rows))}
