"""What README and CONTRIBUTING show is what the program prints and the corpus holds."""

import re
from pathlib import Path

import pytest
from dateline.engine.check import check
from dateline.engine.settings import Settings
from dateline.loading.texts import Copies
from dateline.rules import rulebook

from tests.laid import CORPUS, TOP, copy_of
from tests.program import commands, run

README = (TOP / "README.md").read_text("utf-8")
CONTRIBUTING = (TOP / "CONTRIBUTING.md").read_text("utf-8")
FOLLOW_UP = "articles/dl-2019-06-02-singapore-talks.yaml"
WHERE = ("*.md", ".github/**/*.md", "corpus/*.md", "docs/*.md", "schema/*.md", "tests/*/README.md", "tests/corpora/*/README.md")
PAGES = sorted(path for pattern in WHERE for path in TOP.glob(pattern))


def fences(page: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", page, re.MULTILINE | re.DOTALL)


def test_the_readme_counts_the_rules_by_tens() -> None:
    [tens] = re.findall(r"^More than ([0-9]+) rules", README, re.MULTILINE)
    assert int(tens) == (len(rulebook()) - 1) // 10 * 10


def test_the_finding_in_the_readme_is_printed_by_the_fault_it_tells_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = copy_of(CORPUS, tmp_path / "corpus")
    text = (root / FOLLOW_UP).read_text("utf-8")
    right = "{id: t9, in: p5, text: Saturday, type: date, value: 2019-06-01}"
    assert text.count(right) == 1
    (root / FOLLOW_UP).write_text(text.replace(right, right.replace("06-01", "06-02")), "utf-8")
    monkeypatch.chdir(tmp_path)
    printed = run("check", "corpus", "--color", "never")
    [shown] = [fence for fence in fences(README, "text") if fence.startswith("error")]
    assert printed.exit_code == 1
    assert printed.output.startswith(shown)


def test_the_annotated_paragraph_of_the_readme_is_that_of_the_corpus() -> None:
    record = (CORPUS / FOLLOW_UP).read_text("utf-8")
    lines = [re.sub(r"\s+#.*", "", line).strip() for line in fences(README, "yaml")[0].split("\n")]
    written = {re.sub(r"\s+#.*", "", line).strip() for line in record.split("\n")}
    assert len(lines) > 20
    assert [line for line in lines if line not in written] == []


@pytest.mark.parametrize("command", commands())
def test_the_readme_names_every_command_with_its_options(command: str) -> None:
    rows = re.findall(r"^\| `dateline .*\n(?:\| `\.\.\. .*\n)*", README, re.MULTILINE)
    said = "".join(row for row in rows if re.search(rf"`dateline {command}[ `]", row))
    assert said
    assert [option for option in commands()[command] if not re.search(rf"{option}(?![\w-])", said)] == []


def test_the_article_of_the_recipe_passes(tmp_path: Path) -> None:
    root = copy_of(CORPUS, tmp_path / "corpus")
    [article] = fences(CONTRIBUTING, "yaml")
    name = re.search(r"^id: (.*)$", article, re.MULTILINE)
    assert name
    (root / "articles" / f"{name[1]}.yaml").write_text(article, "utf-8")
    report = check(root, Settings(), Copies(None))
    assert [finding.message for finding in report.findings] == []
    assert report.checked["articles"] == len([*(CORPUS / "articles").glob("*.yaml")]) + 1


def test_a_corpus_of_ones_own_begins_as_the_readme_says(tmp_path: Path) -> None:
    [manifest] = [fence for fence in fences(README, "yaml") if fence.startswith("schema: corpus/")]
    (tmp_path / "dateline.yaml").write_text(manifest, "utf-8")
    report = check(tmp_path, Settings(), Copies(None))
    assert [finding.rule for finding in report.findings] == ["nothing-checked"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(TOP).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    for target, fragment in re.findall(r"\]\((?!https?:)([^)#\s]*)#?([^)\s]*)[^)]*\)", page.read_text("utf-8")):
        leads_to = page.parent / target if target else page
        assert leads_to.exists(), target
        assert not fragment or fragment in fragments(leads_to), f"{target}#{fragment}"


def fragments(page: Path) -> set[str]:
    """What GitHub makes of headings."""
    headings = re.findall(r"^#+ (.*)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}
