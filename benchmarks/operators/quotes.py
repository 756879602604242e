"""Faults of what is quoted: its kind, its marks, its nesting, what it is about and what the speaker holds of it."""

from collections.abc import Iterator
from functools import cache

from dateline.model.article import Article, Quote
from dateline.model.edtf import EdtfDate, EdtfInterval, surely_before
from dateline.model.place import Place
from dateline.model.standard import vocabulary
from dateline.model.text import normalised

from benchmarks.operators.fault import Fault, operator
from benchmarks.operators.ground import Ground, words_of


def _quotes(ground: Ground) -> Iterator[tuple[Article, Quote]]:
    return ((article, quote) for article in ground.articles for quote in article.quotes)


def _readable(ground: Ground) -> Iterator[tuple[Article, Quote]]:
    return ((article, quote) for article in ground.readable for quote in article.quotes)


def _content(quote: Quote) -> tuple[Place, ...]:
    return (quote.at / "type", *(words.at for words in quote.content))


@operator()
def indirect_called_direct(ground: Ground) -> Iterator[Fault]:
    """Reported speech called direct."""
    for _, quote in _readable(ground):
        if quote.type == "indirect":
            yield ground.put(quote.at / "type", "direct").breaks("direct-without-marks", at=_content(quote))


@operator()
def mixed_called_direct(ground: Ground) -> Iterator[Fault]:
    """Reported speech with quoted words in it, called direct."""
    for _, quote in _readable(ground):
        if quote.type == "mixed":
            yield ground.put(quote.at / "type", "direct").breaks("direct-without-marks", at=_content(quote))


@operator(needs_copy=True)
def direct_called_indirect(ground: Ground) -> Iterator[Fault]:
    """Words between quotation marks called reported speech."""
    for _, quote in _readable(ground):
        if quote.type == "direct":
            yield ground.put(quote.at / "type", "indirect").breaks("indirect-in-marks", at=_content(quote))


@operator()
def indirect_called_mixed(ground: Ground) -> Iterator[Fault]:
    """Reported speech called mixed, without any quoted words."""
    for _, quote in _quotes(ground):
        if quote.type == "indirect":
            rules = ("missing-field", "wrong-combination", "verbatim-without-marks")
            yield ground.put(quote.at / "type", "mixed").breaks(*rules, at=(quote.at, quote.at / "type"))


@operator()
def verbatim_moved(ground: Ground) -> Iterator[Fault]:
    """Words called quoted that stand without marks."""
    for article, quote in _readable(ground):
        for verbatim in quote.verbatim:
            held = [found for words in quote.content if (found := words.range)]
            inside = [one for one in words_of(article, quote.block.id) if any(found.holds(one) for found in held)]
            for one in inside:
                if verbatim.range and not one.overlaps(verbatim.range):
                    yield ground.put(verbatim.at, article.text.words_of(one)).breaks("verbatim-without-marks")


@operator(needs_copy=True)
def insertion_moved(ground: Ground) -> Iterator[Fault]:
    """Words called an insertion that stand without brackets, or outside the quotation."""
    for article, quote in _readable(ground):
        taken = [found for words in quote.insertions if (found := words.range)]
        for insertion in quote.insertions:
            for one in words_of(article, quote.block.id):
                if not any(one.overlaps(found) for found in taken):
                    yield ground.put(insertion.at, article.text.words_of(one)).breaks("insertion-misplaced")


@operator(needs_copy=True)
def closing_mark_lost(ground: Ground) -> Iterator[Fault]:
    """A direct quotation that ends before its closing mark."""
    for article, quote in _readable(ground):
        for words in quote.content if quote.type == "direct" else ():
            inside = [one for one in words_of(article, words.block) if words.range and words.range.holds(one)][-4:-1]
            for one in inside:
                head = words.text.partition(" [...] ")[0]
                change = ground.put(words.at, f"{head} [...] {article.text.words_of(one)}")
                yield change.breaks("split-marks", "direct-without-marks", "fingerprint-missing")


@operator(needs_copy=True)
def quotation_forgotten(ground: Ground) -> Iterator[Fault]:
    """Words between quotation marks that no quote covers."""
    for article, quote in _readable(ground):
        if quote.type == "direct":
            block = article.text.block(quote.block.id)
            users = [ref.at for m in article.events for ref in m.via if ref.id == quote.id]
            users += [time.anchor.at for time in article.times if time.anchor and time.anchor.id == quote.id]
            places = (*users, *((block.at,) if block else ()))
            yield ground.drop(quote.at).breaks("unexplained-marks", "dangling-local-id", at=places)


@operator()
def cue_without_speech(ground: Ground) -> Iterator[Fault]:
    """A cue that reports nothing."""
    for article, quote in _readable(ground):
        free = [article.text.words_of(one) for one in ground.free_words(article, quote.block.id)]
        plain = [word for word in free if word.islower() and not _is_cue(word)][:3]
        for word in plain if quote.cue else ():
            at = ground.holder(quote.cue) if quote.cue else quote.at
            yield ground.put(at, word).breaks("cue-does-not-report", at=(at, quote.at / "cue"))


@cache
def _cues() -> dict[str, dict[str, object]]:
    terms = vocabulary("cues")["terms"]
    return {str(form): term for term in terms.values() for form in term["forms"]}


def _is_cue(word: str) -> bool:
    return any(form.startswith(word[:4]) or word in form.split() for form in _cues())


@operator()
def cue_within_the_content(ground: Ground) -> Iterator[Fault]:
    """A cue that is the first word of what is said."""
    for article, quote in _readable(ground):
        found = quote.content[0].range
        inside = [one for one in words_of(article, quote.block.id) if found and found.holds(one)]
        if quote.cue and inside:
            at = ground.holder(quote.cue)
            change = ground.put(at, article.text.words_of(inside[0]))
            yield change.breaks("parts-overlap", "cue-does-not-report", at=(at, quote.content[0].at))


@operator()
def nested_in_itself(ground: Ground) -> Iterator[Fault]:
    """A quote within itself, or within a quote that it holds."""
    for article, quote in _quotes(ground):
        inner = [other for other in article.quotes if other.within and other.within.id == quote.id]
        for other in (quote, *inner):
            change = ground.put(quote.within.at, other.id) if quote.within else ground.add(quote.at, f"within: {other.id}")
            at = (quote.at / "within", *(one.within.at for one in inner if one.within))
            yield change.breaks("nested-cycle", at=at)


@operator()
def nested_elsewhere(ground: Ground) -> Iterator[Fault]:
    """A quote said to be within one that does not hold it."""
    for article, quote in _readable(ground):
        for other in article.quotes:
            held = [words.range for words in other.content]
            # the content of an inner one may be said to lie in the outer one
            lies = any(out and (inn := words.range) and out.holds(inn) for out in held for words in quote.content)
            if other.id != quote.id and not lies and (quote.within is None or quote.within.id != other.id) and not other.within:
                change = ground.put(quote.within.at, other.id) if quote.within else ground.add(quote.at, f"within: {other.id}")
                yield change.breaks("quote-outside-parent", at=(quote.at / "within", quote.content[0].at))
                break


@operator()
def stance_against_the_cue(ground: Ground) -> Iterator[Fault]:
    """A denial that asserts, or a claim or accusation that denies or supports."""
    turned = {"denies": "asserts", "opposes": "supports"}
    for _, quote in _quotes(ground):
        cue = _cues().get(normalised(quote.cue.text).lower(), {}) if quote.cue else {}
        for stance in quote.about:
            if cue.get("polarity") == stance.stance and stance.stance in turned:
                change = ground.put(stance.at, turned[stance.stance])
                yield change.breaks("cue-against-stance", at=(stance.at, quote.cue.at if quote.cue else quote.at))


@operator()
def about_another_event(ground: Ground) -> Iterator[Fault]:
    """A quote about an event that the article never mentions."""
    for article, quote in _quotes(ground):
        mentioned = {ref.id for mention in article.events for ref in mention.events}
        absent = [name for name in ground.events if name not in mentioned]
        for stance in quote.about if absent else ():
            yield ground.rename(stance.at, absent[len(quote.id) % len(absent)]).breaks(
                "about-without-mention", "via-says-nothing", at=(stance.at, *_via(article, quote))
            )


def _via(article: Article, quote: Quote) -> tuple[Place, ...]:
    return tuple(ref.at for mention in article.events for ref in mention.via if ref.id == quote.id)


@operator()
def what_it_is_about_dropped(ground: Ground) -> Iterator[Fault]:
    """The stance that a disputed mention rests on, taken away."""
    for article, quote in _quotes(ground):
        for stance in quote.about:
            users = [
                ref.at
                for mention in article.events
                for ref in mention.via
                if ref.id == quote.id and mention.status == "disputed" and stance.event.id in [one.id for one in mention.events]
            ]
            if users:
                change = ground.drop(stance.at if len(quote.about) > 1 else quote.at / "about")
                yield change.breaks("via-says-nothing", at=tuple(users))


@operator()
def said_at_another_event(ground: Ground) -> Iterator[Fault]:
    """A quote said at an event of another day."""
    for article, quote in _quotes(ground):
        for event in ground.events.values() if quote.setting else ():
            day = event.date.value if event.date else None
            if quote.setting and isinstance(day, EdtfDate | EdtfInterval) and article.day and surely_before(article.day, day, 3):
                rules = ("setting-on-another-day", "said-after-document")
                yield ground.put(quote.setting.at, event.id).breaks(*rules)


@operator()
def said_on_another_day(ground: Ground) -> Iterator[Fault]:
    """A quote from an event, said on another day than the event's."""
    for article, quote in _quotes(ground):
        place = ground.events.get(quote.setting.id) if quote.setting else None
        for time in article.times if place and place.date else ():
            value = time.value
            if isinstance(value, EdtfDate) and place and place.date and value.is_day and surely_before(value, place.date.value, 1):
                at = quote.at / "time"
                change = ground.put(at, time.id) if quote.time else ground.add(quote.at, f"time: {time.id}")
                yield change.breaks("setting-on-another-day", at=(at, quote.at / "setting"))


@operator()
def said_too_late(ground: Ground) -> Iterator[Fault]:
    """A quote said after the article was written."""
    for article, quote in _quotes(ground):
        for time in article.times:
            late = isinstance(time.value, EdtfDate | EdtfInterval) and article.day and surely_before(article.day, time.value, 1)
            if late:
                at = quote.at / "time"
                change = ground.put(at, time.id) if quote.time else ground.add(quote.at, f"time: {time.id}")
                yield change.breaks("said-after-document", at=(at,))
