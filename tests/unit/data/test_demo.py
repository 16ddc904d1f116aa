"""The demonstration data: complete, synthetic, repeatable, and true to the documents."""

from __future__ import annotations

import csv
import hashlib
from collections import Counter
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest
import shapely

from data import boundaries, hexes
from data.demo import (
    INCIDENTS,
    actors,
    amounts,
    ensure,
    generate,
    kinds,
    places,
    streams,
    times,
    version,
)
from data.demo import store as demo_store
from data.errors import StoreError
from data.model import ROLES, SCHEMA, incidents
from data.settings import load
from data.store import Store
from data.taxonomy import KINDS, UNCLASSIFIED

YEARS = range(2015, 2026)


@pytest.fixture(scope="module")
def table() -> pa.Table:
    return generate()


@pytest.fixture(scope="module")
def column(table):
    def values(name: str) -> np.ndarray:
        return np.array(table[name].to_pylist(), dtype=object)

    return values


@pytest.fixture(scope="module")
def kind(column) -> np.ndarray:
    return column("kind")


@pytest.fixture(scope="module")
def years(table) -> np.ndarray:
    return pc.year(table["date_start"]).to_numpy()


def days(table: pa.Table, name: str) -> np.ndarray:
    return table[name].to_numpy().astype("datetime64[D]")


# --- the table


def test_it_has_the_models_columns_and_types(table):
    assert table.schema.equals(SCHEMA.to_pyarrow())
    assert table.num_rows == INCIDENTS == 20_000


def test_the_same_seed_gives_the_same_bytes():
    one, two = generate(n=500), generate(n=500)
    assert ipc(one) == ipc(two)
    assert ipc(one) != ipc(generate(seed=7, n=500))


def ipc(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as out:
        out.write_table(table)
    return sink.getvalue().to_pybytes()


@pytest.mark.parametrize("n", [0, 1, 20, 37, 100])
def test_any_number_can_be_generated(n):
    assert generate(n=n).num_rows == n


def test_all_kinds_are_there(kind):
    counts = Counter(kind)
    assert set(counts) == {k.id for k in KINDS}
    assert counts[UNCLASSIFIED] <= 5
    assert counts.most_common(1)[0][0] == "cattle_theft"


def test_every_row_says_that_it_is_synthetic(table, column):
    assert pc.all(table["synthetic"]).as_py()
    assert set(column("licence")) == {"synthetic"}
    assert set(column("sensitivity")) == {"public"}
    assert all("Synthetic" in source for source in set(column("source")))
    assert len(set(column("source"))) == 3
    assert all("synthetic" in citation for citation in set(column("citation")))


def test_half_of_the_notes_are_french_and_all_say_synthetic_first(column):
    notes = column("notes")
    english = sum(note.startswith("Synthetic: ") for note in notes)
    french = sum(note.startswith("Synthétique : ") for note in notes)
    assert english + french == len(notes)
    assert 0.47 < french / len(notes) < 0.53
    assert not any("{" in note or "None" in note for note in notes)


def test_identities_are_hashes_of_source_and_record(table):
    for row in table.slice(0, 200).to_pylist():
        text = f"{row['source']}\x1f{row['source_record_id']}"
        assert row["incident_id"] == hashlib.sha256(text.encode()).hexdigest()[:20]
    assert pc.count_distinct(table["incident_id"]).as_py() == table.num_rows
    assert pc.count_distinct(table["content"]).as_py() == table.num_rows


# --- where


def test_cells_follow_the_precision(table):
    cells = hexes.index(table["lat"].to_numpy(), table["lon"].to_numpy(),
                        table["where_precision"].to_numpy())
    assert table["cell"].fill_null(0).to_numpy().tolist() == cells.tolist()
    assert not (cells == 0).all()
    resolution = hexes.resolutions(cells[cells != 0])
    assert set(resolution.tolist()) == {9, 4}


def test_precisions_are_mixed_as_said(table):
    share = np.bincount(table["where_precision"].to_numpy(), minlength=8) / table.num_rows
    assert share[1:7] == pytest.approx([0.45, 0.30, 0.10, 0.10, 0.03, 0.02], abs=0.012)
    assert share[7] == 0


def test_places_agree_with_the_boundaries(table):
    flagged = pc.list_value_length(table["flags"]).to_numpy() > 0
    units = boundaries.load_units()
    points = shapely.STRtree(shapely.points(table["lon"].to_numpy(), table["lat"].to_numpy()))
    area, point = points.query(units.geometries, predicate="intersects")
    found: dict[int, set[str]] = {}
    for a, p in zip(area.tolist(), point.tolist(), strict=True):
        found.setdefault(p, set()).add(units.ids[a])
    columns = zip(*(table[c].to_pylist() for c in ("admin0", "found_admin0", "admin1", "admin1_id",
                                                   "where_precision")), strict=True)
    for i, (admin0, found_in, name, unit, precision) in enumerate(columns):
        if flagged[i]:
            assert name is None
            assert unit is None
            assert found_in != admin0
            continue
        assert admin0 == found_in
        assert admin0 in {u[:2] for u in found[i]}
        if precision <= 4:
            assert unit in found[i]
            assert name == boundaries.unit_name(unit, "en")
        else:
            assert unit is None
            assert name is None


def test_only_the_three_countries_are_named(column):
    assert set(column("admin0")) == {"ML", "BF", "NE"}
    assert set(column("named_admin0")) == {"Mali", "Burkina Faso", "Niger"}


def test_a_small_share_shows_country_conflicts(table):
    flags = [flag for row in table["flags"].to_pylist() for flag in row]
    assert 30 <= len(flags) <= 50
    assert {flag["reason"] for flag in flags} == {"country_conflict"}
    assert all(flag["suggestion"] for flag in flags)


def test_towns_lie_in_the_units_their_table_names():
    units = boundaries.load_units()
    area = dict(zip(units.ids, units.geometries, strict=True))
    for town in places.towns():
        assert town.unit_id.startswith(town.iso2)
        assert shapely.contains_xy(area[town.unit_id], town.lon, town.lat), town.name_en


def test_incidents_cluster_around_towns(table):
    exact = table.filter(pc.equal(table["where_precision"], 1))
    points = np.column_stack([exact["lat"].to_numpy(), exact["lon"].to_numpy()])
    gap = points[:, None, :] - places.positions()[None, :, :]
    nearest = np.hypot(gap[..., 0], gap[..., 1] * 0.96).min(axis=1) * places.KM_PER_DEGREE
    assert np.median(nearest) < 25
    assert np.quantile(nearest, 0.9) > 25


# --- when


def test_spans_agree_with_their_precision(table):
    length = (days(table, "date_end") - days(table, "date_start")).astype(int) + 1
    precision = table["date_precision"].to_numpy()
    bounds = {1: (1, 1), 2: (2, 6), 3: (7, 7), 4: (8, 31), 5: (32, 1500)}
    for value, (least, most) in bounds.items():
        spans = length[precision == value]
        assert len(spans) > 300
        assert least <= spans.min() <= spans.max() <= most


def test_all_days_lie_in_the_period(table):
    assert days(table, "date_start").min() >= np.datetime64("2015-01-01")
    assert days(table, "date_end").max() <= np.datetime64("2025-12-31")


def test_some_incidents_last(table, kind):
    length = (days(table, "date_end") - days(table, "date_start")).astype(int) + 1
    assert (length[kind == "kidnapping"] > 14).mean() > 0.3
    assert np.median(length[kind == "intervention.programme"]) > 200
    assert length[np.char.startswith(kind.astype(str), "seizure")].max() <= 366


@pytest.mark.parametrize("rising", ["kidnapping", "trafficking.arms",
                                    "trafficking.cultural_property"])
def test_what_the_documents_say_rises_does(kind, years, rising):
    counts = [int(((kind == rising) & (years == year)).sum()) for year in YEARS]
    ranks = np.argsort(np.argsort(counts))
    assert np.corrcoef(ranks, np.arange(len(counts)))[0, 1] > 0.5


def test_kidnapping_rises_markedly(kind, years):
    early, late = ((kind == "kidnapping") & np.isin(years, span)
                   for span in ([2015, 2016, 2017], [2023, 2024, 2025]))
    assert late.sum() > 2 * early.sum()


# --- what the documents say of places


def test_timbuktu_and_gao_hold_most_migrant_smuggling(column, kind):
    units = column("admin1_id")[kind == "trafficking.migrants"]
    assert np.isin(units.astype(str), ["ML-6", "ML-7"]).mean() > 0.5


def test_looting_is_in_the_central_delta(column, kind):
    units = column("named_admin1")[kind == "trafficking.cultural_property"]
    assert (units.astype(str) == "Mopti").mean() > 0.8


def test_fuel_is_seized_in_niger_and_mali(column, kind):
    assert set(column("admin0")[kind == "seizure.fuel"]) == {"NE", "ML"}


def test_finance_in_mali_is_about_bamako_kayes_and_segou(column, kind):
    in_mali = np.char.startswith(kind.astype(str), "finance") & (column("admin0") == "ML")
    units = column("admin1_id")[in_mali & (column("admin1_id") != None)]  # noqa: E711
    assert np.isin(units.astype(str), ["ML-BKO", "ML-1", "ML-4"]).mean() > 0.9


def test_gao_and_kidal_lead_malis_gold(column, kind):
    units = column("admin1_id")[(kind == "taxation.mining_site") & (column("admin0") == "ML")]
    assert np.isin(units.astype(str), ["ML-7", "ML-8"]).mean() > 0.5


def test_an_intervention_lowers_crime_on_its_road(kind, years, column):
    towns = ("Ansongo", "Labbezanga", "Labbézanga", "Ayorou", "Tillabéri")
    near = np.array([bool(p) and p.endswith(towns) for p in column("place")])
    fewer, more = kinds.EFFECTS
    assert ratio(near, np.isin(kind.astype(str), fewer.kinds), years) < 0.6
    assert ratio(near, np.isin(kind.astype(str), more.kinds), years) > 1.5


def ratio(near: np.ndarray, those: np.ndarray, years: np.ndarray) -> float:
    """Share of `those` that lie near, from the intervention on, over the share before."""
    before, after = (near[those & some].mean() for some in (years < 2022, years >= 2022))
    return float(after / before)


# --- who


def test_actors_come_from_the_closed_list(table):
    rows = table["actors"].to_pylist()
    assert all(rows)
    assert {a["name"] for row in rows for a in row} <= set(actors.LABELS)
    assert {a["role"] for row in rows for a in row} <= set(ROLES)


def test_no_label_names_anyone():
    """Labels are ordinary words: only the first is written with a capital."""
    for label in actors.LABELS:
        assert label[1:] == label[1:].lower()
    for choices in amounts.GOODS:
        assert choices.commodity == choices.commodity.lower()


def test_notes_hold_no_names_but_places():
    """Templates hold no capital beyond their first letter; places come from the table."""
    with (Path(demo_store.HERE) / "notes.csv").open(encoding="utf-8", newline="") as source:
        for row in csv.DictReader(source):
            for language in ("en", "fr"):
                assert row[language][1:] == row[language][1:].lower(), row


def test_self_defence_groups_appear_around_bandiagara(table, column):
    involved = np.array([any(a["name"] == actors.DEFENCE and a["role"] == "party" for a in row)
                         for row in table["actors"].to_pylist()])
    involved &= np.isin(column("kind").astype(str), actors.DEFENDED_KINDS)
    assert involved.sum() > 50
    places_named = {p for p in column("place")[involved] if p}
    assert all(any(t in p for t in actors.DEFENDED_PLACES) for p in places_named)


# --- how much


@pytest.mark.parametrize(("what", "low", "high", "basis"), [
    ("taxation.mining_site", 5_000, 250_000, "per week"),
    ("taxation.zakat", 4_500, 5_500, "per head"),
    ("cattle_theft", 200_000, 500_000, "per operation"),
])
def test_amounts_stay_within_the_documents(table, what, low, high, basis):
    rows = table.filter(pc.and_(pc.equal(table["kind"], what), pc.is_valid(table["amount_best"])))
    assert rows.num_rows > 100
    assert pc.min(rows["amount_low"]).as_py() >= low
    assert pc.max(rows["amount_high"]).as_py() <= high
    assert set(rows["currency"].to_pylist()) == {"XOF"}
    assert set(rows["basis"].to_pylist()) == {basis}


def test_site_taxes_use_the_whole_range(table):
    rows = table.filter(pc.equal(table["kind"], "taxation.mining_site"))
    assert pc.min(rows["amount_best"]).as_py() < 10_000
    assert pc.max(rows["amount_best"]).as_py() > 200_000


@pytest.mark.parametrize("of", ["fatalities", "amount"])
def test_low_best_high_are_in_order(table, of):
    low, best, high = (table[f"{of}_{e}"] for e in ("low", "best", "high"))
    assert pc.all(pc.less_equal(low, best)).as_py()
    assert pc.all(pc.less_equal(best, high)).as_py()
    assert low.null_count == best.null_count == high.null_count
    assert pc.min(low).as_py() >= 0


def test_zakat_is_paid_in_kind_as_the_study_says(column, kind):
    zakat = kind == "taxation.zakat"
    north = np.isin(column("named_admin1").astype(str), ["Gao", "Kidal", "Timbuktu", "Tombouctou"])
    centre = np.isin(column("named_admin1").astype(str), ["Mopti", "Ségou", "Sikasso"])
    assert set(column("commodity")[zakat & north]) == {"animals", "cash"}
    assert set(column("commodity")[zakat & centre]) == {"agricultural produce"}


KAFO_TOTALS = {"firearms": 50, "ammunition": 6_000, "dynamite": 40_000, "detonator cord": 28,
               "cannabis": 1_500, "khat": 1_500, "petrol": 60_000, "medicines": 2_000}


def test_no_seizure_exceeds_what_kafo_brought_in(table):
    rows = table.filter(pc.starts_with(table["kind"], "seizure."))
    for row in rows.select(["commodity", "quantity", "unit"]).to_pylist():
        if row["quantity"] is not None:
            assert row["unit"]
            assert 0 < row["quantity"] <= KAFO_TOTALS.get(row["commodity"], 1_000)


def test_money_has_a_currency_and_a_basis_and_nothing_else_has(table):
    paid = pc.is_valid(table["amount_best"])
    assert paid.equals(pc.is_valid(table["currency"]))
    assert paid.equals(pc.is_valid(table["basis"]))


# --- the tables behind it


def test_every_profile_refers_to_what_exists():
    activities = set(places.towns()[0].weights) | {
        f"road.{name}" for name in places.roads()[0].weights}
    for profile in kinds.PROFILES:
        assert set(profile.sites) <= activities
        assert sum(profile.sites.values()) == pytest.approx(1)
        assert set(profile.casts) <= set(actors.CASTS)
    assert [p.kind for p in kinds.PROFILES] == [k.id for k in KINDS]


def test_effects_name_roads_and_kinds_that_exist():
    for effect in kinds.EFFECTS:
        assert effect.road in {road.id for road in places.roads()}
        assert set(effect.kinds) <= {profile.kind for profile in kinds.PROFILES}


def test_allot_divides_exactly():
    counts = streams.allot(np.array([5.0, 3.0, 0.001]), 100)
    assert counts.sum() == 100
    assert counts.min() >= 1
    assert streams.allot(np.array([1.0, 1.0, 1.0]), 2).sum() == 2


# --- the store


@pytest.fixture
def small(monkeypatch, tmp_path):
    """Settings of a demonstration that is quick to build; counts the builds."""
    built = []

    def few() -> pa.Table:
        built.append(1)
        return generate(n=200)

    monkeypatch.setattr(demo_store, "generate", few)
    return load({}, demo_store=tmp_path / "demo", store=tmp_path / "store"), built


def test_ensure_builds_once(small):
    settings, built = small
    first = ensure(settings)
    second = ensure(settings)
    assert len(built) == 1
    assert len(second.snapshots()) == 1
    assert first.current_id() == second.current_id()
    assert second.require().fetch(incidents().count().as_table())[0][0].as_py() == 200
    about = second.require().meta()
    assert about["synthetic"] is True
    assert about["generator"] == version()
    assert about["seed"] == 2015


def test_ensure_keeps_to_its_own_folder(small, tmp_path):
    settings, _ = small
    ensure(settings)
    assert not (tmp_path / "store").exists()


def test_ensure_rebuilds_another_version(small, monkeypatch):
    settings, built = small
    before = ensure(settings).current_id()
    monkeypatch.setattr(demo_store, "version", lambda: "another")
    after = ensure(settings)
    assert len(built) == 2
    assert after.current_id() != before
    assert len(after.snapshots()) == 1


def test_ensure_never_writes_over_imported_data(small):
    settings, built = small
    store = Store(settings.demo_store)
    with store.building() as writer:
        tables = {name: writer.previous(name) for name in ("incidents", "imports", "rejects")}
        writer.publish(tables, about={"imported": ["a.csv"]})
    with pytest.raises(StoreError, match="imported data"):
        ensure(settings)
    assert not built


# --- the document beside it

DOCUMENT = Path(__file__).parents[3] / "docs" / "demonstration-data.md"


def test_the_document_tells_the_numbers_of_the_code():
    """A changed weight, bound or label must be told; the failing line is the one to write."""
    text = DOCUMENT.read_text(encoding="utf-8")
    missing = [line for line in told_lines() if line not in text]
    assert not missing


def told_lines() -> list[str]:
    return [
        *(profile_line(profile) for profile in kinds.PROFILES),
        *(f"| `{m.kind}` | {m.low:,.0f} to {m.high:,.0f} | {m.step:,.0f} | {m.basis} | "
          f"{m.share:.0%} | {'study' if m.follows else 'invented'} |" for m in amounts.MONEY),
        *(goods_line(goods) for goods in amounts.GOODS),
        *(f"| {name} | `{kind}` | {law.median:g} | {law.sigma:g} | {law.least} to {law.most} | "
          f"{law.share:.0%} |" for name, laws in (("victims", amounts.VICTIMS),
                                                  ("fatalities", amounts.FATALITIES))
          for kind, law in laws.items()),
        *(f"| {name} | " + " | ".join(f"{v:g}" for v in times.SEASONS[name]) + " |"
          for name in times.SEASONS),
        *(f"| {name} | {law.share:.0%} | {law.median:g} | {law.sigma:g} | {law.shortest} to "
          f"{law.longest} |" for name, law in times.LASTING.items()),
        *(f"| {name} | " + "; ".join(f"{who} ({role})" for who, role in cast)
          for name, cast in actors.CASTS.items()),
        ", ".join(actors.LABELS),
    ]


def profile_line(profile: kinds.Profile) -> str:
    sites = ", ".join(f"{name} {share:g}" for name, share in profile.sites.items())
    return (f"| `{profile.kind}` | {profile.weight:g} | {sites} | {profile.growth:g} | "
            f"{profile.season} | {profile.lasting or '–'} | {', '.join(profile.countries)} |")


def goods_line(goods: amounts.Goods) -> str:
    zone = goods.zone or "everywhere"
    size = (f"{goods.median:g} {goods.unit} | {goods.sigma:g} | {goods.most:,.0f}"
            if goods.median else "no quantity | – | –")
    return f"| `{goods.kind}` | {goods.commodity} | {size} | {goods.weight:g} | {zone} |"
