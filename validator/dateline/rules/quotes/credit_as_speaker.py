"""The source of a quote is no credit of a picture or a wire.

"(Yonhap)" at the end of a caption says whose picture it is, not who says what the caption says.

## Wrong

```yaml
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [quotes]}
text:
  status: inline
  blocks:
    - {id: h1, text: Seoul seeks talks with Tokyo}
    - {id: c1, text: Ministers at an earlier meeting (Yonhap)}
unnamed: {_agency: {role: news agency, number: one}}
mentions:
  - {in: c1, text: Yonhap, actor: _agency, form: name}
times: []
quotes:
  - id: q1
    in: c1
    type: indirect
    speaker: _agency
    source: Yonhap  # <-
    content: Ministers [...] meeting
events: []
```

## Right

```yaml
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: []}
text:
  status: inline
  blocks:
    - {id: h1, text: Seoul seeks talks with Tokyo}
    - {id: c1, text: Ministers at an earlier meeting (Yonhap), credit: Yonhap}
mentions: []
times: []
quotes: []
events: []
```
"""

from collections.abc import Iterator

from dateline.model.article import Article, Words
from dateline.model.blocks import Block
from dateline.model.finding import Problem
from dateline.model.marks import stands_in_brackets
from dateline.model.text import normalised
from dateline.rules import rule

_AFTER = ").]"  # what may follow a credit at the end of its paragraph


@rule("Q427", "warning", since="1.0", preview=True)
def credit_as_speaker(article: Article) -> Iterator[Problem]:
    """The source of a quote is no credit of a picture or a wire."""
    for quote in article.quotes:
        source = quote.source
        block = article.text.block(source.block) if source else None
        if source is None or block is None:
            continue
        # with a cue the same words report: "Yonhap said"
        if _stands_at_end_in_brackets(block, source) or (quote.cue is None and _is_credit(block, source)):
            message = f'the source "{source.text}" is a credit of {block.id}'
            advice = "take away the quote; the credit of a picture belongs to its block: credit"
            yield Problem(message, source.at, help=advice, rests_on=(source.at,))


def _stands_at_end_in_brackets(block: Block, source: Words) -> bool:
    text = block.words
    if text is None or source.range is None or not stands_in_brackets(text, source.range):
        return False
    return not text[source.range.end :].strip(_AFTER)


def _is_credit(block: Block, source: Words) -> bool:
    return block.credit is not None and normalised(block.credit).casefold() == normalised(source.text).casefold()
