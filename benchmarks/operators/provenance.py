"""Faults of rights and origins, and of the manifest."""

from collections.abc import Iterator

from dateline.model.place import Place

from benchmarks.operators.fault import Fault, operator
from benchmarks.operators.ground import Ground


@operator()
def licence_that_is_none(ground: Ground) -> Iterator[Fault]:
    """A licence that is no SPDX expression."""
    for file in ground.documents:
        for at, value in ground.nodes(file):
            if at.steps and at.steps[-1] == "license":
                wrong = value.rpartition("-")[0] if not value.startswith("LicenseRef") else value.replace("-", " ", 1)
                yield ground.put(at, wrong).breaks("unknown-licence", "bad-value")


@operator()
def text_not_ours_inline(ground: Ground) -> Iterator[Fault]:
    """An inline text whose rights are somebody else's."""
    for article in ground.articles:
        if article.text.status == "inline":
            at = article.at / "rights" / "license"
            change = ground.put(at, "LicenseRef-all-rights-reserved")
            yield change.breaks("text-not-ours", at=(at, article.at / "text", article.at / "text" / "status"))


@operator()
def sources_of_an_original_dropped(ground: Ground) -> Iterator[Fault]:
    """A text written for the corpus that names no source."""
    for article in ground.articles:
        if article.origin == "original":
            places = (article.at, article.at / "origin", article.at / "sources")
            yield ground.drop(article.at / "sources").breaks("original-without-sources", at=places)


@operator()
def reviewed_by_oneself(ground: Ground) -> Iterator[Fault]:
    """An annotation reviewed by its annotator."""
    for article in ground.articles:
        name = article.annotation.by[0].id
        change = ground.add(article.annotation.at, f"reviewed_by: [{name}]")
        at = article.annotation.at / "reviewed_by"
        yield change.breaks("self-review", at=(at, at / 0))


@operator()
def post_without_sources(ground: Ground) -> Iterator[Fault]:
    """A dated office that no source and no article reports."""
    reported = {
        (ref.id, mention.post.id) for a in ground.articles for mention in a.mentions if mention.post for ref in mention.actors
    }
    for actor in ground.actors.values():
        for post in actor.posts:
            if (post.start or post.end) and ground.data(post.at / "sources") and (actor.id, post.id) not in reported:
                places = tuple(post.at / key for key in ("id", "start", "end", "title"))
                yield ground.drop(post.at / "sources").breaks("unsourced-fact", at=(post.at, *places))


@operator()
def event_without_sources(ground: Ground) -> Iterator[Fault]:
    """A dated event that no source and no article reports."""
    reported = {ref.id for a in ground.articles for mention in a.events for ref in mention.events}
    model = next(event for event in ground.events.values() if event.date and ground.data(event.at / "sources"))
    text = ground.text(model.at.file).replace(f"id: {model.id}\n", "id: unreported-talks-2018\n", 1)
    kept = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("sources:"))
    path = "events/unreported-talks-2018.yaml"
    if model.id in reported:
        at = Place(path)
        yield ground.new_file(path, kept, "unsourced-fact", "orphan", at=(at, at / "id", at / "date"))


@operator()
def rule_that_does_not_exist(ground: Ground) -> Iterator[Fault]:
    """A misspelt rule in the manifest."""
    at = ground.manifest.at
    for field, value in (("ignore", "[weekday-mismtach]"), ("severity", "{orphans: info}"), ("select", "[X]")):
        yield ground.add(at, f"{field}: {value}").breaks("unknown-rule", "bad-value", "unknown-field", at=(at / field,))


@operator()
def waiver_for_nothing(ground: Ground) -> Iterator[Fault]:
    """A waiver for a finding that is not there."""
    at = ground.manifest.at
    for record in ground.actors:
        waiver = f"waivers: [{{rule: orphan, record: {record}, reason: known since the beginning}}]"
        places = (at / "waivers", at / "waivers" / 0, at / "waivers" / 0 / "rule", at / "waivers" / 0 / "record")
        yield ground.add(at, waiver).breaks("unused-waiver", at=places)


@operator()
def waiver_run_out(ground: Ground) -> Iterator[Fault]:
    """A waiver whose day has passed."""
    at = ground.manifest.at
    waiver = (
        f"waivers: [{{rule: orphan, record: {next(iter(ground.actors))}, reason: known since the beginning, until: 2001-01-01}}]"
    )
    yield ground.add(at, waiver).breaks("expired-waiver", at=(at / "waivers" / 0 / "until", at / "waivers" / 0))
