"""TimeML: times and events as elements around the words of a text.

Source: https://timeml.github.io/site/publications/timeMLdocs/timeml_1.2.1.html
"""

from collections.abc import Iterator
from pathlib import Path

from dateline.importers.files import bytes_of, fail
from dateline.importers.markup import Ended, Started, walked
from dateline.model.standoff import Link, Mark, Standoff

_MARKS = {"EVENT": "eid", "TIMEX3": "tid", "SIGNAL": "sid"}
_TEXT = "TEXT"
_TITLE = "TITLE"
_CREATED = "CREATION_TIME"
_LINKS = ("TLINK", "SLINK", "ALINK")
_INCLUDED = ("IS_INCLUDED", "SIMULTANEOUS", "DURING")  # in a time, as a time of ours dates an event
_BOUNDS = {"beginPoint": "begin", "endPoint": "end", "anchorTimeID": "anchor"}


def read(file: Path) -> list[Standoff]:
    """The document of a file.

    Raises:
        UsageError: for what is no TimeML, or has entities, at its line.

    """
    return [parsed(str(file), bytes_of(file))]


def parsed(name: str, data: bytes) -> Standoff:
    """The document of some bytes."""
    text, events = walked(name, data)
    if not any(isinstance(event, Started) and event.name == "TimeML" for event in events):
        fail(f"{name}:1", "it is no TimeML: it has no element of that name")
    low, high = _text_of(name, text, events)
    spans = [(start, end) for start, end in _spans(events) if low <= start.length and end.length <= high]
    instances = [event for event in events if isinstance(event, Started) and event.name == "MAKEINSTANCE"]
    said = {one.attributes.get("eventID"): one for one in reversed(instances)}
    marks = tuple(_mark(name, text, low, start, end, said) for start, end in spans)
    links = tuple(_links(name, events, {mark.id for mark in marks}, instances))
    more = [one for one in instances if said[one.attributes.get("eventID")] is not one]
    told = tuple(f"{name}:{one.line}: left out: a further instance of the event {one.attributes.get('eventID')}" for one in more)
    dropped = (*told, *_dropped(name, events, links))
    return Standoff(name, text[low:high], marks, links, dropped=dropped, title=_title_of(text, events))


def _text_of(name: str, text: str, events: list[Started | Ended]) -> tuple[int, int]:
    """Where the text lies: in its own element, or else, in files of TimeML 1.2, in all of the document."""
    bounds = [event.length for event in events if event.name == _TEXT]
    if len(bounds) not in (0, 2):
        fail(f"{name}:1", f"it has {len(bounds) // 2} elements {_TEXT}: is it one article?")
    return (bounds[0], bounds[1]) if bounds else (0, len(text))


def _title_of(text: str, events: list[Started | Ended]) -> str:
    bounds = [event.length for event in events if event.name == _TITLE]
    return " ".join(text[bounds[0] : bounds[1]].split()) if bounds else ""


def _spans(events: list[Started | Ended]) -> Iterator[tuple[Started, Ended]]:
    """The elements that mark words, each with its end."""
    stack: list[Started] = []
    for event in events:
        if isinstance(event, Started):
            stack.append(event)
        else:
            start = stack.pop()
            if start.name in _MARKS and event.length > start.length:
                yield start, event


def _mark(name: str, text: str, low: int, start: Started, end: Ended, said: dict[str | None, Started]) -> Mark:  # noqa: PLR0913, PLR0917 - one text
    key = _MARKS[start.name]
    own = start.attributes.get(key)
    if own is None:
        fail(f"{name}:{start.line}", f"{start.name} has no {key}")
    instance = said.get(own)
    attributes = {**start.attributes, **(instance.attributes if instance else {})}
    kept = {field: value for field, value in attributes.items() if field in ("type", "value", "mod", "class", "polarity")}
    stretch = (start.length - low, end.length - low)
    words = text[start.length : end.length]
    return Mark(own, start.name, (stretch,), (words,), f"{name}:{start.line}", tuple(kept.items()))


def _links(name: str, events: list[Started | Ended], known: set[str], instances: list[Started]) -> Iterator[Link]:
    """The times that date events, and the bounds of durations."""
    meant = {one.attributes.get("eiid"): one.attributes.get("eventID") for one in instances}
    for event in events:
        if not isinstance(event, Started):
            continue
        if event.name == "TLINK" and event.attributes.get("relType") in _INCLUDED:
            start = meant.get(event.attributes.get("eventInstanceID"))
            end = event.attributes.get("relatedToTime")
            if start in known and end in known:
                yield Link("time", str(start), str(end), f"{name}:{event.line}")
        for attribute, label in _BOUNDS.items() if event.name == "TIMEX3" else ():
            if event.attributes.get(attribute) in known and event.attributes.get("tid") in known:
                yield Link(label, event.attributes["tid"], event.attributes[attribute], f"{name}:{event.line}")


def _dropped(name: str, events: list[Started | Ended], links: tuple[Link, ...]) -> Iterator[str]:
    for kind in _LINKS:
        count = sum(isinstance(event, Started) and event.name == kind for event in events)
        count -= sum(link.label == "time" for link in links) if kind == "TLINK" else 0
        if count:
            yield f"{name}: left out: {count} {kind}: relations between events stand in the files of events"
    for event in events:
        if isinstance(event, Started) and event.attributes.get("functionInDocument") == _CREATED:
            yield f"{name}:{event.line}: the document's time there is {event.attributes.get('value')}: compare it with --published"
