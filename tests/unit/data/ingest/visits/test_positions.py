"""How exact a site's point is."""

from __future__ import annotations

import pytest

from data.ingest.visits import positions


@pytest.mark.parametrize(("origin", "precision", "words"), [
    ("GPS", 1, "measured on site (GPS)"),
    ("GPS ", 1, "measured on site (GPS)"),
    ("GPS (IPIS 2009)", 1, "IPIS 2009"),
    ("GPS (village Anywhere)", 2, "not at the site itself (village Anywhere)"),
    ("GPS (4 km du site)", 2, "4 km du site"),
    ("GPS(groupment Anywhere)", 2, "groupment Anywhere"),
    ("GPS (Approximation)", 2, "approximated"),
    ("Approximation", 2, "approximation"),
    ("Approximation (village Anywhere)", 2, "village Anywhere"),
    ("Landsat ETM+", 2, "satellite"),
    ("Numérisation (village)", 2, "digitised"),
    ("Ancienne base", 2, "older database"),
])
def test_only_a_gps_read_at_the_site_is_exact(origin, precision, words):
    found = positions.read(origin)
    assert (found.precision, found.known) == (precision, True)
    assert words in found.en and found.en != found.fr


@pytest.mark.parametrize(("origin", "words"), [("", "not stated"), ("A dream", "A dream")])
def test_other_words_count_as_near_and_as_unknown(origin, words):
    found = positions.read(origin)
    assert (found.precision, found.known) == (2, False)
    assert words in found.en
