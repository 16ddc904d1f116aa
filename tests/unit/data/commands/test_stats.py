"""`stats`: totals and breakdowns."""

from __future__ import annotations

import json

import pytest

KEYS = ["incidents", "fatalities_low", "fatalities_best", "fatalities_high", "date_min",
        "date_max", "by_kind", "by_country", "by_admin1", "by_where_precision", "by_source",
        "flagged", "synthetic"]


@pytest.mark.usefixtures("filled")
def test_json_holds_what_scripts_rely_on(run_cli):
    found = json.loads(run_cli("stats", "--json").out)
    assert list(found) == KEYS
    assert (found["incidents"], found["fatalities_best"], found["flagged"]) == (6, 9, 1)
    assert (found["date_min"], found["date_max"]) == ("2019-03-07", "2021-05-06")
    assert found["by_country"] == {"ML": 5, "NE": 1}
    # Empty on conflict, and where there is no point.
    assert found["by_admin1"] == {"Gao": 3, "": 2, "Niamey": 1}
    assert found["by_where_precision"] == {"1": 3, "2": 1, "4": 1, "6": 1}
    assert found["by_source"] == {"mixed.csv": 6}
    assert found["by_kind"] == {"kidnapping": 5, "cattle_theft": 1}


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(("words", "incidents"), [
    (["--kind", "kidnapping"], 5), (["--kind", "kidnapping", "cattle_theft"], 6),
    (["--country", "NE"], 1), (["--country", "mali", "Niger"], 6), (["--admin1", "Gao"], 3),
    (["--from", "2020"], 2), (["--to", "2020"], 5), (["--from", "2020", "--to", "2020-12-31"], 1),
    (["--bbox", "-12.3,10,4.3,25"], 4), (["--bbox=-12.3,10,4.3,25"], 4),
    (["--bbox", "12,10,13,25"], 1), (["--max-where-precision", "1"], 3),
    (["--source", "mixed.csv"], 6), (["--source", "other"], 0), (["--text", "A"], 6),
    (["--text", "nothing"], 0), (["--actor", "nobody"], 0),
])
def test_filters_mean_the_same_everywhere(run_cli, words, incidents):
    found = json.loads(run_cli("stats", "--json", *words).out)
    assert found["incidents"] == incidents
    for name in KEYS:
        if name.startswith("by_"):
            assert sum(found[name].values()) == incidents


@pytest.mark.usefixtures("filled")
def test_a_person_gets_words(run_cli, monkeypatch):
    english = run_cli("stats").out
    assert "6 incidents" in english and "Kidnapping for ransom" in english
    assert "1 lie outside the country they name" in english
    monkeypatch.setenv("ATLAS_LANGUAGE", "fr")
    assert "Enlèvement contre rançon" in run_cli("stats").out


def test_two_units_of_one_name_carry_their_country(run_cli, bring):
    from tests.support import plain

    bring(plain({"country": "Burkina Faso", "lat": 12.37, "lon": -1.52},
                {"country": "Cameroon", "lat": 4.5, "lon": 11.8}))
    found = json.loads(run_cli("stats", "--json").out)["by_admin1"]
    assert found == {"Centre (BF)": 1, "Centre (CM)": 1}
