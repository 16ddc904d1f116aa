"""`stats`: totals and breakdowns."""

from __future__ import annotations

import json

import pytest

KEYS = ["incidents", "fatalities_low", "fatalities_best", "fatalities_high", "date_min",
        "date_max", "by_kind", "by_country", "by_admin1", "by_where_precision", "by_source",
        "flagged", "synthetic", "fatalities_source", "fatalities", "told_twice",
        "fatalities_note"]


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
    (["--max-date-precision", "3"], 5), (["--max-date-precision", "4"], 6),
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


TWO: dict[str, list[dict[str, object]]] = {
    "Office A": [{"fatalities": 12}, {"date": "2020-01-01", "fatalities": 3}],
    "Office B": [{"lat": 16.28, "fatalities": 11}],
}


@pytest.fixture
def two_sources(bring):
    from tests.support import plain

    for source, rows in TWO.items():
        bring(plain(*rows), name=f"{source}.csv", source=source)


@pytest.mark.usefixtures("two_sources")
def test_deaths_of_several_sources_stand_side_by_side_and_are_not_added(run_cli):
    found = json.loads(run_cli("stats", "--json").out)
    assert (found["fatalities_best"], found["fatalities_source"]) == (15, "Office A")
    assert [(one["source"], one["best"], one["incidents"]) for one in found["fatalities"]] == [
        ("Office A", 15, 2), ("Office B", 11, 1)]
    assert "not added" in found["fatalities_note"]
    told = run_cli("stats").out
    assert "Office A alone" in told and "11 / 11 / 11  Office B" in told and "26" not in told


@pytest.mark.usefixtures("two_sources")
def test_deaths_are_added_when_that_is_asked(run_cli):
    found = json.loads(run_cli("stats", "--json", "--deaths", "all").out)
    assert (found["fatalities_best"], found["fatalities_source"]) == (26, None)
    assert "more than once" in found["fatalities_note"]
    assert run_cli("stats", "--deaths", "both").status == 2


@pytest.mark.usefixtures("two_sources")
def test_a_selection_of_one_source_says_whose_deaths_they_are(run_cli):
    found = json.loads(run_cli("stats", "--json", "--source", "Office B").out)
    assert (found["fatalities_best"], found["fatalities_source"]) == (11, "Office B")
    assert found["fatalities_note"] == "Deaths as stated by Office B."


@pytest.mark.usefixtures("two_sources")
def test_pairs_that_may_be_one_event_are_mentioned_and_not_subtracted(run_cli):
    found = json.loads(run_cli("stats", "--json").out)
    assert (found["incidents"], found["told_twice"]["pairs"]) == (3, 1)
    assert "1 pair of incidents may well be one event" in run_cli("stats").out
    assert json.loads(run_cli("stats", "--json", "--source", "Office B").out)[
        "told_twice"]["pairs"] == 0
