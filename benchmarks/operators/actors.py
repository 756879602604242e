"""Faults of actors and of their names: who is meant, which office they hold, and when."""

from collections.abc import Iterator
from datetime import date

from dateline.model.article import Article, Mention
from dateline.model.edtf import Edtf, EdtfDate
from dateline.model.place import Place
from dateline.model.records import Actor, Post

from benchmarks.operators.fault import Fault, operator
from benchmarks.operators.ground import Ground, next_item
from benchmarks.operators.times import days_later

_MOST = 3  # wrong ones that one place is given in turn
_YEARS = 1000  # days by which a life misses all that is told of it


def _mentions(ground: Ground) -> Iterator[tuple[Article, Mention]]:
    return ((article, mention) for article in ground.articles for mention in article.mentions)


def _posts(ground: Ground) -> Iterator[tuple[Actor, Post]]:
    return ((actor, post) for actor in ground.actors.values() for post in actor.posts)


def _holders(ground: Ground, actor: Actor, post: Post) -> list[Mention]:
    """The mentions that give a person that post."""
    return [
        mention
        for _, mention in _mentions(ground)
        if mention.post and mention.post.id == post.id and any(ref.id == actor.id for ref in mention.actors)
    ]


@operator()
def name_of_another(ground: Ground) -> Iterator[Fault]:
    """A name taken for another actor of its kind."""
    for _, mention in _mentions(ground):
        own = ground.actors.get(mention.actors[0].id) if len(mention.actors) == 1 else None
        if own is None or mention.form is not None:
            continue
        others = [actor for actor in ground.actors.values() if actor.kind == own.kind and not _has_name(actor, mention.words.text)]
        for actor in others[:_MOST]:
            change = ground.put(mention.actors[0].at, actor.id)
            yield change.breaks("not-a-known-name", at=(mention.words.at, mention.actors[0].at))


def _has_name(actor: Actor, words: str) -> bool:
    return words in (actor.name, actor.surname, *actor.aliases, *actor.short_names, *actor.metonyms)


@operator()
def metonym_of_another(ground: Ground) -> Iterator[Fault]:
    """A capital taken for another state."""
    for _, mention in _mentions(ground):
        others = [actor for actor in ground.actors.values() if actor.kind == "state" and mention.words.text not in actor.metonyms]
        for actor in others[:_MOST] if mention.form == "metonym" else ():
            yield ground.put(mention.actors[0].at, actor.id).breaks("unknown-metonym")


@operator()
def metonym_forgotten(ground: Ground) -> Iterator[Fault]:
    """A state without the capital that stands for it."""
    for actor in ground.actors.values():
        uses = [m.words.at for _, m in _mentions(ground) if m.form == "metonym" and m.actors and m.actors[0].id == actor.id]
        if actor.metonyms and uses:
            yield ground.drop(actor.at / "metonyms").breaks("unknown-metonym", at=tuple(uses))


@operator()
def alias_forgotten(ground: Ground) -> Iterator[Fault]:
    """An actor without the alias that the articles use."""
    for actor in ground.actors.values():
        for field, names in (("aliases", actor.aliases), ("short_names", actor.short_names)):
            for number, alias in enumerate(names):
                uses = [
                    mention.words.at
                    for _, mention in _mentions(ground)
                    if mention.words.text == alias and mention.form is None and [ref.id for ref in mention.actors][:1] == [actor.id]
                ]
                others = {actor.name, *actor.aliases, *actor.short_names} - {alias}
                # words that end in another of its names are still known
                if uses and not any(alias.endswith(f" {other}") for other in others):
                    at = actor.at / field
                    change = ground.drop(at / number) if len(names) > 1 else ground.drop(at)
                    yield change.breaks("not-a-known-name", at=tuple(uses))


@operator()
def name_shared(ground: Ground) -> Iterator[Fault]:
    """An actor with the name of another as an alias."""
    for actor in ground.actors.values():
        for other in ground.actors.values():
            if actor.kind != other.kind or actor is other or actor.kind != "state":
                continue
            uses = [m.words.at for _, m in _mentions(ground) if m.words.text == other.name and m.form is None]
            both = [
                article
                for article in ground.articles
                if {actor.id, other.id} <= {ref.id for mention in article.mentions for ref in mention.actors}
            ]
            if uses and both and actor.aliases:
                at = actor.at / "aliases" / 0
                yield ground.raw(at, f"{other.name}, {ground.written(at)}").breaks("ambiguous-name", at=(at, *uses))


@operator()
def office_unknown(ground: Ground) -> Iterator[Fault]:
    """An office that the person never has."""
    for _, mention in _mentions(ground):
        if mention.post:
            for office in ("foreign-minister", "defence-ministr"):
                yield ground.put(mention.post.at, office).breaks("unknown-post")


@operator()
def office_of_another(ground: Ground) -> Iterator[Fault]:
    """A title taken for somebody who has another office."""
    for _, mention in _mentions(ground):
        for name, actor in ground.actors.items() if mention.post else ():
            if actor.kind == "person" and mention.post and mention.post.id not in [post.id for post in actor.posts]:
                change = ground.put(mention.at / "actor", name)
                yield change.breaks("unknown-post", at=(mention.post.at, mention.at / "actor"))


@operator()
def office_renamed(ground: Ground) -> Iterator[Fault]:
    """An office whose id is misspelt where it is held."""
    for actor, post in _posts(ground):
        uses = [mention.post.at for mention in _holders(ground, actor, post) if mention.post]
        if uses:
            yield ground.put(post.at / "id", post.id[:-2] + post.id[-1]).breaks("unknown-post", at=tuple(uses))


@operator()
def office_left_too_early(ground: Ground) -> Iterator[Fault]:
    """An office that ends before the article that tells of it, or begins after it."""
    for actor, post in _posts(ground):
        holders = _holders(ground, actor, post)
        uses = tuple(mention.post.at for mention in holders if mention.post)
        days = [day for article in ground.articles if set(article.mentions) & set(holders) for day in _days(article.day)]
        if days and post.start and post.end:
            yield ground.put(post.end.at, days_later(str(min(days)), -21)).breaks("office-not-held", at=uses)
            yield ground.put(post.start.at, days_later(str(max(days)), 21)).breaks("office-not-held", at=uses)


@operator()
def office_held_before(ground: Ground) -> Iterator[Fault]:
    """A person called by an office that was left before."""
    for _, mention in _mentions(ground):
        person = ground.actors.get(mention.actors[0].id) if mention.post and len(mention.actors) == 1 else None
        for post in person.posts if person else ():
            if mention.post and post.id != mention.post.id and post.end:
                yield ground.put(mention.post.at, post.id).breaks("office-not-held")


@operator()
def called_former(ground: Ground) -> Iterator[Fault]:
    """An officeholder called former, or incoming, while in office."""
    for _, mention in _mentions(ground):
        held = [post for ref in mention.actors if ref.id in ground.actors for post in ground.actors[ref.id].posts]
        if mention.post and all(post.start and post.end for post in held if mention.post and post.id == mention.post.id):
            for tenure in ("former", "incoming"):
                yield ground.add(mention.at, f"tenure: {tenure}").breaks("office-not-held")


@operator()
def attested_too_early(ground: Ground) -> Iterator[Fault]:
    """An office attested on a day before its beginning."""
    for _, post in _posts(ground):
        for dated in post.attested:
            for key, days in (("start", 30), ("end", -30)):
                change = ground.add(post.at, f"{key}: {days_later(str(dated.value), days)}")
                yield change.breaks("attested-outside-term", at=(dated.at, post.at / key))


@operator()
def office_doubled(ground: Ground) -> Iterator[Fault]:
    """An office held twice at once by one person."""
    for _, post in _posts(ground):
        if post.start and post.end and isinstance(post.start.value, EdtfDate):
            start = days_later(post.start.value.first.isoformat(), 30)
            copy = f"{{id: {post.id}, title: Again, of: {post.of.id}, start: {start}, end: {post.end.value}}}"
            change = ground.repeat(post.at, copy)
            twin = next_item(post.at)
            places = tuple(at / key for at in (post.at, twin) for key in ("id", "start", "end", "title"))
            yield change.breaks("overlapping-posts", at=(post.at, twin, *places))


@operator()
def two_holders(ground: Ground) -> Iterator[Fault]:
    """An office that only one can hold, given to a second person at the same time."""
    for actor, post in _posts(ground):
        if not (post.exclusive and post.start and post.end):
            continue
        for other in ground.actors.values():
            if other.posts and other is not actor and other.country != actor.country:
                dates = f"start: {post.start.value}, end: {post.end.value}"
                copy = f"{{id: {post.id}, title: Too, of: {post.of.id}, exclusive: true, {dates}}}"
                last = other.posts[-1].at
                twin = Place(last.file, ("posts", len(other.posts)))
                places = tuple(at / key for at in (post.at, twin) for key in ("id", "start", "end", "title"))
                yield ground.repeat(last, copy).breaks("overlapping-posts", at=(post.at, twin, *places))


def _days(*values: Edtf | None) -> list[date]:
    """The first and the last day of each date, as far as they are known."""
    return [day for value in values if value for day in (value.first, value.last) if day]


def _lives(ground: Ground) -> Iterator[tuple[Actor, tuple[Place, ...], list[date]]]:
    """The actors of whom something dated is told, where, and of which days."""
    for actor in ground.actors.values():
        told = [
            (ref.at, a.day) for a in ground.articles for q in a.quotes for ref in (*q.speakers, *q.principals) if ref.id == actor.id
        ]
        told += [
            (ref.at, event.date.value)
            for event in ground.events.values()
            for part in event.participants
            for ref in part.actors
            if event.date and ref.id == actor.id
        ]
        posts = [at for post in actor.posts for at in (post.at, post.at / "start", post.at / "end")]
        terms = [bound.value for post in actor.posts for bound in (post.start, post.end, *post.attested) if bound]
        if days := _days(*(day for _, day in told), *terms):
            yield actor, (*(at for at, _ in told), *posts), days


@operator()
def dead_too_early(ground: Ground) -> Iterator[Fault]:
    """A person who dies, or a body that ends, before what is told of it."""
    for actor, places, days in _lives(ground):
        key = "died" if actor.kind == "person" else "end"
        rules = ("event-outside-life", "speaker-outside-life", "post-outside-life")
        yield ground.add(actor.at, f"{key}: {days_later(str(min(days)), -_YEARS)}").breaks(*rules, at=(actor.at / key, *places))


@operator()
def born_too_late(ground: Ground) -> Iterator[Fault]:
    """A person who is born, or a body that begins, after what is told of it."""
    for actor, places, days in _lives(ground):
        key = "born" if actor.kind == "person" else "start"
        rules = ("event-outside-life", "speaker-outside-life", "post-outside-life")
        yield ground.add(actor.at, f"{key}: {days_later(str(max(days)), _YEARS)}").breaks(*rules, at=(actor.at / key, *places))


@operator()
def part_of_itself(ground: Ground) -> Iterator[Fault]:
    """A body that is part of itself, or of its own part."""
    for actor in ground.actors.values():
        parts = [other for other in ground.actors.values() if other.part_of and other.part_of.id == actor.id]
        for other in (actor, *parts):
            if actor.kind == "person":
                continue
            at = actor.at / "part_of"
            change = ground.put(at, other.id) if actor.part_of else ground.add(actor.at, f"part_of: {other.id}")
            yield change.breaks("part-of-cycle", at=(at, *(part.at / "part_of" for part in parts)))


@operator()
def wikidata_shared(ground: Ground) -> Iterator[Fault]:
    """The Wikidata id of another record."""
    places = [actor.at / "ids" / "wikidata" for actor in ground.actors.values() if ground.data(actor.at / "ids")]
    for at, other in zip(places, places[1:] + places[:1], strict=True):
        yield ground.put(at, ground.data(other)).breaks("shared-external-id", at=(at, other))


@operator()
def wikidata_malformed(ground: Ground) -> Iterator[Fault]:
    """A Wikidata id that is none."""
    for actor in ground.actors.values():
        if name := ground.data(at := actor.at / "ids" / "wikidata"):
            for wrong in (f"{name}x", name[1:], f"q{name[1:]}"):
                yield ground.put(at, wrong, quoted=True).breaks("external-id-syntax", "bad-value", "ambiguous-scalar")
