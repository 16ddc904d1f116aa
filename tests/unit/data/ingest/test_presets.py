"""Formats that are recognised by their columns."""

from __future__ import annotations

import pytest

from data.errors import UsageError
from data.ingest.presets import PRESETS, choose, names
from data.ingest.presets.atlas import ATLAS
from data.ingest.presets.base import find_column
from data.ingest.presets.generic import GENERIC
from data.ingest.presets.ucdp_ged import UCDP_GED
from data.ingest.presets.visits import REQUIRED, VisitPreset
from data.licences import BY_ID
from data.model import EXPORTED, FLAGS, SCHEMA
from data.taxonomy import BY_ID as KINDS
from tests.support import UCDP_RELEASE

INCIDENT = ("date_start", "kind", "country")


def test_the_layouts_are_told_apart():
    export = [name.replace("best", "best_est") for name in UCDP_RELEASE if "gwno" not in name]
    assert choose("auto", UCDP_RELEASE) is UCDP_GED
    assert choose("auto", export) is UCDP_GED
    assert choose("auto", EXPORTED) is ATLAS
    assert choose("auto", ["date", "lat", "lon"]) is GENERIC


def test_a_named_preset_goes_before_what_is_recognised():
    assert choose("generic", UCDP_RELEASE) is GENERIC


def test_an_unknown_preset_is_wrong_usage():
    with pytest.raises(UsageError, match=r"--preset does not take “x”: .*ucdp-ged"):
        choose("x", [])


def test_names_are_what_the_option_takes():
    assert names() == ["auto", "acled", "ucdp-ged", "gtd", "unodc-ids", "unodc-totals",
                       "ipis-mines", "atlas", "hxl", "generic"]


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.name)
def test_a_preset_speaks_of_things_that_are(preset):
    assert preset.licence in BY_ID
    assert set(preset.kinds.values()) <= set(KINDS)
    needed = REQUIRED if isinstance(preset, VisitPreset) else INCIDENT
    assert set(needed) <= preset.fields
    assert preset.title.render("fr")
    if not isinstance(preset, VisitPreset):
        assert preset.fields <= {*SCHEMA.names, "country", "revised"}
        assert {doubt.field for doubt in preset.doubts} <= set(FLAGS)
        assert {kind for hint in preset.hints.values() for kind in hint.split(", ")} <= set(KINDS)


def test_a_column_is_found_by_its_very_name_before_one_that_is_like_it():
    assert GENERIC.find("lat", ["LAT", "lat"]) == "lat"
    assert find_column(["°"], ["°", "'"]) == "°"
    assert find_column(["°"], ["'"]) is None


def test_accents_and_case_do_not_hide_a_column():
    assert GENERIC.find("place", ["LOCALITÉ"]) == "LOCALITÉ"
    assert GENERIC.find("place", ["x"]) is None
