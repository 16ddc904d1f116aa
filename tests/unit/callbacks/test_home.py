"""The first view shows where the data is."""

from __future__ import annotations

import numpy as np

from callbacks import home
from callbacks.map import view_of
from data.evidence.ingest.run import Options, import_evidence
from data.store import Store


def test_the_demonstration_starts_over_the_central_sahel(snapshot):
    assert home.of(snapshot) == home.SAHEL == home.of(None)


def test_data_from_elsewhere_is_shown_where_it_is():
    centres = np.array([(27.0, -2.0), (29.0, 1.5), (28.0, 0.0), (0.0, 15.0)])
    lon, lat, zoom = home.view_over(centres, np.array([500, 400, 600, 1]))
    assert 26 < lon < 30 and -2 < lat < 2 and 5 < zoom < 8


def test_a_single_place_is_not_zoomed_into_beyond_sense():
    assert home.view_over(np.array([(100.0, 15.0)]), np.array([3]))[2] == 8.0


def test_a_view_is_written_as_the_map_takes_it():
    assert view_of((1, 2, 3)) == {
        "longitude": 1, "latitude": 2, "zoom": 3, "pitch": 0, "bearing": 0}


def test_a_store_of_sites_alone_opens_with_them(settings, tmp_path):
    store = Store(tmp_path / "own")
    path = tmp_path / "sites.csv"
    path.write_text("id,document,says_en,kind,place,lat,lon,where_precision\n"
                    "s1,An invented survey,x,mining_site,Pit,-1.5,28.5,1\n")
    import_evidence(store, path, Options(table="sites"), settings)
    assert "mining" in home.opening(store.require())
    assert home.opening(None) == ("hexagons", "corridors")


def test_where_there_are_incidents_the_page_opens_with_these(snapshot):
    assert home.opening(snapshot) == ("hexagons", "corridors")
