"""The cue of a quote and what the quote is said to hold or to be do not contradict each other.

"denied" beside a stance that asserts turns a denial into a confession; both are typed in seconds, and read as facts for years.

## Wrong

```yaml articles/dl-2019-06-02-meeting.yaml
quotes:
  - id: q1
    in: p2
    type: indirect
    speaker: jpn
    source: Japan
    cue: says
    content: that a radar [...] aircraft
    about: {kor-jpn-radar-lock-on-2018-12: denies}
  - id: q2
    in: p2
    type: indirect
    speaker: kor
    source: South Korea
    cue: denies
    content: it
    about: {kor-jpn-radar-lock-on-2018-12: asserts}  # <-
```

## Right

```yaml articles/dl-2019-06-02-meeting.yaml
quotes:
  - id: q1
    in: p2
    type: indirect
    speaker: jpn
    source: Japan
    cue: says
    content: that a radar [...] aircraft
    about: {kor-jpn-radar-lock-on-2018-12: asserts}
  - id: q2
    in: p2
    type: indirect
    speaker: kor
    source: South Korea
    cue: denies
    content: it
    about: {kor-jpn-radar-lock-on-2018-12: denies}
```
"""

from collections.abc import Iterator

from dateline.model.article import Article, Quote
from dateline.model.corpus import Reading
from dateline.model.cues import cues_in, is_english, is_turned_round, turns_round, words_of
from dateline.model.finding import Problem, Related
from dateline.rules import rule

# types that an utterance against somebody can have: an accusation is also a remark, and can come with a demand or a threat
_AGAINST = {"accuse", "reject", "request", "threaten", "protest", "statement", "other"}
_ANAPHOR = 4  # words: "it", "any such thing"; a longer content without a mention of the event may be about something else


@rule("Q416", "warning", since="1.0")
def cue_against_stance(thing: Article | Reading) -> Iterator[Problem]:
    """The cue of a quote and what the quote is said to hold or to be do not contradict each other."""
    return _denials(thing) if isinstance(thing, Article) else _accusations(thing)


def _denials(article: Article) -> Iterator[Problem]:
    """Quotes that deny an event by their cue and assert it by their stance."""
    for quote in article.quotes if is_english(article.language) else ():
        taken = quote.about[0] if len(quote.about) == 1 else None
        if taken and quote.cue and taken.stance == "asserts" and _surely_denies(article, quote):
            yield Problem(
                f'the cue is "{quote.cue.text}", but {quote.id} asserts {taken.event.id}',
                taken.at,
                help="mend the stance or the cue",
                related=(Related(quote.cue.at, "the cue"),),
                rests_on=(quote.cue.at, taken.event.at, *(part.at for part in quote.content)),
            )


def _surely_denies(article: Article, quote: Quote) -> bool:
    """Whether the cue denies the event: not that it was called off ("denied cancelling the talks"), nor "did not deny"."""
    contents = [part.range for part in quote.content if part.range]
    if quote.cue is None or quote.cue.range is None or len(contents) < len(quote.content):
        return False
    said = " ".join(article.text.words_of(part) for part in contents)
    if not _denies(quote.cue.text) or turns_round(said) or is_turned_round(article.text.words_before(quote.cue.range)):
        return False
    told = [mention for mention in article.events if (at := mention.words.range) and any(part.holds(at) for part in contents)]
    if not told:
        return len(words_of(said)) <= _ANAPHOR
    denied = quote.about[0].event.id
    return all([ref.id for ref in mention.events] == [denied] and mention.status != "negated" for mention in told)


def _denies(cue: str) -> bool:
    """Whether a cue is a form of "deny" and holds nothing that turns it round."""
    found = cues_in(cue)
    if [entry.lemma for entry in found] != ["deny"]:
        return False
    return not turns_round(" ".join(word for word in words_of(cue) if (word,) not in found[0].forms))


def _accusations(reading: Reading) -> Iterator[Problem]:
    """Quotes that accuse by their cue, and are an event that is nothing of the kind."""
    for spoken in reading.article.spoken:
        act = reading.event(spoken.act.id) if spoken.act else None
        if spoken.act is None or act is None or act.type in _AGAINST or spoken.cue is None:
            continue
        if any(cue.accuses for cue in cues_in(spoken.cue)):
            yield Problem(
                f'the cue is "{spoken.cue}", but {act.id} is of the type "{act.type}"',
                spoken.act.at,
                help="name the event that the utterance is, mend its type, or leave `act` out",
                related=(Related(act.at / "type", f'the type is "{act.type}"'),),
                rests_on=(spoken.act.at, spoken.at / "cue", spoken.at / "cue" / "text"),
            )
