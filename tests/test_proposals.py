"""What is proposed of sentences: each case of ``proposals.yaml`` is a text, and everything of the layers that it lists."""

from functools import cache
from typing import Any

import pytest
import yaml
from dateline.importers.article import Wanted, drafted
from dateline.importers.draft import Draft, Named, Said, Timed
from dateline.importers.records import known_corpus
from dateline.model.corpus import Registry
from dateline.model.text import Range

from tests.laid import HERE

CASES = yaml.safe_load((HERE / "proposals.yaml").read_text("utf-8"))


@cache
def cast() -> Registry:
    return known_corpus(HERE / "corpora" / "cast")


def draft_of(text: str, **wanted: Any) -> Draft:  # noqa: ANN401 - fields of any shape
    # an original: of a withheld text as short as these, the rules let nearly nothing be shown
    said = {"published": "2019-05-21", "publisher": "An Outlet", "day": "2026-11-25", "by": "first", "license": "CC-BY-4.0"}
    rests_on = {"is_original": True, "is_withheld": False, "sources": ("https://example.org/a",)}
    return drafted(f"A headline\n\n{text}", Wanted(**{**said, **rests_on, **wanted}), cast())


def shown(draft: Draft) -> dict[str, list[str]]:
    def words(at: Range) -> str:
        return draft.words_of(at.block)[at.start : at.end]

    def mention(named: Named) -> str:
        whom = " and ".join(named.actors) or f"in {named.place}"
        return " ".join(filter(None, [words(named.at), "=", whom, named.form, named.post and f"as {named.post}"]))

    def time(timed: Timed) -> str:
        end = timed.end and f"until {timed.end}"
        return " ".join(filter(None, [words(timed.at), "=", timed.type, timed.value, timed.mod, end]))

    def quote(said: Said) -> str:
        roles = [said.speaker, said.principal and f"for {said.principal}", said.addressee and f"to {said.addressee}"]
        parts = [said.type, " ".join(filter(None, roles)), words(said.source), words(said.cue), " + ".join(map(words, said.parts))]
        marked = {"when": [said.time] if said.time else [], "not theirs": said.insertions, "theirs": said.verbatim}
        return " / ".join([*parts, *(f"{name}: {', '.join(map(words, ranges))}" for name, ranges in marked.items() if ranges)])

    unnamed = [f"{one.id}: {' '.join(filter(None, [one.number, one.role, one.of, one.kind]))}" for one in draft.unnamed]
    return {
        "mentions": [mention(named) for named in draft.mentions],
        "times": [time(timed) for timed in draft.times],
        "quotes": [quote(said) for said in draft.quotes],
        "unnamed": unnamed,
    }


@pytest.mark.parametrize("case", CASES, ids=[case["sentence"] for case in CASES])
def test_a_sentence_yields_these_proposals(case: dict[str, Any]) -> None:
    found = shown(draft_of(case["text"], **case.get("wanted", {})))
    layers = [layer for layer in found if layer in case]
    assert layers
    assert {layer: found[layer] for layer in layers} == {layer: case[layer] for layer in layers}
