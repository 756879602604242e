"""What no checker can know as a fault, because nothing in the data or the words contradicts it. Counted, and told."""

import re
from collections.abc import Iterator

from dateline.model.edtf import EdtfDate, EdtfInterval, can_agree, parse

from benchmarks.operators.events import told_later
from benchmarks.operators.fault import Fault, operator
from benchmarks.operators.ground import Ground
from benchmarks.operators.times import days_later


@operator(unseen="no text dates these events to the day, and they lie a month or more from what they answer")
def day_off_without_a_text(ground: Ground) -> Iterator[Fault]:
    """An event dated a day off, which no article dates to the day."""
    for event in ground.events.values():
        written = str(event.date.value) if event.date else ""
        told = [a.time(m.time) for a in ground.articles for m in a.events if any(ref.id == event.id for ref in m.events)]
        values = [time.value for time in told if time and isinstance(time.value, EdtfDate | EdtfInterval)]
        if event.date and re.fullmatch("[0-9-]{10}", written) and not event.responds_to and not event.part_of:
            value = days_later(written, -1)
            if all(can_agree(said, parse(value)) for said in values) and not event.id.endswith(written):
                yield ground.put(event.date.at, value).breaks()


@operator(unseen="an office lasts for months on both sides of the articles: its first and last day are the sources' alone")
def office_off_by_a_day(ground: Ground) -> Iterator[Fault]:
    """An office that begins or ends a day off."""
    for actor in ground.actors.values():
        for post in actor.posts:
            for dated in (post.start, post.end):
                if dated and dated.value.first:
                    yield ground.put(dated.at, days_later(str(dated.value.first), 1)).breaks()


@operator(unseen="labels, notes and summaries are the annotator's own words")
def prose_changed(ground: Ground) -> Iterator[Fault]:
    """A label, title, note or summary that says something else."""
    for file in ground.documents:
        for at, value in ground.nodes(file):
            if at.steps and at.steps[-1] in ("label", "note", "gist", "instrument") and isinstance(value, str):
                yield ground.put(at, f"Not {value}", quoted=True).breaks()


@operator(unseen="the addressee of a remark that is no act is nowhere else in the data")
def addressee_of_a_remark(ground: Ground) -> Iterator[Fault]:
    """A remark addressed to somebody else."""
    for article in ground.articles:
        for quote in article.quotes:
            taken = {ref.id for ref in (*quote.addressees, *quote.speakers, *quote.principals)}
            other = next((name for name, actor in ground.actors.items() if actor.kind == "person" and name not in taken), None)
            for ref in quote.addressees if other and not quote.act else ():
                yield ground.put(ref.at, str(other)).breaks()


@operator(unseen="what a speaker holds of a plan or of an undisputed event is a judgement; the cue allows either")
def stance_of_another_kind(ground: Ground) -> Iterator[Fault]:
    """A stance exchanged for one that the cue allows too."""
    for article in ground.articles:
        for quote in article.quotes:
            for stance in quote.about:
                if stance.stance in ("seeks", "supports"):
                    yield ground.put(stance.at, "plans").breaks()


@operator(unseen="an address is opened by nobody: the checker stays off the network")
def address_misspelt(ground: Ground) -> Iterator[Fault]:
    """A source whose address has a slip."""
    for file in ground.documents:
        for at, value in ground.nodes(file):
            if "sources" in at.steps and isinstance(value, str):
                yield ground.put(at, value[:-1], quoted=True).breaks()


@operator(unseen="a participant more or less contradicts nothing")
def participant_left_out(ground: Ground) -> Iterator[Fault]:
    """A meeting of three or more without one of them."""
    for event in ground.events.values():
        for part in event.participants:
            if len(part.actors) > 2:  # noqa: PLR2004 - two remain
                yield ground.drop(part.actors[-1].at).breaks()


@operator(unseen="the file cites sources that may know better than the article")
def cancelled_with_sources(ground: Ground) -> Iterator[Fault]:
    """An event called cancelled in its file, which cites sources, though an article tells that it occurred."""
    for event in ground.events.values():
        if told_later(ground, event) and event.status == "occurred" and ground.data(event.at / "sources"):
            for status in ("cancelled", "did-not-occur"):
                yield ground.put(event.at / "status", status).breaks()
