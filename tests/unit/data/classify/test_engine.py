"""Which rule decides, and what it leaves alone."""

from __future__ import annotations

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.classify.engine import ANSWER, classify, engine_of
from data.classify.rules import own_table

THEFT = {"pattern": "stole ... cattle"}
GUNS = {"pattern": "seized ... rifles", "kind": "seizure.firearms"}
ROUNDS = {"pattern": "seized ... rounds", "kind": "seizure.ammunition"}
BATTLE = "violence.battle"


def test_a_rule_gives_its_kind_its_name_and_its_confidence(told):
    assert told("Men stole some cattle.", THEFT) == ("cattle_theft", "r1", 0.9)


@pytest.mark.parametrize("note", ["Nothing of it.", "", None, "stole", "cattle stole"])
def test_what_no_rule_fits_is_not_classified(told, note):
    assert told(note, THEFT) == ("unclassified", None, None)


def test_the_higher_priority_decides_whatever_the_order_of_rows(told):
    lower = {**GUNS, "pattern": "stole", "priority": 20}
    assert told("Men stole some cattle.", lower, THEFT)[1] == "r2"


@pytest.mark.parametrize(("note", "kind"), [
    ("Police seized 3 rifles and 40 rounds.", "seizure.firearms"),
    ("Police seized 40 rounds and 3 rifles.", "seizure.ammunition"),
    ("Rounds were lost. Police seized 3 rifles, 4 rounds.", "seizure.firearms"),
])
def test_of_equal_rules_what_is_named_first_counts(told, note, kind):
    assert told(note, ROUNDS, GUNS)[0] == kind


@pytest.mark.parametrize(("note", "fits"), [
    ("No men stole cattle.", False), ("Men stole cattle. No one was hurt.", True),
    ("No one was hurt. Men stole cattle.", True), ("No one. No men stole cattle.", False),
    ("No men stole cattle. Others stole cattle.", True),
])
def test_a_veto_holds_in_its_own_sentence(told, note, fits):
    assert (told(note, {**THEFT, "vetoes": "no ; never"})[1] == "r1") == fits


CODED = {"pattern": "", "codes": "acled:sub=Abduction/forced; acled:sub=Hostage",
         "kind": "kidnapping", "confidence": "low"}


def test_a_code_decides_by_itself(told):
    assert told(None, CODED, sub="abduction / FORCED") == ("kidnapping", "r1", 0.4)
    assert told(None, CODED, sub="Hostage")[1] == "r1"
    assert told(None, CODED, sub="Other")[1] is None
    assert told(None, CODED)[1] is None


def test_a_code_and_words_must_both_hold(told):
    both = {**THEFT, "codes": "acled:sub=Looting"}
    assert told("Men stole cattle.", both, sub="Looting")[1] == "r1"
    assert told("Men stole cattle.", both, sub="Other")[1] is None
    assert told("Men stole goats.", both, sub="Looting")[1] is None


def test_a_code_can_be_a_veto(told):
    barred = {**THEFT, "vetoes": "never; acled:sub=Recovery"}
    assert told("Men stole cattle.", barred, sub="Recovery")[1] is None
    assert told("Men stole cattle.", barred, sub="Looting")[1] == "r1"


@pytest.mark.parametrize(("priority", "how", "answer"), [
    (60, "source", ("cattle_theft", "r1", 0.9)), (50, "source", (BATTLE, "source", 1.0)),
    (99, "stated", (BATTLE, "stated", 1.0)), (1, "stated", (BATTLE, "stated", 1.0)),
])
def test_what_is_stated_stays_and_a_sources_code_is_refined_from_above(
    told, priority, how, answer
):
    rule = {**THEFT, "priority": priority}
    assert told("Men stole cattle.", rule, given=BATTLE, how=how) == answer


@pytest.mark.parametrize("how", ["stated", "source"])
def test_stated_as_unclassified_is_not_stated(told, how):
    assert told("Men stole cattle.", THEFT, given="unclassified", how=how)[1] == "r1"


def test_our_own_rules_leave_a_battle_a_battle_until_cattle_were_taken():
    notes = ["Clashes near a village; soldiers seized four rifles from the attackers.",
             "Clashes near a village. Afterwards gunmen stole forty cattle."]
    answer = classify(engine_of(own_table()), pa.array(notes), pa.array([BATTLE] * 2), {}, "source")
    assert answer["kind"].to_pylist() == [BATTLE, "cattle_theft"]


def test_lines_are_sentences(told):
    assert told("Men stole\ncattle", THEFT)[1] is None
    assert told("Report:\n\nmen stole cattle", THEFT)[1] == "r1"


@settings(max_examples=60)
@given(st.lists(st.none() | st.text(max_size=60) | st.sampled_from(
    ["Men stole cattle.", "Police seized 40 kg of cannabis", "Ā rifles", "\x00", "\ud7ff"])))
def test_notes_are_decided_one_by_one(notes):
    """Whatever stands beside it in the batch, a note has the same answer."""
    engine = engine_of(own_table())

    def kinds(texts: list[str | None]) -> list[dict]:
        return classify(engine, pa.array(texts, pa.string()),
                        pa.nulls(len(texts), pa.string())).to_pylist()

    together = kinds(notes)
    assert together == [answer for note in notes for answer in kinds([note])]


def test_no_notes_are_no_answers():
    empty = classify(engine_of(own_table()), pa.array([], pa.string()), pa.array([], pa.string()))
    assert empty.num_rows == 0 and empty.schema == ANSWER


WORD = st.sampled_from(["stole", "stolen", "cattle", "cows", "seized", "rifles", "the", "no",
                        "machine", "gun", "guns", "Abdou", "3", "of", "soldiers", "ransom"])
SENTENCE = st.lists(WORD, min_size=1, max_size=9).map(" ".join)
NOTE = st.lists(SENTENCE, max_size=4).map(". ".join) | st.none()


@settings(max_examples=60, deadline=None)
@given(st.lists(NOTE, min_size=1, max_size=12), st.sampled_from(["\n", "\u00a0", " "]))
def test_a_note_is_decided_alike_alone_and_among_others(notes, gap):
    """What notes share is searched once, which must not be seen."""
    engine = engine_of(own_table())
    written = [note and note.replace(". ", f".{gap}") for note in notes]

    def decided(some: list[str | None]) -> list[dict]:
        given = pa.nulls(len(some), pa.string())
        return classify(engine, pa.array(some, pa.string()), given).to_pylist()

    assert decided(written) == [row for note in written for row in decided([note])]
