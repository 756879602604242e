"""An article that corrects another is of the genre correction.

A text that puts another right repeats what it withdraws; who counts news reads past it, if it is called news.

## Wrong

```yaml articles/dl-2019-06-02-meeting.yaml
genre: news  # <-
corrects: dl-2019-05-21-talks
```

## Right

```yaml articles/dl-2019-06-02-meeting.yaml
genre: correction
corrects: dl-2019-05-21-talks
```
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.finding import Problem, Related
from dateline.rules import rule


@rule("P709", "warning", since="1.0", preview=True)
def correction_called_otherwise(article: Article) -> Iterator[Problem]:
    """An article that corrects another is of the genre correction."""
    if article.corrects and article.genre not in (None, "correction"):
        yield Problem(
            f'it corrects "{article.corrects.id}", but its genre is "{article.genre}"',
            article.at / "genre",
            help="write genre: correction, or leave out corrects",
            related=(Related(article.corrects.at, "what it corrects"),),
            rests_on=(article.corrects.at,),
        )
