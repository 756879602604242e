"""Faults of dates by themselves, and of the days of a record against each other."""

import re
from collections.abc import Iterator

from dateline.model.edtf import EdtfDate

from benchmarks.operators.fault import Fault, operator
from benchmarks.operators.ground import Ground
from benchmarks.operators.times import days_later


@operator()
def thirty_second_day(ground: Ground) -> Iterator[Fault]:
    """A day, or a month, that no calendar has."""
    for record in ground.records.values():
        for dated in record.dates():
            written = str(ground.data(dated.at))
            if match := re.match(r"/?[0-9]{4}-[0-9]{2}-([0-9]{2})", written):
                yield ground.put(dated.at, written[: match.start(1)] + "32" + written[match.end(1) :]).breaks("impossible-date")
            elif match := re.match(r"/?[0-9]{4}-([0-9]{2})", written):
                yield ground.put(dated.at, written[: match.start(1)] + "13" + written[match.end(1) :]).breaks("impossible-date")


@operator()
def interval_turned_round(ground: Ground) -> Iterator[Fault]:
    """An interval, or a post, that ends before it begins."""
    for record in ground.records.values():
        for dated in record.dates():
            start, slash, end = str(ground.data(dated.at)).partition("/")
            if slash and start and end:
                yield ground.put(dated.at, f"{end}/{start}").breaks("interval-reversed")
    for actor in ground.actors.values():
        for post in actor.posts:
            begun = post.start.value if post.start else None
            if isinstance(begun, EdtfDate) and post.start and isinstance(post.end, type(post.start)):
                before = days_later(begun.first.isoformat(), -30)
                yield ground.put(post.end.at, before).breaks("interval-reversed", at=(post.end.at, post.start.at))


@operator()
def published_tomorrow(ground: Ground) -> Iterator[Fault]:
    """An article published after the day that the corpus calls today."""
    for article in ground.articles:
        at = article.at / "published"
        yield ground.put(at, "2036" + ground.data(at)[4:]).breaks("published-in-future")


@operator()
def written_after_publication(ground: Ground) -> Iterator[Fault]:
    """A document time after the day of publication."""
    for article in ground.articles:
        published = ground.data(article.at / "published")[:10]
        at = article.at / "document_time"
        for days in (2, 40):
            day = days_later(published, days)
            change = ground.put(at, day) if ground.data(at) else ground.add(article.at, f"document_time: {day}")
            yield change.breaks("document-time-after-published", at=(at, article.at / "published"))


@operator()
def annotated_too_early(ground: Ground) -> Iterator[Fault]:
    """An annotation made before the article was published."""
    for article in ground.articles:
        at = article.annotation.at / "date"
        day = days_later(ground.data(article.at / "published")[:10], -3)
        yield ground.put(at, day).breaks("annotated-before-published", at=(at, article.at / "published"))


@operator()
def another_day_in_the_address(ground: Ground) -> Iterator[Fault]:
    """An address that holds another day than that of publication."""
    for article in ground.articles:
        published = ground.data(article.at / "published")[:10]
        for days in (-40, 2, 400):
            folder = days_later(published, days).replace("-", "/")
            change = ground.add(article.at, f"url: https://news.example.org/{folder}/talks.html")
            yield change.breaks("url-date-conflict", at=(article.at / "url", article.at / "published"))


@operator(needs_copy=True)
def hour_of_the_byline(ground: Ground) -> Iterator[Fault]:
    """An article published at another hour or minute than its byline says."""
    for article in ground.readable:
        at = article.at / "published"
        times = [time for time in article.times if time.type == "time"]
        if match := re.match(r"(.{11})([0-9]{2}):([0-9]{2})(.*)", ground.data(at)) if times else None:
            hour, minute = int(match[2]), int(match[3])
            for changed in (f"{hour - 1:02}:{minute:02}", f"{hour + 1:02}:{minute:02}", f"{hour:02}:{minute - 10:02}"):
                yield ground.put(at, match[1] + changed + match[4]).breaks(
                    "byline-time-differs", at=(at, *(time.at for time in times))
                )


@operator()
def hour_of_a_time(ground: Ground) -> Iterator[Fault]:
    """A clock time of the text resolved to another hour."""
    for article in ground.articles:
        for time in article.times:
            if time.type == "time" and (match := re.match(r"(.{11})([0-9]{2})(.*)", time.written)):
                for hours in (-1, 1):
                    value = f"{match[1]}{int(match[2]) + hours:02}{match[3]}"
                    yield ground.put(time.at / "value", value).breaks("explicit-date-mismatch", "byline-time-differs")


@operator()
def article_on_another_day(ground: Ground) -> Iterator[Fault]:
    """An article whose day is not the day of its id."""
    for article in ground.articles:
        at = article.document_time.at if article.document_time else article.at / "published"
        written = ground.data(at)
        for days in (-30, 2, 30):
            change = ground.put(at, days_later(written[:10], days) + written[10:])
            yield change.breaks("id-date-differs", "byline-time-differs", at=(at, article.at / "id"))


@operator()
def another_day_in_the_id(ground: Ground) -> Iterator[Fault]:
    """An article whose id (and file) has another day than the article."""
    for article in ground.articles:
        day = re.search("[0-9]{4}-[0-9]{2}-[0-9]{2}", article.id)
        if day:
            name = article.id.replace(day[0], days_later(day[0], 3))
            at = article.at / "id"
            yield ground.put(at, name).breaks("id-date-differs", "name-is-not-id")
