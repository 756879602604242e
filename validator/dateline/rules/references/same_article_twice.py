"""An article is in the corpus once.

An article that is annotated twice counts twice, and its two annotations contradict each other sooner or later.

## Wrong

```yaml
url: https://news.example/view?id=1
```

```yaml articles/dl-2019-06-02-meeting.yaml
url: https://news.example/view?id=1  # <-
```

## Right

```yaml
url: https://news.example/view?id=1
```

```yaml articles/dl-2019-06-02-meeting.yaml
url: https://news.example/view?id=2
```
"""

from collections.abc import Iterator

from dateline.model.corpus import Corpus
from dateline.model.facts import Facts
from dateline.model.facts.copies import Printing
from dateline.model.finding import Problem, Related
from dateline.model.place import Place
from dateline.rules import rule


@rule("R518", "error", since="1.0")
def same_article_twice(corpus: Corpus) -> Iterator[Problem]:
    """An article is in the corpus once."""
    by_url: dict[str, Facts] = {}
    by_text: dict[tuple[str, str], tuple[Facts, Place]] = {}
    for article in corpus.articles():
        if (printing := article.printing) is None:
            continue
        known = by_url.setdefault(_address(printing.url), article) if printing.url else article
        if known is not article:
            yield _problem("the address", article, article.at / "url", known, known.at / "url")
            continue
        if printing.digest:
            known, at = by_text.setdefault((printing.digest, _printer(printing)), (article, printing.digest_at))
            if known is not article:
                yield _problem("the text", article, printing.digest_at, known, at)


def _problem(what: str, article: Facts, at: Place, known: Facts, known_at: Place) -> Problem:
    return Problem(
        f"{what} is also that of {known.id}",
        at,
        help="keep one of the two records, or mend what belongs to the other article",
        related=(Related(known_at, "the other"),),
        # an article that was copied and not renamed, and a digest that is not that of the text, are mistakes of their own
        rests_on=(at, known_at, article.at / "id", known.at / "id"),
    )


def _address(url: str) -> str:
    """An address without what does not tell pages apart: scheme, case of the host, fragment, a final slash."""
    host, _, path = url.partition("://")[2].partition("#")[0].partition("/")
    return f"{host.lower()}/{path}".rstrip("/")


def _printer(printing: Printing) -> str:
    """Who prints it: the text of an agency may rightly stand in two papers."""
    return printing.publisher if printing.agency else ""
