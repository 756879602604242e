"""The lexicon of cues: which forms are of the past, and which words turn what is said round."""

import pytest
from dateline.model.cues import cues_in, is_participle, is_past, lexicon, turns_round


@pytest.mark.parametrize("cue", ["emphasize", "recognize that", "emphasise", "says", "saying", "to set out", "they hit back"])
def test_what_is_said_today_or_may_be_is_not_of_the_past(cue: str) -> None:
    assert not is_past(cue)


@pytest.mark.parametrize("cue", ["emphasized", "emphasised", "pointed out", "wrote", "spelt out", "has denied", "backpedalled"])
def test_what_was_said_is_of_the_past(cue: str) -> None:
    assert is_past(cue)


def test_no_form_of_the_past_is_of_the_present_too() -> None:
    for cue in lexicon():
        present = {form for form in cue.forms if form[0].endswith(("s", "ing"))}
        assert not present & set(cue.past)
        assert all((f"{form[0]}s", *form[1:]) not in cue.forms for form in cue.past)


@pytest.mark.parametrize("form", ["memos", "realized", "realizes", "learnt", "spelt out", "backpedalling", "pled", "forecasted"])
def test_other_spellings_are_forms_too(form: str) -> None:
    assert cues_in(form)


def test_cues_are_found_as_whole_words_in_the_order_of_the_text() -> None:
    assert [cue.lemma for cue in cues_in("he denied it, and pointed it out")] == ["deny"]
    assert [cue.lemma for cue in cues_in("it pointed out, and then said, and said")] == ["point out", "say"]
    assert is_participle("denying")
    assert not is_participle("denying it")


@pytest.mark.parametrize("word", ["cancels", "blocks", "fails", "stops", "violates", "hid", "hidden", "loses", "breaks", "isn't"])
def test_a_word_turns_round_in_all_its_forms(word: str) -> None:
    assert turns_round(f"that Japan {word} the talks")
