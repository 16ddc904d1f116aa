"""Names of actors as two hands write them."""

from __future__ import annotations

import pytest

from data.linkage.names import alike, commonness, forms, plain


@pytest.mark.parametrize(("one", "other"), [
    ("Éleveurs", "eleveurs"), ("Herders", "Éleveurs"),
    ("JNIM", "Jama'at Nusrat al-Islam wal-Muslimin"),
    ("JNIM: Katiba of the test", "GSIM"),
    ("Military Forces of Mali (2012-2020)", "FAMa"),
    ("Group of the Test (GOT)", "GOT"),
    ("Self-defence group of the test", "self defense group of the test"),
    ("Front of the test, northern", "Northern front of the test"),
    ("Armed group (unidentified)", "Hommes armés"),
    ("Islamic State (Greater Sahara)", "IS"), ("ISSP: Islamic State Sahel Province", "ISGS"),
    ("Katiba Macina", "Front de libération du Macina"),
])
def test_one_actor_is_known_again(one, other):
    assert alike(one, other) and alike(other, one)


@pytest.mark.parametrize(("one", "other"), [
    ("Security forces", "Armed group (unidentified)"), ("JNIM", "ISGS"),
    ("IS", "JNIM"), ("IS", "Islamic Council of the test"), ("Macina herders", "Katiba Macina"),
    ("Military Forces of Mali", "Military Forces of Niger"), ("Herders", "Farmers"),
    ("Armed group (unidentified)", "Criminal network (unidentified)"), ("", "JNIM"),
])
def test_others_are_told_apart(one, other):
    assert not alike(one, other)


def test_a_name_goes_by_its_parts_and_not_by_what_is_no_name():
    assert {"group x", "gx", "wing y"} <= forms("Group X (GX): Wing Y")
    assert "unidentified" not in forms("Armed group (unidentified)")
    assert plain("L’État – Nord") == "l etat nord"


def test_labels_are_common_and_names_are_not():
    assert commonness("Civilians") == commonness("Civils") > 0
    assert commonness("Group of the test") == 0
