"""Settings: an option, then the environment, then the default."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.errors import SettingError
from data.settings import SETTINGS, Settings, load


def test_defaults_are_complete_and_need_no_environment():
    loaded = load({})
    assert {s.name for s in SETTINGS} == set(Settings.__dataclass_fields__)
    assert (loaded.border_tolerance_km, loaded.snapshots_kept) == (5.0, 5)
    assert loaded.store != loaded.demo_store


def test_the_default_store_is_not_in_the_checkout():
    checkout = Path(__file__).parents[3]
    assert checkout not in load({}).store.parents


def test_an_override_goes_before_the_environment():
    environment = {"ATLAS_STORE": "/a", "ATLAS_LANGUAGE": "fr"}
    assert load(environment, store=Path("/b")).store == Path("/b")
    assert load(environment, store=None).store == Path("/a")
    assert load(environment).language == "fr"


def test_a_home_folder_is_understood():
    assert load({"ATLAS_STORE": "~/x"}).store == Path.home() / "x"


def test_an_empty_variable_counts_as_not_given():
    assert load({"ATLAS_SNAPSHOTS_KEPT": ""}).snapshots_kept == 5


@pytest.mark.parametrize(("name", "value"), [
    ("LANGUAGE", "de"), ("SNAPSHOTS_KEPT", "0"), ("SNAPSHOTS_KEPT", "many"),
    ("IMPORT_BATCH", "-1"), ("CUBE_ROWS", "1.5"), ("POINTS_SHOWN", "0"),
    ("BORDER_TOLERANCE_KM", "nan"), ("BORDER_TOLERANCE_KM", "-1"),
    ("BORDER_TOLERANCE_KM", "inf"), ("BORDER_TOLERANCE_KM", "5 km"),
])
def test_a_value_that_cannot_be_is_named_in_a_sentence(name, value):
    with pytest.raises(SettingError, match=f"ATLAS_{name} cannot be “{value}”: it takes"):
        load({f"ATLAS_{name}": value})
