"""Incidents at one point are all listed, since only the topmost can be clicked."""

from __future__ import annotations

from collections import defaultdict

import pytest

from callbacks import details, stacked
from data.model import incidents
from data.selection import Selection


@pytest.fixture(scope="module")
def together(store):
    """Incidents drawn at the same point, by point."""
    rows = store.require().rows(incidents().filter(incidents().where_precision <= 2).select(
        "incident_id", "lon", "lat", "date_start"))
    held = defaultdict(list)
    for row in rows:
        held[row["lon"], row["lat"]].append(row)
    return held


def told(component):
    if isinstance(component, str):
        return component
    children = getattr(component, "children", None) or []
    return " ".join(told(part) for part in (children if isinstance(children, list) else [children])
                    if part is not None)


def test_all_at_the_very_point_are_listed(snapshot, together):
    group = max(together.values(), key=len)
    assert len(group) > 1
    picked = {"id": group[0]["incident_id"], "layer": "incidents", "query": ""}
    part = stacked.tell(snapshot, picked, "en")
    assert f"{len(group)} incidents at this very point" in told(part)
    listed = {item.children.to_plotly_json()["props"]["data-incident"]
              for item in part.children[1].children}
    assert listed <= {row["incident_id"] for row in group}
    assert len(listed) == min(len(group), stacked.LISTED)


def test_only_those_of_the_window_are_listed(snapshot, together):
    group = max(together.values(), key=len)
    first = min(row["date_start"] for row in group)
    window = Selection(date_to=first)
    picked = {"id": group[0]["incident_id"], "query": window.to_query()}
    part = stacked.tell(snapshot, picked, "fr")
    before = [row for row in group if row["date_start"] <= first]
    assert (part is None) == (len(before) < 2)


def test_one_alone_has_no_list(snapshot, together):
    alone = next(group[0] for group in together.values() if len(group) == 1)
    assert stacked.tell(snapshot, {"id": alone["incident_id"], "query": ""}, "en") is None
    assert stacked.tell(snapshot, {"id": "none", "query": ""}, "en") is None


def test_the_panel_tells_the_incident_and_its_neighbours(context, together):
    group = max(together.values(), key=len)
    picked = {"layer": "incidents", "id": group[0]["incident_id"], "query": ""}
    assert "at this very point" in " ".join(
        told(part) for part in details.told(context, picked, "en"))
