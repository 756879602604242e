"""Words are annotated once with the same meaning.

A mention that stands in the file twice is counted twice, in every table that is made of the corpus.

## Wrong

```yaml
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: []}
mentions:
  - {in: h1, text: Seoul, actor: kor, form: metonym}
  - {in: h1, text: Tokyo, actor: jpn, form: metonym}
  - {in: h1, text: Seoul, actor: kor, form: metonym}  # <-
```

## Right

```yaml
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: []}
mentions:
  - {in: h1, text: Seoul, actor: kor, form: metonym}
  - {in: h1, text: Tokyo, actor: jpn, form: metonym}
```

## Fix

Safe: takes the second away, where it says nothing that the first does not.
"""

from collections.abc import Iterable, Iterator

from dateline.model.article import Article, EventMention, Mention, Words
from dateline.model.finding import Fix, Problem, Related, Remove
from dateline.model.placed import Ref
from dateline.model.text import normalised
from dateline.rules import rule


@rule("A208", "warning", since="1.0")
def duplicate_mention(article: Article) -> Iterator[Problem]:
    """Words are annotated once with the same meaning."""
    yield from _doubled(article.mentions)
    yield from _doubled(article.events)


def _doubled(annotations: Iterable[Mention | EventMention]) -> Iterator[Problem]:
    for first, second in _same(annotations):
        adds_nothing = _detail(second) in (None, _detail(first))
        fix = Fix((Remove(second.at),), safe=True) if adds_nothing else None
        message = f'"{second.words.text}" in {second.words.block} is annotated twice with the same meaning'
        related = (Related(first.at, "the first"),)
        yield Problem(message, second.at, help="take one of them away, or mend it with nth", related=related, fix=fix)


def _same(annotations: Iterable[Mention | EventMention]) -> Iterator[tuple[Mention | EventMention, Mention | EventMention]]:
    """Every annotation after the first with its words and its meaning, with that first one."""
    by_words: dict[object, list[Mention | EventMention]] = {}
    for second in annotations:
        if where := _where(second.words):
            by_words.setdefault(where, []).append(second)
    for annotated in by_words.values():
        seen: dict[object, Mention | EventMention] = {}
        for second in annotated if len(annotated) > 1 else ():
            first = seen.setdefault(_meaning(second), second)
            if first is not second:
                yield first, second


def _where(words: Words) -> object:
    """The place in the text, as well as it is known; none for an anchor that does not lead to one."""
    if words.range or words.trouble:
        return words.range
    return words.block, normalised(words.text), words.nth


def _meaning(annotation: Mention | EventMention) -> object:
    if isinstance(annotation, Mention):
        return _ids(annotation.actors), annotation.place, annotation.form, annotation.tenure
    return _ids(annotation.events), annotation.type, annotation.status, _ids(annotation.via)


def _detail(annotation: Mention | EventMention) -> str | None:
    """The office or the time that an annotation adds to its meaning."""
    detail = annotation.post if isinstance(annotation, Mention) else annotation.time
    return detail.id if detail else None


def _ids(refs: Iterable[Ref]) -> frozenset[str]:
    return frozenset(ref.id for ref in refs)
