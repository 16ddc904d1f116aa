"""Every layer over the demonstration data: drawing, legend and table tell of the same marks."""

from __future__ import annotations

import pytest

from callbacks.context import Context
from data import settings as configuration
from data.selection import Selection
from layers import wire
from layers.base import Request
from layers.mark_layer import MarkLayer
from layers.marks import tally
from layers.registry import LAYERS

QUERIES = ["", "from=2020-11&to=2020-12", "country=ML", "kind=taxation&country=ML",
           "admin1=Gao", "from=1999&to=1999", "source=nobody", "max-where-precision=3",
           "bbox=-5,14,2,18", "actor=zzzz"]


@pytest.fixture(scope="module")
def context(demo_store, tmp_path_factory):
    folder = tmp_path_factory.mktemp("own")
    settings = configuration.load({}, store=folder, demo_store=demo_store.folder, language="en")
    return Context(settings, demo_store)


def asked(context, layer, query, language="en", options=()):
    request = context.request(
        selection=Selection.from_query(query), language=language, months=12, options=options)
    return context.found(context.store.require(), layer, request)


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("layer", LAYERS, ids=lambda layer: layer.id)
def test_every_mark_is_of_the_legend_and_has_a_row(context, layer, query):
    found, request = asked(context, layer, query)
    drawing, legend = layer.drawing(found, request), layer.legend(found, request)
    keys = {entry.key for entry in legend.entries if entry.key}
    assert set(tally(drawing)) <= keys
    rows = layer.rows(found, request)
    if isinstance(layer, MarkLayer):
        assert len({mark.id for mark in drawing}) == len(drawing), "a click picks one mark"
        # A row without a mark tells what is known and not placed.
        assert set(rows.column("mark").drop_null().to_pylist()) == {mark.id for mark in drawing}


@pytest.mark.parametrize("layer", LAYERS, ids=lambda layer: layer.id)
def test_the_browser_gets_the_marks_that_the_sheet_draws(context, layer):
    found, request = asked(context, layer, "")
    payload = layer.payload(found, request)
    meta, columns = wire.decode(wire.encode(payload.meta, payload.columns))
    if isinstance(layer, MarkLayer):
        assert [item["id"] for item in meta["items"]] == [
            mark.id for mark in layer.marks(found, request)]
        assert len(columns["style"]) == len(meta["items"])


def choices(layer, ground):
    for option in layer.options(ground):
        values = [value for value, _ in option.choices] or [f"{option.low:g}", f"{option.high:g}"]
        yield from (((option.name, value),) for value in values)


@pytest.mark.parametrize("layer", LAYERS, ids=lambda layer: layer.id)
def test_every_choice_of_every_option_is_drawn(context, layer):
    found, _ = asked(context, layer, "")
    for options in choices(layer, found.ground):
        found, request = asked(context, layer, "country=ML", options=options)
        legend = layer.legend(found, request)
        assert set(tally(layer.drawing(found, request))) <= {e.key for e in legend.entries}
        payload = layer.payload(found, request)
        wire.encode(payload.meta, payload.columns)


@pytest.mark.parametrize("layer", LAYERS, ids=lambda layer: layer.id)
def test_options_are_the_same_whatever_a_snapshot_holds(context, layer):
    """The page is wired once, and snapshots change beneath it."""
    from data.ground import Ground

    found, _ = asked(context, layer, "")
    assert [o.name for o in layer.options(found.ground)] == [
        o.name for o in layer.options(Ground())]


@pytest.mark.parametrize("layer", LAYERS, ids=lambda layer: layer.id)
def test_french_is_spoken_throughout(context, layer):
    (found, english), (_, french) = (asked(context, layer, "", language) for language in
                                     ("en", "fr"))
    said = [layer.legend(found, request) for request in (english, french)]
    assert len(said[0].entries) == len(said[1].entries)
    assert layer.says.render("fr") != layer.says.render("en")
    assert all(a != b for a, b in zip(said[0].notes, said[1].notes, strict=True))


@pytest.mark.parametrize("layer", LAYERS, ids=lambda layer: layer.id)
def test_rows_are_named_for_a_person(context, layer):
    found, request = asked(context, layer, "")
    rows = layer.rows(found, request)
    assert set(layer.columns()) & set(rows.column_names)
    for sentence in layer.columns().values():
        assert sentence.render("en")


def test_a_window_only_ever_takes_marks_away(context):
    for layer in LAYERS:
        if isinstance(layer, MarkLayer):
            found, request = asked(context, layer, "")
            later, narrow = asked(context, layer, "from=2021-01&to=2021-03")
            whole = {mark.id for mark in layer.drawing(found, request)}
            assert {mark.id for mark in layer.drawing(later, narrow)} <= whole


def test_a_request_without_a_snapshot_still_shows_the_evidence():
    from data.ground import Ground
    from layers.base import Found
    from layers.corridors import Corridors

    assert Corridors().drawing(Found({}, Ground()), Request())
