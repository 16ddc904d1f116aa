from __future__ import annotations

import unicodedata

import numpy as np
import pytest
import shapely

from data import boundaries

TOWN_UNITS = {
    ("ML", "Bamako"): "ML-BKO", ("ML", "Kayes"): "ML-1", ("ML", "Nioro du Sahel"): "ML-1",
    ("ML", "Kita"): "ML-1", ("ML", "Koulikoro"): "ML-2", ("ML", "Nara"): "ML-2",
    ("ML", "Sikasso"): "ML-3", ("ML", "Koutiala"): "ML-3", ("ML", "Bougouni"): "ML-3",
    ("ML", "Ségou"): "ML-4", ("ML", "San"): "ML-4", ("ML", "Niono"): "ML-4",
    ("ML", "Mopti"): "ML-5", ("ML", "Bandiagara"): "ML-5", ("ML", "Bankass"): "ML-5",
    ("ML", "Koro"): "ML-5", ("ML", "Douentza"): "ML-5", ("ML", "Djenné"): "ML-5",
    ("ML", "Sangha"): "ML-5", ("ML", "Timbuktu"): "ML-6", ("ML", "Goundam"): "ML-6",
    ("ML", "Diré"): "ML-6", ("ML", "Taoudenni"): "ML-6", ("ML", "Araouane"): "ML-6",
    ("ML", "Gao"): "ML-7", ("ML", "Bourem"): "ML-7", ("ML", "Ansongo"): "ML-7",
    ("ML", "Ménaka"): "ML-7", ("ML", "Kidal"): "ML-8", ("ML", "Tessalit"): "ML-8",
    ("BF", "Ouagadougou"): "BF-03", ("BF", "Bobo-Dioulasso"): "BF-09", ("BF", "Dori"): "BF-12",
    ("BF", "Djibo"): "BF-12", ("BF", "Gorom-Gorom"): "BF-12", ("BF", "Arbinda"): "BF-12",
    ("BF", "Fada N'Gourma"): "BF-08", ("BF", "Ouahigouya"): "BF-10", ("BF", "Kaya"): "BF-05",
    ("BF", "Banfora"): "BF-02", ("BF", "Dédougou"): "BF-01", ("BF", "Gaoua"): "BF-13",
    ("NE", "Niamey"): "NE-8", ("NE", "Tillabéri"): "NE-6", ("NE", "Téra"): "NE-6",
    ("NE", "Ayorou"): "NE-6", ("NE", "Tahoua"): "NE-5", ("NE", "Agadez"): "NE-1",
    ("NE", "Arlit"): "NE-1", ("NE", "Diffa"): "NE-2", ("NE", "Maradi"): "NE-4",
    ("NE", "Zinder"): "NE-7", ("NE", "Dosso"): "NE-3", ("NE", "Gaya"): "NE-3",
    ("MR", "Néma"): "MR-01", ("DZ", "Tamanrasset"): "DZ-11", ("TD", "Bol"): "TD-LC",
    ("NG", "Maiduguri"): "NG-BO", ("CM", "Maroua"): "CM-EN", ("EH", "Laâyoune"): "EH-EH",
    ("TG", "Dapaong"): "TG-S", ("BJ", "Malanville"): "BJ-AL", ("GN", "Siguiri"): "GN-K",
    ("CI", "Korhogo"): "CI-03", ("LY", "Ghat"): "LY-GT", ("SN", "Kédougou"): "SN-KE",
}


@pytest.fixture(scope="module")
def units() -> boundaries.Areas:
    return boundaries.load_units()


@pytest.fixture(scope="module")
def world() -> boundaries.Areas:
    return boundaries.load_countries()


def town(iso2: str, name: str) -> boundaries.Town:
    found = [t for t in boundaries.towns() if (t.iso2, t.name_en) == (iso2, name)]
    assert found, f"no town {name} in {iso2}"
    return max(found, key=lambda t: t.population)


def areas_at(areas: boundaries.Areas, lon: float, lat: float) -> list[str]:
    hits = areas.tree.query(shapely.Point(lon, lat), predicate="intersects")
    return [areas.ids[i] for i in hits]


@pytest.mark.parametrize(("place", "unit_id"), TOWN_UNITS.items())
def test_a_town_lies_in_its_unit_and_country(units, world, place, unit_id):
    here = town(*place)
    assert areas_at(units, here.lon, here.lat) == [unit_id]
    assert areas_at(world, here.lon, here.lat) == [here.iso2]


def test_burkina_faso_has_its_thirteen_regions(units):
    ids = [unit_id for unit_id, iso2 in zip(units.ids, units.iso2, strict=True) if iso2 == "BF"]
    assert ids == [f"BF-{n:02d}" for n in range(1, 14)]


def test_units_form_a_coverage_without_overlap(units):
    assert shapely.is_valid(units.geometries).all()
    assert shapely.coverage_is_valid(units.geometries)
    left, right = units.tree.query(units.geometries, predicate="overlaps")
    assert not len(left), [(units.ids[i], units.ids[k]) for i, k in zip(left, right, strict=True)]


def test_the_countries_of_the_world_do_not_overlap(world):
    left, right = world.tree.query(world.geometries, predicate="overlaps")
    pairs = left < right
    overlap = shapely.intersection(world.geometries[left[pairs]], world.geometries[right[pairs]])
    assert shapely.area(overlap).sum() < 1e-4


def test_a_country_of_the_region_is_the_union_of_its_units(units):
    region = boundaries.load_countries(region=True)
    assert sorted(set(units.iso2)) == region.ids
    for iso2, country in zip(region.ids, region.geometries, strict=True):
        parts = [g for g, c in zip(units.geometries, units.iso2, strict=True) if c == iso2]
        assert shapely.area(shapely.symmetric_difference(shapely.union_all(parts), country)) < 1e-9


def test_no_gap_opens_where_the_region_meets_its_coarser_neighbours(world):
    region = shapely.union_all(boundaries.load_countries(region=True).geometries)
    known = dict(zip(world.ids, world.geometries, strict=True))
    for inside, outside in (("CM", "GA"), ("CF", "CD"), ("SS", "UG"), ("SD", "ER"), ("EG", "IL")):
        border = shapely.intersection(known[inside], known[outside])
        assert border.length > 0.5
        assert shapely.intersection(known[outside], region).area < 1e-9


def test_every_unit_is_named_in_both_languages(units):
    for unit_id in units.ids:
        assert boundaries.unit_name(unit_id, "en").strip()
        assert boundaries.unit_name(unit_id, "fr").strip()
        assert boundaries.unit_vintage(unit_id)


@pytest.mark.parametrize(("iso2", "english", "french"), [
    ("ML", "Mali", "Mali"), ("CI", "Côte d'Ivoire", "Côte d'Ivoire"),
    ("CD", "Democratic Republic of the Congo", "République démocratique du Congo"),
    ("CG", "Congo", "Congo"), ("TR", "Türkiye", "Türkiye"), ("DZ", "Algeria", "Algérie"),
    ("EH", "Western Sahara", "Sahara occidental"), ("TD", "Chad", "Tchad"),
])
def test_country_names_follow_the_united_nations(iso2, english, french):
    assert boundaries.country_name(iso2, "en") == english
    assert boundaries.country_name(iso2, "fr") == french


@pytest.mark.parametrize(("text", "iso2"), [
    ("ML", "ML"), ("mli", "ML"), ("Mali", "ML"), ("DR Congo (Zaire)", "CD"), ("RDC", "CD"),
    ("Democratic Republic of Congo", "CD"), ("Republic of Congo", "CG"), ("Congo", "CG"),
    ("Ivory Coast", "CI"), ("cote d’ivoire", "CI"), ("Burkina", "BF"), ("RCA", "CF"),
    ("Centrafrique", "CF"), ("Guinée-Bissau", "GW"), ("Guinea", "GN"), ("guinee", "GN"),
    ("Madagascar (Malagasy)", "MG"), ("Yemen (North Yemen)", "YE"), ("Palestine", "PS"),
    ("Russia (Soviet Union)", "RU"), ("Cambodia (Kampuchea)", "KH"), ("Myanmar (Burma)", "MM"),
    ("Bosnia-Herzegovina", "BA"), ("Kingdom of eSwatini (Swaziland)", "SZ"), ("eSwatini", "SZ"),
    ("Serbia (Yugoslavia)", "RS"), ("Macedonia, FYR", "MK"), ("North Macedonia", "MK"),
    ("Zimbabwe (Rhodesia)", "ZW"), ("Vietnam (North Vietnam)", "VN"), ("Rumania", "RO"),
    ("Turkey (Ottoman Empire)", "TR"), ("United States of America", "US"), ("Tanzania", "TZ"),
    ("The Gambia", "GM"), ("République du Mali", "ML"), ("Kosovo", "XK"), ("Libye", "LY"),
    ("", None), ("Atlantis", None), ("the", None),
])
def test_resolve_country(text, iso2):
    assert boundaries.resolve_country(text) == iso2


@pytest.mark.parametrize(("text", "iso2", "ids"), [
    ("Tombouctou region", None, ("ML-6",)), ("Timbuktu", None, ("ML-6",)),
    ("Boucle du Mouhoun region", None, ("BF-01",)), ("Région de Gao", None, ("ML-7",)),
    ("district de Bamako", None, ("ML-BKO",)), ("Segou", "ML", ("ML-4",)),
    ("Borno state", "NG", ("NG-BO",)), ("Ménaka", None, ("ML-7",)),
    ("Centre region", "BF", ("BF-03",)), ("West Kordofan", "SD", ("SD-KN", "SD-KS")),
    ("ml-7", None, ("ML-7",)), ("Gao", "NE", ()), ("", None, ()), ("region", None, ()),
])
def test_resolve_unit(text, iso2, ids):
    assert boundaries.resolve_unit(text, iso2) == ids


def test_every_name_is_found_whatever_its_accents_and_case(units, world):
    for iso2 in world.ids:
        for language in ("en", "fr"):
            name = boundaries.country_name(iso2, language)
            # A French island shares its name with a Dutch one in neither language but by accent.
            assert boundaries.resolve_country(_plain(name).upper()) == iso2, name
    for unit_id in units.ids:
        for language in ("en", "fr"):
            name = boundaries.unit_name(unit_id, language)
            assert unit_id in boundaries.resolve_unit(_plain(name).upper(), unit_id[:2]), name


def _plain(text: str) -> str:
    spelt = unicodedata.normalize("NFD", text)
    return "".join(c for c in spelt if not unicodedata.combining(c))


def test_unknown_codes_raise():
    with pytest.raises(KeyError):
        boundaries.country_name("ZZ", "en")
    with pytest.raises(KeyError):
        boundaries.unit_name("ML-99", "fr")


def test_areas_are_read_once_and_aligned(world):
    assert boundaries.load_countries() is world
    assert len(world.ids) == len(world.iso2) == len(world.geometries)
    assert len(set(world.ids)) == len(world.ids)
    assert isinstance(world.geometries, np.ndarray)
    assert world.tree is world.tree


def test_western_sahara_is_the_whole_territory(world):
    for lon, lat in ((-13.2, 27.15), (-11.67, 26.74), (-10.57, 26.16), (-15.0, 23.5)):
        assert areas_at(world, lon, lat) == ["EH"]
    assert areas_at(world, -12.6, 27.95) == ["MA"]  # Tarfaya


@pytest.mark.parametrize(("lon", "lat", "iso2"), [
    (34.1, 45.0, "UA"), (44.06, 9.56, "SO"), (33.36, 35.3, "CY"), (2.35, 48.85, "FR"),
    (10.75, 59.91, "NO"), (21.16, 42.66, "XK"), (-52.3, 4.9, "GF"), (15.6, 78.2, "SJ"),
    (-176, 66.5, "RU"), (178.4, -18.0, "FJ"), (0.0, -85.0, "AQ"), (179.0, -85.0, "AQ"),
])
def test_disputed_overseas_and_antimeridian_places(world, lon, lat, iso2):
    assert areas_at(world, lon, lat) == [iso2]


def test_every_vintage_is_told_in_both_languages():
    english, french = boundaries.vintages("en"), boundaries.vintages("fr")
    assert english.keys() == french.keys() == {u[:2] for u in boundaries.load_units().ids}
    assert all((french[iso2] and french[iso2] != english[iso2]) or iso2 == "GM" for iso2 in english)
    assert "2012" in english["ML"] and "2012" in french["ML"]
