"""The table: sorted as a person reads, of the view, with the row that is picked, as a file."""

from __future__ import annotations

import csv
import io

import pytest

from callbacks import incident_details, incident_table, layer_table, table
from callbacks.context import Context
from callbacks.table_cells import COLUMNS
from callbacks.table_request import SIZE, TableRequest
from data.ingest.options import Options
from data.ingest.run import import_files
from data.model import incidents
from data.queries.filters import fold_words, inside
from data.selection import Selection
from data.store import Store
from data.taxonomy import fold
from layers.registry import BY_ID, LAYERS
from tests.support import plain

HERE = (-5.0, 12.0, 2.0, 18.0)


def asked(layer="", query="", sort="", **more):
    return TableRequest(query, BY_ID.get(layer), sort, more.pop("descending", False), **more)


def shown(context, request, language="en"):
    kind = layer_table if request.layer else incident_table
    return kind.shown(context, context.store.require(), request, language)


def names(page, column=0):
    """Return what a column says, row by row."""
    return [row.cells[column] for row in page.rows]


def columns(page):
    """Return the columns by the name that sorts them, each with how it is sorted now."""
    return {head.name: head.sorted for head in page.heads}


def csv_of(client, query=""):
    answer = client.get("/download/table.csv?lang=en&" + query)
    assert answer.status_code == 200, answer.get_data(as_text=True)
    head, *rows = csv.reader(io.StringIO(answer.get_data(as_text=True).lstrip("\ufeff")))
    return head, rows


@pytest.mark.parametrize("layer", [layer.id for layer in LAYERS])
def test_every_column_of_every_layer_sorts_with_empty_cells_last(context, layer):
    for at, column in enumerate(columns(shown(context, asked(layer)))):
        for descending, said in ((False, "ascending"), (True, "descending")):
            page = shown(context, asked(layer, sort=column, descending=descending, size=250))
            assert columns(page)[column] == said
            assert list(columns(page).values()).count("none") == len(page.heads) - 1
            filled = [bool(text) for text in names(page, at)]
            assert filled == sorted(filled, reverse=True)


def test_words_are_sorted_as_they_are_read(context):
    page = shown(context, asked("relations", sort="places", size=250), "fr")
    at = list(columns(page)).index("places")
    said = [fold(text) for text in names(page, at) if text]
    assert said == sorted(said)


def test_kinds_are_sorted_by_their_label_in_the_language(context):
    at = list(COLUMNS).index("kind")
    for language in ("en", "fr"):
        page = shown(context, asked(sort="kind", size=250), language)
        said = [fold(text) for text in names(page, at)]
        assert said == sorted(said) and len(set(said)) > 1


def test_only_rows_in_the_view(context, snapshot):
    page = shown(context, asked(view=HERE, size=25))
    rows = incidents()
    within = rows.filter(inside(rows, HERE))
    n = snapshot.rows(within.agg(n=within.count()))[0]["n"]
    assert page.count == f"{n} incidents" and len(page.rows) == 25
    whole, part = (shown(context, asked("hexagons", view=view, size=250)) for view in (None, HERE))
    assert 0 < len(part.rows) < len(whole.rows)
    for row in part.rows:
        west, south, east, north = map(float, row.picks["data-at"].split(","))
        assert west <= HERE[2] and east >= HERE[0] and south <= HERE[3] and north >= HERE[1]


def test_the_row_of_what_is_picked_stands_on_every_page(context, snapshot):
    last = snapshot.rows(incidents().order_by(["date_start", "incident_id"]))[-1]["incident_id"]
    page = shown(context, asked(sort="date_start", size=25, picked=last))
    assert page.rows[0].pinned and page.rows[0].picks["data-incident"] == last
    assert len(page.rows) == 26
    there = shown(context, asked(sort="date_start", descending=True, size=25, picked=last))
    assert not any(row.pinned for row in there.rows)
    gone = shown(context, asked(query="kind=unclassified", picked=last))
    assert last not in {row.picks["data-incident"] for row in gone.rows}


def test_a_row_of_a_region_leads_to_the_region_and_not_to_a_point(context, snapshot):
    rows = incidents()
    coarse = snapshot.rows(rows.filter(rows.where_precision == 4).limit(1))[0]
    page = shown(context, asked(picked=coarse["incident_id"], query="", size=25))
    row = next(row for row in page.rows if row.picks["data-incident"] == coarse["incident_id"])
    west, south, east, north = map(float, row.picks["data-at"].split(","))
    assert west < coarse["lon"] < east and south < coarse["lat"] < north


def test_the_caption_is_the_selections_sentence(context):
    said = table.caption(context, asked(query="kind=kidnapping&from=2020&to=2020"), "en")
    assert said.endswith("Kidnapping for ransom · everywhere · Jan 2020 – Dec 2020")


def test_every_column_of_incidents_is_explained(context):
    page = shown(context, asked())
    assert page.heads and all(head.meaning for head in page.heads)


def test_a_page_has_an_address_that_a_browser_may_keep(client, snapshot):
    query = "t.sort=place&t.order=up&t.size=25&t.page=2&kind=cattle_theft&lang=fr"
    answer = client.get(f"/data/{snapshot.id}/table.json?{query}")
    told = answer.get_json()
    assert "immutable" in answer.headers["Cache-Control"]
    assert told["at"] == 2 and len(told["rows"]) == 25
    assert "Vol de bétail" in told["caption"]
    assert client.get(f"/data/{snapshot.id}/table.json?month=13").status_code == 400
    assert client.get("/data/20200101T000000Z-000000/table.json").status_code == 410


@pytest.mark.parametrize("query", ["t.page=-1", "t.page=x", "t.page=" + "9" * 40, "t.size=7",
                                   "t.view=0,0,999,1", "t.sort=nothing", "t.layer=unheard"])
def test_what_an_address_does_not_mean_is_the_table_all_the_same(client, snapshot, query):
    answer = client.get(f"/data/{snapshot.id}/table.json?{query}")
    assert answer.status_code == 200 and len(answer.get_json()["rows"]) == SIZE


def test_the_file_is_the_table_in_its_order(client, context, snapshot):
    head, rows = csv_of(client, "country=ML&t.sort=place&t.order=up")
    n = snapshot.rows(incidents().filter(incidents().admin0 == "ML"))
    assert len(rows) == len(n)
    at = head.index("Place")
    filled = [row[at] for row in rows if row[at]]
    assert filled == sorted(filled, key=lambda place: " ".join(fold_words(place)))
    assert not any(row[at] for row in rows[len(filled):])


def test_a_layers_file_says_that_it_rests_on_invented_incidents(client):
    head, rows = csv_of(client, "t.layer=hexagons&res=4&t.sort=incidents&t.order=down")
    assert head[-1] == "Synthetic" and all(row[-1] for row in rows)
    numbers = [int(row[head.index("Incidents")]) for row in rows]
    assert numbers == sorted(numbers, reverse=True)
    head, _ = csv_of(client, "t.layer=corridors")
    assert "Synthetic" not in head


def test_a_broken_address_is_a_sentence(client):
    answer = client.get("/download/table.csv?t.layer=hexagons&res=99")
    assert answer.status_code == 400 and answer.get_data(as_text=True).endswith(".")


@pytest.fixture
def holding(tmp_path, settings):
    """Build a context over a store of the test's own, which holds a file's rows."""

    def build(*rows, extra=()):
        own = tmp_path / str(len(list(tmp_path.iterdir())))
        own.mkdir()
        path, store = own / "rows.csv", Store(own / "store")
        path.write_text(plain(*rows, extra=extra), encoding="utf-8")
        import_files(store, [path], Options(), settings)
        return Context(settings, store)

    return build


def test_what_may_not_be_passed_on_is_in_the_table_and_not_in_the_file(holding):
    context = holding({"notes": "free", "licence": "CC-BY-4.0"},
                      {"notes": "closed", "licence": "ACLED"}, extra=("licence",))
    held = context.store.require()
    request = asked(sort="date_start")
    assert len(shown(context, request).rows) == 2
    head, rows = incident_table.leaving(context, held, request, "en")
    assert [row[head.index("Notes")] for row in rows] == ["free"]
    points = asked("incidents")
    assert len(shown(context, points).rows) == 2
    assert len(layer_table.leaving(context, held, points, "en")[1]) == 1


@pytest.mark.parametrize("kept", [{"sensitivity": "confidential"}, {"licence": "ACLED"}])
@pytest.mark.parametrize("layer", ["hexagons", "effort", "coarse", "difference"])
def test_no_number_of_a_layers_file_rests_on_what_may_not_be_passed_on(holding, layer, kept):
    where = {"where_precision": 4} if layer == "coarse" else {}
    free, secret = {"licence": "CC-BY-4.0"}, {"lat": 14.49, "lon": -4.2, "fatalities": 77, **kept}
    extra = ("licence", "sensitivity")
    alone = holding(where | free, extra=extra)
    only = layer_table.leaving(alone, alone.store.require(), asked(layer), "en")
    both = holding(where | free, where | free | secret, extra=extra)
    assert len(shown(both, asked(layer)).rows) == 2
    assert layer_table.leaving(both, both.store.require(), asked(layer), "en") == only


def test_who_may_see_a_record_is_said_in_the_language(holding):
    context = holding({"sensitivity": "restricted"}, extra=("sensitivity",))
    page = shown(context, asked(), "fr")
    assert names(page, list(COLUMNS).index("sensitivity")) == ["restreint"]
    (row,) = context.store.require().rows(incidents())
    assert ("Sensibilité", "restreint") in incident_details.known(row, "fr")


def test_a_view_may_cross_the_antimeridian(holding):
    context = holding({"lon": 179, "lat": -17, "country": "Fiji"},
                      {"lon": 0, "lat": -17, "country": "Fiji"})
    page = shown(context, asked(view=(170.0, -30.0, -170.0, 0.0)))
    assert len(page.rows) == 1


def test_selections_of_days_reach_the_table(context, snapshot):
    page = shown(context, asked(query=Selection.of(weekday=[1]).to_query(), size=250))
    at = list(COLUMNS).index("date_precision")
    assert page.rows and set(names(page, at)) == {"1"}
