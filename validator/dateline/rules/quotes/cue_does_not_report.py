"""A cue is a verb or a phrase that ascribes words to somebody.

The cue tells indirect speech from the author's own words; an anchor that slipped to a neighbouring word makes quotes of anything.

## Wrong

```yaml
quotes:
  - id: q1
    in: p1
    type: indirect
    speaker: kor-mnd
    source: Defense Ministry
    cue: Tuesday  # <-
    content: that talks [...] June 2
```

## Right

```yaml
quotes:
  - id: q1
    in: p1
    type: indirect
    speaker: kor-mnd
    source: Defense Ministry
    cue: said
    content: that talks [...] June 2
```
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.cues import cues_in, is_english, words_of
from dateline.model.finding import Problem
from dateline.model.text import GAP
from dateline.rules import rule


@rule("Q415", "warning", since="1.0")
def cue_does_not_report(article: Article) -> Iterator[Problem]:
    """A cue is a verb or a phrase that ascribes words to somebody."""
    if not is_english(article.language):
        return
    for quote in article.quotes:
        cue = quote.cue
        # a colon can be a cue, and words left out can be what reports
        if cue and words_of(cue.text) and GAP not in cue.text and not cues_in(cue.text):
            yield Problem(
                f'"{cue.text}" is no reporting verb or phrase of the lexicon',
                cue.at,
                help="anchor the word that ascribes the content; if this one does, add it to the vocabulary of cues",
                rests_on=(cue.at,),
            )
