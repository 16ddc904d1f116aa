"""Sentences that choose their language late."""

from __future__ import annotations

import datetime as dt

import pytest

from data.i18n import (
    clauses,
    day,
    encodable,
    listing,
    month,
    msg,
    negotiate,
    nmsg,
    number,
    say,
    t,
)


def test_a_gap_is_filled_as_the_language_writes_it():
    sentence = msg("{n} on {day}", n=1234.5, day=dt.date(2019, 1, 6))
    assert sentence.render("en") == "1,234.5 on 6 Jan 2019"
    assert sentence.render("fr") == "1\u202f234,5 on 6 janv. 2019"


@pytest.mark.parametrize("value", ["{0}", "{x}", "{", "a}b", "{file.__class__}", "%s"])
def test_braces_in_a_value_stay_text(value):
    assert msg("{file}: {why}", file=value, why=msg("x {y}", y=value)).render() == (
        f"{value}: x {value}")


def test_a_sentence_without_gaps_keeps_its_braces():
    assert msg("write {this}").render() == "write {this}"


def test_a_message_inside_a_message_takes_its_language():
    french = msg("{why}", why=msg("it is empty")).render("fr")
    assert french == msg("it is empty").render("fr") != "it is empty"


@pytest.mark.parametrize(("count", "said"), [(0, "0 rows"), (1, "1 row"), (1200, "1,200 rows")])
def test_a_plural_follows_its_number(count, said):
    assert nmsg("{count} row", "{count} rows", count).render("en") == said


def test_values_are_said_plainly():
    assert say(True, "fr") == "True"
    assert say(None, "en") == "None"
    assert say("1234", "en") == "1234"
    assert number(1_000_000, "en") == "1,000,000"
    assert t("en", "{n}", n=0.25) == "0.25"


def test_days_months_and_lists():
    assert day(dt.date(2019, 8, 31), "fr") == "31 août 2019"
    assert month(dt.date(2019, 8, 31), "en") == "Aug 2019"
    assert listing(["Gao", "Kidal", "Mopti"], "fr") == "Gao, Kidal et Mopti"
    assert listing([], "en") == ""
    assert clauses(["a", "b"], "fr") == "a\u00a0; b" and clauses(["a", "b"], "en") == "a; b"


@pytest.mark.parametrize(("wanted", "language"), [
    (["fr-ML"], "fr"), (["de", "fr_FR.UTF-8"], "fr"), (["bm", ""], "en"), ([], "en"),
    (["EN-gb", "fr"], "en"),
])
def test_a_language_is_negotiated(wanted, language):
    assert negotiate(wanted) == language


def test_what_is_no_character_is_replaced():
    assert encodable("a\udcffé") == "a?é"
