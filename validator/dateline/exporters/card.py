"""The card of a release: ``README.md``, whose front matter tells Hugging Face what is in it.

Source: https://github.com/huggingface/hub-docs/blob/main/datasetcard.md
Source: https://huggingface.co/docs/hub/datasets-manual-configuration
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from dateline.exporters import changes, citation, describe, licences, splits, statement
from dateline.exporters.about import SUBJECT, About
from dateline.exporters.columns import Record, Rows
from dateline.exporters.places import tables_in
from dateline.exporters.reading import texts_of, unconfirmed_in
from dateline.exporters.signs import page, plain, quoted
from dateline.exporters.tables import ARTICLES, MENTIONS, RELEASED
from dateline.model.standoff import Standoff

NAME = "README.md"
_TASKS = ("token-classification", "text-classification")
# the hub knows licences by these names, and takes no others
_KNOWN = {
    *("apache-2.0", "mit", "cc0-1.0", "odbl", "pddl", "cc-by-4.0", "cc-by-sa-4.0"),
    *("cc-by-nc-4.0", "cc-by-nd-4.0", "cc-by-nc-sa-4.0", "cc-by-nc-nd-4.0"),
}
_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"), (10_000_000, "1M<n<10M"))
_WARNING = (
    "> Values may be wrong, records that could not be read are missing, and what refers to them refers to nothing.",
    "> Do not publish it as it is.",
)
_WITHHELD = """The texts of {count} of {all} articles belong to others and are **withheld**: `text` is empty there. Digests
and lengths stay, and, within narrow limits, the words that were annotated; the places of these words are {places}.
Who has a lawful copy of an article fills the text in with `dateline hydrate`, which verifies it paragraph by paragraph:

| withheld article | publisher | published | rights |
|---|---|---|---|
"""


def card(about: About, rows: Rows, files: Mapping[str, bytes], documents: Sequence[Standoff] = ()) -> bytes:
    """The card of a release that holds these rows in these files, and these documents for annotators' tools."""
    articles = list(ARTICLES.records(rows))
    parts = [_front(about, rows, articles, files), _title(about, unconfirmed_in(rows)), _contents(rows)]
    return page([*parts, _texts(articles, rows), _tools(documents, len(articles)), _rest(about, files)])


def _front(about: About, rows: Rows, articles: list[Record], files: Mapping[str, bytes]) -> str:
    languages = sorted({str(article["language"]).partition("-")[0].lower() for article in articles})
    lines = ["---", f"pretty_name: {quoted(about.manifest.title)}", *_licence(about)]
    lines += _list("language", languages) + _list("task_categories", _TASKS)
    lines += _list("size_categories", [_size(sum(map(len, rows.values())))])
    lines += _list("annotations_creators", ["expert-generated", *(["machine-generated"] if unconfirmed_in(rows) else [])])
    lines += ["tags:", *(f"- {word}" for word in citation.KEYWORDS)]
    configs = tables_in(files)
    lines += ["configs:"] if configs else []
    for name, path in configs.items():
        lines += [f"- config_name: {name}", *(["  default: true"] if name == "articles" else [])]
        # the tables are not cut: the column `split` says what is for training
        lines += ["  data_files:", "  - split: full", f"    path: {quoted(path)}"]
    return "\n".join([*lines, "---", ""])


def _licence(about: About) -> list[str]:
    known = about.manifest.license.lower()
    if known in _KNOWN:
        return [f"license: {known}"]
    return ["license: other", f"license_name: {quoted(known)}", f"license_link: {licences.NAME}"]


def _list(name: str, values: Iterable[str]) -> list[str]:
    items = [f"- {quoted(value)}" for value in values]
    return [f"{name}:", *items] if items else []


def _size(count: int) -> str:
    return next((name for bound, name in _SIZES if count < bound), "10M<n<100M")


def _title(about: About, unconfirmed: int) -> str:
    day = f", as of {about.day.isoformat()}" if about.day else ""
    lines = [f"# {plain(about.manifest.title)}", "", f"Version {plain(about.manifest.version)}{day}. {SUBJECT}"]
    if about.errors:
        told = f"> **Warning: exported in spite of {about.told_errors}** that `dateline check` finds in the corpus."
        lines += ["", told, *_WARNING]
    if unconfirmed:
        lines += [
            "",
            f"> **{unconfirmed} annotations were proposed by a program and confirmed by nobody**: see `suggested`.",
        ]
    return "\n".join([*lines, ""])


def _contents(rows: Rows) -> str:
    lines = ["## What it holds", "", "| table | rows | a row is |", "|---|---:|---|"]
    for table in RELEASED:
        lines += [f"| [`{table.name}`]({describe.NAME}#{table.name}) | {len(rows[table.name])} | {table.meaning} |"]
    return "\n".join([*lines, "", f"Every column is described in [{describe.NAME}]({describe.NAME}).", ""])


def _texts(articles: list[Record], rows: Rows) -> str:
    withheld = [article for article in articles if article["text_status"] == "withheld"]
    head = "## What is withheld, and why\n\n"
    if not withheld:
        return f"{head}Nothing: all texts are in the release.\n"
    lines = [texts_of(article, "id", "publisher", "published", "rights_holder") for article in withheld]
    table = "".join(f"| {' | '.join(map(plain, line))} |\n" for line in lines)
    hidden = {article["id"] for article in withheld}
    placed = any(row["char_start"] is not None for row in MENTIONS.records(rows) if row["article"] in hidden)
    places = "given" if placed else "not known here, since no copies were at hand"
    return head + _WITHHELD.format(count=len(withheld), all=len(articles), places=places) + table


def _tools(documents: Sequence[Standoff], articles: int) -> str:
    if not documents:
        return ""
    lines = ["## For the tools of annotators", ""]
    lines += [f"`brat/` and `cas/`, as far as they are here, hold the {len(documents)} of {articles} articles whose text is free."]
    lines += ["`dateline import` takes them back. They do not hold:", ""]
    dropped = Counter(what for document in documents for what in document.dropped)
    return "\n".join([*lines, *(f"* {plain(what)} ({count} of {len(documents)})" for what, count in sorted(dropped.items())), ""])


def _rest(about: About, files: Mapping[str, bytes]) -> str:
    lines = ["## Where the rest stands", ""]
    if about.statement is not None:
        lines += [f"* How the data came about, and their limits: [the data statement]({statement.NAME})."]
    lines += [f"* Licences: annotations {plain(about.manifest.license)}; texts as [{licences.NAME}]({licences.NAME}) says."]
    lines += [f"* To cite: [{citation.NAME}]({citation.NAME})."]
    lines += [
        f"* What is for training or a test: [{splits.PATH}]({splits.PATH}). No event is in both; few articles are all for training."
    ]
    lines += [f"* What changed: [{changes.NAME}]({changes.NAME})."] if changes.NAME in files else []
    return "\n".join([*lines, "* To verify: `sha256sum -c SHA256SUMS`."])
