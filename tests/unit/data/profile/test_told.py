"""What a profile says in sentences."""

from __future__ import annotations

import datetime as dt

import numpy as np

from data.profile import told
from data.profile.reporting import Gaps
from data.profile.trend import EPOCH, Days, compare

ONE = dt.timedelta(days=1)


def spells(first, second):
    days = Days(np.array([0, 10]), np.array([first, second]))
    return compare(days, (EPOCH + 10 * ONE, EPOCH + 19 * ONE), (EPOCH, EPOCH + 9 * ONE))


def test_a_ratio_is_said_with_its_interval_and_never_without():
    said = told.change(spells(100, 200)).render("en")
    assert said.startswith("2 times as often (95% interval 1.57 to 2.57), more often")
    assert "no clear change" in told.change(spells(10, 12)).render("en")


def test_a_small_ratio_is_not_rounded_to_none():
    said = told.change(spells(900, 2)).render("en")
    assert said.startswith("0.00222 times as often (95% interval 0.000269 to 0.00805), less often")


def test_a_ratio_to_nothing_is_a_bound_and_nothing_at_all_is_said():
    assert told.change(spells(0, 5)).render("en").startswith("at least ")
    assert told.change(spells(0, 0)).render("en") == "none in either"


def test_a_silence_is_said_with_its_months():
    said = [one.render("en") for one in told.gaps(
        Gaps(24, 5, (dt.date(2016, 2, 1), dt.date(2016, 4, 1))), "en")]
    assert said[0] == "In 5 of the 24 months that records reach, nothing was reported."
    assert said[1] == "The longest silence: Feb 2016 – Apr 2016."


def test_filters_by_place_are_said_to_be_left_out(profiled):
    plain = [one.render("en") for one in told.filters(profiled("Gao"), "en")]
    cut = [one.render("en") for one in told.filters(profiled("Gao", "country=NE"), "en")]
    assert len(cut) == len(plain) + 1
    assert "place" in cut[1]


def test_an_empty_profile_does_not_say_that_nothing_happened(profiled):
    said = told.counted(profiled("KZ")).render("en")
    assert "not to say that nothing happened" in said


def test_every_way_to_meet_says_whether_the_path_is_known():
    assert "known" in told.HOW["path"].render("en")
    assert all("path not known" in told.HOW[how].render("en")
               for how in ("straight", "named", "wide"))
