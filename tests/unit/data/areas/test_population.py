"""People by unit and by hexagon: what a load accepts, replaces, and gives."""

from __future__ import annotations

import numpy as np
import pytest

from data import hexes
from data.areas import population
from data.areas.load_population import Options, load_population
from data.errors import StoreError, UndecidedError
from data.ingest.reasons import REASONS
from tests.support import table
from tests.unit.data.areas.conftest import square
from tests.unit.data.areas.test_rasters import counts, write


@pytest.fixture
def count(tmp_path, store):
    """Load rows of a table, or a raster, into the test's own store."""

    def run(content, **options):
        path = tmp_path / "people.csv"
        if isinstance(content, np.ndarray):
            path = write(tmp_path / "people.tif", content)
        else:
            path.write_text(table(content, content[0]), encoding="utf-8")
        return load_population(store, path, Options(**options))

    return run


def unit(name, persons, **more):
    return {"unit": name, "persons": persons, **more}


def point(lat, lon, persons, **more):
    return {"lat": lat, "lon": lon, "persons": persons, **more}


def held(store, level=1):
    return {i: p.persons for i, p in population.by_unit(store.current(), level).items()}


def cells(store, resolution=7):
    found = population.by_cell(store.current(), resolution)
    assert found is not None
    return found


def test_units_are_named_by_name_or_id(count, store):
    report = count([unit("Région de Gao", "1 234"), unit("ML-6", "2,345.5"), unit("Kidal", 7)])
    assert held(store) == {"ML-7": 1234, "ML-6": 2345.5, "ML-8": 7}
    assert (report.level, report.persons, report.countries) == (1, 3586.5, ("ML",))


def test_every_reason_has_words_and_a_count(count, store):
    report = count([unit("Gao", 1), unit("gao", 2), unit("Nowhere", 3), unit("Kidal", -1),
                    unit("Mopti", ""), unit("Kayes", "many"), unit("", 4)], level=1)
    assert report.reasons == {
        "unit_repeated": 1, "unit_unknown": 1, "persons_negative": 1, "persons_missing": 1,
        "persons_not_a_number": 1, "unit_missing": 1}
    assert (report.rows_read, report.accepted, report.rejected) == (7, 1, 6)
    assert set(report.reasons) <= set(REASONS) and held(store) == {"ML-7": 1}


def test_a_name_of_two_countries_needs_the_country(count):
    twice = "Centre"
    assert count([unit(twice, 1)], level=1, dry_run=True).reasons == {"unit_ambiguous": 1}
    assert count([unit(twice, 1, country="Burkina Faso")], level=1, dry_run=True).accepted == 1
    assert count([unit(twice, 1)], level=1, country="BF", dry_run=True).accepted == 1


def test_countries_are_units_too(count, store):
    assert count([{"pays": "Mali", "pop": 10}, {"pays": "Niger", "pop": 20}]).level == 0
    assert held(store, 0) == {"ML": 10, "NE": 20}


def test_the_level_is_the_one_that_knows_most_and_asked_for_when_two_know_as_many(count, load):
    load([("Gao", square(-1, 16)), ("Bourem", square(-1, 17))])
    assert count([unit("Gao", 1), unit("Bourem", 2)], country="ML", dry_run=True).level == 2
    with pytest.raises(UndecidedError, match="--level"):
        count([unit("Gao", 1)], country="ML")


def test_a_level_without_units_is_told(count):
    with pytest.raises(UndecidedError, match="load them first"):
        count([{"ADM2_FR": "Gao", "T_TL": 1}])


def test_a_new_load_replaces_a_level_of_its_countries_alone(count, store):
    count([unit("Gao", 1), unit("Kidal", 2), unit("Niamey", 3)], vintage="2009")
    count([unit("Mali", 9), unit("Niger", 9)], level=0)
    count([unit("Gao", 4)], vintage="2022", licence="cc-by")
    assert held(store) == {"ML-7": 4, "NE-8": 3} and held(store, 0) == {"ML": 9, "NE": 9}
    found = population.by_unit(store.current(), 1)["ML-7"]
    assert (found.vintage, found.licence) == ("2022", "cc-by-4.0")
    assert {v.vintage for v in population.vintages(store.current()) if v.level == 1} == {
        "2009", "2022"}


def test_points_are_summed_in_their_hexagon(count, store):
    report = count([point(16.27, -0.04, 10), point(16.2701, -0.0401, 5), point(12.6, -8, 1)])
    found = cells(store)
    assert (report.form, report.resolution, report.places) == ("points", 7, 2)
    assert sorted(found.persons) == [1, 15] and (np.diff(found.cells) > 0).all()
    assert report.countries == ("ML",)


def test_a_point_off_the_globe_or_repeated_is_rejected(count):
    report = count([point(16, 1, 1), point(16, 1, 1), point(91, 1, 1), point(1, 181, 1),
                    point("x", 1, 1), point(1, "x", 1), point("", 1, 1), point("", "", 1)])
    assert report.reasons == {
        "point_repeated": 1, "lat_out_of_range": 1, "lon_out_of_range": 1, "lat_not_a_number": 1,
        "lon_not_a_number": 1, "coordinates_incomplete": 1, "unit_missing": 1}


def test_the_points_of_units_do_not_put_a_region_into_one_hexagon(count, store):
    report = count([{**unit("Gao", 100), "lat": 16.27, "lon": -0.04},
                    {**unit("Kidal", 50), "lat": 18.44, "lon": 1.41}])
    assert report.form == "units" and population.by_cell(store.current(), 7) is None


def test_places_that_are_no_units_are_points(count):
    assert count([{"name": "A camp", **point(16.27, -0.04, 3)}]).form == "points"


def test_coarser_hexagons_are_sums_and_finer_ones_are_not_known(count, store):
    values = counts()
    report = count(values)
    fine, coarse = cells(store), cells(store, 4)
    assert report.form == "raster" and len(coarse.cells) < len(fine.cells) == report.places
    assert fine.persons.sum() == pytest.approx(values.sum()) == coarse.persons.sum()
    assert set(coarse.cells) == set(hexes.parents(fine.cells, 4))
    assert population.by_cell(store.current(), 8) is None


def test_a_raster_replaces_its_own_hexagons_and_no_others(count, store):
    count([point(16.9, -2.9, 1000), point(12.6, -8, 7)])
    values = np.ones((40, 50), np.float32)
    count(values)
    assert cells(store).persons.sum() == pytest.approx(2000 + 7)


def test_points_replace_what_was_counted_around_them(count, store):
    count([point(16.27, -0.04, 10), point(12.6, -8, 1)])
    count([point(16.29, -0.04, 20)])
    assert sorted(cells(store).persons) == [1, 20]


def test_units_and_hexagons_stand_beside_each_other(count, store):
    count([unit("Gao", 5)])
    count([point(16.27, -0.04, 10)])
    assert held(store) == {"ML-7": 5} and len(cells(store).cells) == 1


def test_the_same_again_and_a_dry_run_publish_nothing(count, store):
    assert count([unit("Gao", 5)], dry_run=True).snapshot is None and store.current() is None
    first = count([unit("Gao", 5)]).snapshot
    assert count([unit("Gao", 5)]).snapshot is None and store.current_id() == first


def test_rejects_are_kept_in_the_store(count, store):
    report = count([unit("Gao", 5), unit("Nowhere", 6)], level=1)
    assert [(r.record, r.reasons, r.fields["unit"]) for r in report.rejects] == [
        (2, ("unit_unknown",), "Nowhere")]


@pytest.mark.parametrize(("persons", "warning"), [(0, "no_persons"),
                                                  ("9e10", "more_than_the_world")])
def test_numbers_that_cannot_be_persons_are_warned_of(count, persons, warning):
    assert count([unit("Gao", persons)]).warnings == (warning,)


def test_nothing_is_held_before_a_load(store):
    assert not population.held(None) and population.by_unit(None, 1) == {}
    assert population.by_cell(store.current(), 3) is None


def test_the_demonstration_is_never_touched(tmp_path, demo_store):
    (tmp_path / "x.csv").write_text("unit,persons\nGao,1\n")
    with pytest.raises(StoreError, match="demonstration"):
        load_population(demo_store, tmp_path / "x.csv", Options())
