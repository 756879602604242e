"""The source and the cue of a quote stand in the sentence of its content, or next to it.

The name of a sentence before is easily taken for the speaker. The words are then ascribed to whoever was in the news first.

## Wrong

```yaml
text:
  status: inline
  blocks:
    - {id: h1, text: Seoul seeks talks with Tokyo}
    - {id: p1, text: "Seoul said little about it. Tokyo says that talks with Japan are near."}
mentions:
  - {in: h1, text: Seoul, actor: kor, form: metonym}
  - {in: h1, text: Tokyo, actor: jpn, form: metonym}
  - {in: p1, text: Seoul, actor: kor, form: metonym}
  - {in: p1, text: Tokyo, actor: jpn, form: metonym}
  - {in: p1, text: Japan, actor: jpn}
times: []
quotes:
  - {id: q1, in: p1, type: indirect, speaker: kor, source: Seoul, cue: said, content: "that talks [...] near"}  # <-
events: []
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [mentions, quotes]}
```

## Right

```yaml
text:
  status: inline
  blocks:
    - {id: h1, text: Seoul seeks talks with Tokyo}
    - {id: p1, text: "Seoul said little about it. Tokyo says that talks with Japan are near."}
mentions:
  - {in: h1, text: Seoul, actor: kor, form: metonym}
  - {in: h1, text: Tokyo, actor: jpn, form: metonym}
  - {in: p1, text: Seoul, actor: kor, form: metonym}
  - {in: p1, text: Tokyo, actor: jpn, form: metonym}
  - {in: p1, text: Japan, actor: jpn}
times: []
quotes:
  - {id: q1, in: p1, type: indirect, speaker: jpn, source: Tokyo, cue: says, content: "that talks [...] near"}
events: []
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [mentions, quotes]}
```
"""

from collections.abc import Iterator

from dateline.model.article import Article, Mention, Quote, Words
from dateline.model.cues import cues_in, is_english
from dateline.model.finding import Problem, Related
from dateline.model.marks import ends_sentence
from dateline.model.place import Place
from dateline.model.text import Range
from dateline.rules import rule

# characters: about a long sentence of news copy; the distance that the rulebook was designed with, not measured on a corpus
_FARTHEST = 130
# verbs that do nothing but report; others have more to do: Japan can back, add, show or have its ships back
_SPEAKING = frozenset(
    {"say", "tell", "announce", "declare", "insist", "assert", "affirm", "reaffirm", "reiterate", "explain", "argue", "deny"}
)


@rule("Q417", "warning", since="1.0")
def far_from_source(article: Article) -> Iterator[Problem]:
    """The source and the cue of a quote stand in the sentence of its content, or next to it."""
    for quote in article.quotes:
        if quote.cue is None or quote.cue.range is None:
            continue
        if quote.source and _is_far(article, quote, quote.source, quote.cue):
            yield Problem(
                f'the source "{quote.source.text}" stands over {_FARTHEST} characters from cue and content, in another sentence',
                quote.source.at,
                help="take the word of their own sentence that names the source, if only a pronoun",
                rests_on=_bases(quote),
            )
        elif other := _someone_between(article, quote, quote.cue.range):
            yield Problem(
                f'"{other.words.text}" begins to speak between the cue "{quote.cue.text}" and the content',
                quote.cue.at,
                help="take the cue and the source of the content's own sentence",
                related=(Related(other.at, "the mention between"),),
                rests_on=(*_bases(quote), other.words.at, *(ref.at for ref in other.actors)),
            )


def _is_far(article: Article, quote: Quote, source: Words, cue: Words) -> bool:
    """Whether cue and content share a sentence, and the source is far off in another one."""
    far = _gap(source, quote)
    if far is None or far.end - far.start <= _FARTHEST:
        return False
    near = _gap(cue, quote)
    if near is None or ends_sentence(article.text.words_of(near)):
        return False
    return ends_sentence(article.text.words_of(far)) and _unexplained(article, quote, far) > _FARTHEST


def _gap(words: Words, quote: Quote) -> Range | None:
    """The characters between words and the nearest part of the content, which must be known and in their block."""
    found, gap = words.range, None
    for part in [part.range for part in quote.content]:
        if found is None or part is None:
            return None
        if part.block == found.block:
            start, end = min(found.end, part.end), max(found.start, part.start)
            gap = Range(found.block, start, end) if gap is None or end - start < gap.end - gap.start else gap
    return gap


def _unexplained(article: Article, quote: Quote, gap: Range) -> int:
    """How many characters of a gap belong to no other quote: one subject can have two verbs, and two contents."""
    others = [anchor.range for other in article.quotes if other.id != quote.id for anchor in other.anchors]
    taken = {n for found in others if found and found.overlaps(gap) for n in range(found.start, found.end)}
    return len(set(range(gap.start, gap.end)) - taken)


def _someone_between(article: Article, quote: Quote, cue: Range) -> Mention | None:
    """Somebody else with a verb of speaking, in a sentence that begins after the cue and before the content."""
    gap = _gap(quote.cue, quote) if quote.cue and is_english(article.language) else None
    if gap is None or gap.start != cue.end or not ends_sentence(article.text.words_of(gap)):
        return None
    own = {ref.id for ref in (*quote.speakers, *quote.principals, *quote.addressees)}
    for mention in article.mentions_in(gap.block):
        at = mention.words.range
        if at is None or not gap.holds(at) or not mention.actors or own & {ref.id for ref in mention.actors}:
            continue
        before, after = Range(gap.block, gap.start, at.end), Range(gap.block, at.end, gap.end)
        cues = {cue.lemma for cue in cues_in(article.text.words_of(after))}
        if ends_sentence(article.text.words_of(before)) and not cues.isdisjoint(_SPEAKING):
            # a whole quote between explains its speaker
            return mention if _unexplained(article, quote, gap) == gap.end - gap.start else None
    return None


def _bases(quote: Quote) -> tuple[Place, ...]:
    parts = (quote.source, quote.cue, *quote.content)
    return (*(part.at for part in parts if part), *(ref.at for ref in quote.speakers))
