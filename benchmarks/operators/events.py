"""Faults of events: their days, their status, their place, and what articles say of them."""

from collections.abc import Iterator

from dateline.model.article import Article, EventMention
from dateline.model.edtf import EdtfDate, EdtfInterval, can_agree, parse, surely_before
from dateline.model.facts.events import SIDES
from dateline.model.place import Place
from dateline.model.records import Event

from benchmarks.operators.fault import Change, Fault, operator
from benchmarks.operators.ground import Ground
from benchmarks.operators.times import days_later, years_later

_DAY = 2  # hyphens of a date that names its day


def _mentions(ground: Ground) -> Iterator[tuple[Article, EventMention]]:
    return ((article, mention) for article in ground.articles for mention in article.events)


def _with_status(ground: Ground, mention: EventMention, status: str) -> Change:
    if mention.status_at:
        return ground.put(mention.status_at, status)
    return ground.add(mention.at, f"status: {status}")


def _of(ground: Ground, event: Event) -> list[tuple[Article, EventMention]]:
    """The mentions of an event."""
    return [(article, mention) for article, mention in _mentions(ground) if any(ref.id == event.id for ref in mention.events)]


@operator()
def day_off_against_the_text(ground: Ground) -> Iterator[Fault]:
    """An event dated otherwise than the text that tells of it."""
    for event in ground.events.values():
        written = str(event.date.value) if event.date else ""
        single = isinstance(event.date and event.date.value, EdtfDate)
        shifted = [years_later(written, years) for years in (-1, 1)] if single else []
        shifted += [days_later(written, days) for days in (-1, 1)] if single and written.count("-") == _DAY else []
        for value in shifted:
            against = [at for article, mention in _of(ground, event) if (at := _dated(article, mention, value))]
            if against and event.date:
                rules = ("date-against-time", "sub-event-outside-parent", "effect-before-cause", "series-out-of-order")
                yield ground.put(event.date.at, value).breaks(*rules, at=(event.date.at, *against))


def _dated(article: Article, mention: EventMention, value: str) -> Place | None:
    """Where the text gives an event a time that cannot be that date."""
    time = article.time(mention.time)
    said = time.value if time and time.mod is None and mention.status in ("occurred", "ongoing", "disputed") else None
    if isinstance(said, EdtfDate | EdtfInterval) and not can_agree(said, parse(value)):
        return mention.time.at if mention.time else None
    return None


@operator()
def part_outside_its_whole(ground: Ground) -> Iterator[Fault]:
    """A part of an event dated before or after the whole."""
    for event in ground.events.values():
        whole = ground.events.get(event.part_of.id) if event.part_of else None
        if event.date and whole and whole.date:
            for day in (whole.date.value.first, whole.date.value.last):
                for days in (-3, 3):
                    value = days_later(str(day), days)
                    if not can_agree(parse(value), whole.date.value):
                        at = (event.date.at, whole.date.at, event.at / "part_of")
                        yield ground.put(event.date.at, value).breaks("sub-event-outside-parent", at=at)


@operator()
def whole_cut_short(ground: Ground) -> Iterator[Fault]:
    """A whole that ends before its parts, or begins after them."""
    for whole in ground.events.values():
        parts = [event for event in ground.events.values() if event.part_of and event.part_of.id == whole.id and event.date]
        if parts and whole.date:
            places = tuple(part.date.at for part in parts if part.date)
            days = [day for part in parts if part.date for day in (part.date.value.first, part.date.value.last) if day]
            first, last = str(min(days)), str(max(days))
            for value in (f"{days_later(first, -2)}/{days_later(first, -1)}", f"{days_later(last, 1)}/{days_later(last, 2)}"):
                yield ground.put(whole.date.at, value).breaks("sub-event-outside-parent", at=(whole.date.at, *places))


@operator()
def planned_though_past(ground: Ground) -> Iterator[Fault]:
    """What had happened, called planned or sought."""
    for article, mention in _mentions(ground):
        past = [_is_past(ground.events[ref.id], article, mention) for ref in mention.events]
        if past and all(past) and mention.status not in ("planned", "sought"):
            for status in ("planned", "sought"):
                at = (mention.at, mention.at / "status")
                yield _with_status(ground, mention, status).breaks("planned-in-the-past", at=at)


def _is_past(event: Event, article: Article, mention: EventMention) -> bool:
    said = [article.day]
    for ref in mention.via:
        quote = article.quote(ref)
        time = article.time(quote.time) if quote else None
        said += [time.value] if time and isinstance(time.value, EdtfDate | EdtfInterval) else []
    return bool(event.date) and all(day and event.date and surely_before(event.date.value, day, 1) for day in said)


@operator()
def occurred_though_to_come(ground: Ground) -> Iterator[Fault]:
    """What was still to come, told as if it had happened."""
    for article, mention in _mentions(ground):
        for ref in mention.events[:1]:
            dated = ground.events[ref.id].date
            if dated and article.day and surely_before(article.day, dated.value, 1) and mention.status_at:
                yield ground.put(mention.status_at, "occurred").breaks("occurred-in-the-future")
                change = ground.drop(mention.status_at)
                yield change.breaks("occurred-in-the-future", at=(mention.at,))


def _stances(ground: Ground, event: Event) -> set[str]:
    return {s.stance for a in ground.articles for q in a.quotes for s in q.about if s.event.id == event.id}


def _has_two_sides(ground: Ground, event: Event) -> bool:
    return not any(_stances(ground, event).isdisjoint(side) for side in SIDES.values())


@operator()
def disputed_by_nobody(ground: Ground) -> Iterator[Fault]:
    """An event called disputed that nobody denies, or nobody asserts."""
    for event in ground.events.values():
        if event.status != "disputed" and not _has_two_sides(ground, event):
            yield ground.put(event.at / "status", "disputed").breaks("disputed-by-one")


@operator()
def dispute_called_a_claim(ground: Ground) -> Iterator[Fault]:
    """An event that one side asserts and another denies, called claimed."""
    for event in ground.events.values():
        if _has_two_sides(ground, event) and "retracts" not in _stances(ground, event):
            yield ground.put(event.at / "status", "claimed").breaks("claimed-though-denied")


@operator()
def mention_disputed_by_nobody(ground: Ground) -> Iterator[Fault]:
    """A mention called disputed, of an event that nobody denies."""
    for _, mention in _mentions(ground):
        events = [ground.events[ref.id] for ref in mention.events]
        if events and not any(_has_two_sides(ground, event) for event in events):
            change = _with_status(ground, mention, "disputed")
            yield change.breaks("disputed-by-one", "via-says-nothing", at=(mention.at, mention.at / "status"))


def told_later(ground: Ground, event: Event) -> list[EventMention]:
    """The mentions in which an article of a later day says, in its own voice, that the event occurred."""
    told = [(article, mention) for article, mention in _of(ground, event) if mention.status == "occurred" and not mention.via]
    return [mention for a, mention in told if event.date and a.day and surely_before(event.date.value, a.day)]


@operator()
def status_against_the_articles(ground: Ground) -> Iterator[Fault]:
    """An event still planned, or cancelled without a source, though a later article tells that it occurred."""
    for event in ground.events.values():
        later = told_later(ground, event)
        places = (event.at / "status", *(at for m in later for at in (m.at, *(ref.at for ref in m.events))))
        others = ("planned",) if ground.data(event.at / "sources") else ("planned", "did-not-occur", "cancelled")
        for status in others if later and event.status == "occurred" else ():
            yield ground.put(event.at / "status", status).breaks("status-conflict", at=places)


@operator()
def part_in_another_country(ground: Ground) -> Iterator[Fault]:
    """A part in another country than its whole."""
    for event in ground.events.values():
        whole = ground.events.get(event.part_of.id) if event.part_of else None
        if whole and whole.country and event.country:
            places = (event.at / "place" / "country", whole.at / "place" / "country", event.at / "part_of")
            for country in ("KOR", "JPN"):
                change = ground.put(event.at / "place" / "country", country)
                yield change.breaks("sub-event-elsewhere", at=(*places, event.at / "place", whole.at / "place"))


@operator()
def series_out_of_step(ground: Ground) -> Iterator[Fault]:
    """A round with the number of another, or counted against the order of days."""
    rounds = [event for event in ground.events.values() if event.series and event.number]
    for event in rounds:
        others = [other for other in rounds if other.series == event.series and other is not event]
        for other in others:
            at = event.at / "series" / "number"
            places = tuple(one.at / "series" / "number" for one in (event, *others))
            dates = tuple(one.date.at for one in (event, *others) if one.date)
            later = bool(event.date and other.date and surely_before(other.date.value, event.date.value))
            beyond = (other.number or 0) + (-1 if later else 1)
            for number in (other.number or 0, beyond):
                yield ground.put(at, number).breaks("series-out-of-order", at=(*places, *dates, event.at / "series"))
