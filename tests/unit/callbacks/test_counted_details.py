"""What is told of a mark that says a number is what its number was made of in the window."""

from __future__ import annotations

import pytest

from callbacks import details
from callbacks.context import Context
from data.errors import UsageError
from data.selection import Selection
from layers.registry import BY_ID

WINDOWS = ["", "from=2019&to=2021"]


def told(component):
    if isinstance(component, str | int):
        return str(component)
    children = getattr(component, "children", component if isinstance(component, list) else None)
    parts = children if isinstance(children, list | tuple) else [children]
    return " ".join(told(part) for part in parts if part is not None)


def largest(context: Context, layer, query, options):
    request = context.request(selection=Selection.from_query(query), options=options, resolution=4)
    found, used = context.found(context.store.require(), BY_ID[layer], request)
    return max(BY_ID[layer].drawing(found, used), key=lambda mark: mark.value)


def picked(layer, id, query, options=()):
    return {"layer": layer, "id": id, "query": query, "options": dict(options)}


@pytest.mark.parametrize("query", WINDOWS)
def test_a_unit_tells_the_incidents_that_it_counts(context, query):
    mark = largest(context, "coarse", query, ())
    text = told(details.told(context, picked("coarse", mark.id, query), "en"))
    assert mark.label.split(" · ")[0] in text
    assert f"{mark.value:,.0f} incidents are known to be in it" in text


def test_a_hexagon_tells_every_place_that_it_has_a_share_of(context):
    options = (("show", "spread"),)
    mark = largest(context, "coarse", "", options)
    text = told(details.told(context, picked("coarse", mark.id, "", options), "en"))
    assert text.count("known to be in it") == len(mark.shares)


@pytest.mark.parametrize("query", WINDOWS)
@pytest.mark.parametrize("options", [(), (("of", "fuel"),)])
def test_a_circle_tells_its_seizures(context, query, options):
    mark = largest(context, "seizures", query, options)
    text = told(details.told(context, picked("seizures", mark.id, query, options), "en"))
    if not options:
        seizures = "seizure" if mark.value == 1 else "seizures"
        assert f"{mark.value:.0f} {seizures} in this window" in text
    assert "how much moves is not known" in text


def test_what_an_operation_seized_is_told_as_a_claim(context):
    shown = details.told(context, picked("seizures", "outcomes/kafo-firearms", ""), "en")
    assert "50" in told(shown) and "What a document says" in told(shown)


@pytest.mark.parametrize("query", WINDOWS)
def test_a_hexagon_of_effort_tells_its_sources(context, query):
    mark = largest(context, "effort", query, ())
    text = told(details.told(context, picked("effort", mark.id, query), "en"))
    assert "reported on this hexagon" in text and "Synthetic demonstration" in text


@pytest.mark.parametrize("layer", ["coarse", "seizures", "effort"])
def test_what_is_not_there_is_said(context, layer):
    if layer == "effort":
        with pytest.raises(UsageError):
            details.told(context, picked(layer, "cell/nonsense", ""), "en")
    else:
        assert "There are no such" in told(
            details.told(context, picked(layer, "unit/XX-1/none", ""), "en"))
