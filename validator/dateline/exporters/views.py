"""From the rows of tables to those of views. Nothing is shown in a view that a table does not show."""

from dateline.exporters.columns import Rows
from dateline.exporters.plover import plover_events
from dateline.exporters.timex3 import timex3
from dateline.exporters.view_tables import PLOVER_EVENTS, TIMEX3

_MADE = ((PLOVER_EVENTS, plover_events), (TIMEX3, timex3))


def views_of(rows: Rows) -> Rows:
    """The rows of every view, sorted by its key."""
    return {view.name: view.filled(map(view.row, made(rows))) for view, made in _MADE}
