"""Where an area lies: a small map of it, with its neighbours, towns, sites and corridors."""

from __future__ import annotations

from typing import Any

import shapely
from dash import html

from callbacks.region.markup import Drawn
from callbacks.region.telling import Telling
from data.areas.boundaries import Units
from data.boundaries import towns
from data.evidence import near
from data.ground import Ground
from data.i18n import t
from data.profile.area import COUNTRY, FIRST
from layers import locator

TOWNS, SITES = 6, 25
VIEW = 0.5
"""By what share of its size an area's bounds are widened to find what is in view."""


def part(telling: Telling, ground: Ground) -> html.Figure:
    """Draw where an area lies, and say how what is drawn is told apart."""
    language, profile = telling.language, telling.profile
    ways = [locator.Way(line, one.corridor.path_known) for one in profile.corridors
            if one.how != "wide" for line in near.path(one.corridor)]
    title = t(language, "Where it lies: {place}", place=profile.area.name(language) or t(
        language, "selected area"))
    sites = _sites(telling)
    drawing: Any = Drawn(locator.svg(
        (profile.area.name(language), profile.area.shape), _beside(telling, ground), ways,
        [*_towns(telling), *sites], title=title, land=_land(telling, ground)))
    notes = [t(language, "Dots: towns.")]
    notes += [t(language, "Squares: sites.")] if sites else []
    notes += [t(language, "Dashed: straight links of corridors whose path is not known.")] if any(
        not way.known for way in ways) else []
    notes.append(t(language, "The outlines imply no opinion on the status of any territory."))
    return html.Figure([drawing, html.Figcaption(" ".join(notes))], className="place")


def _beside(telling: Telling, ground: Ground) -> list[tuple[str, Any]]:
    """Return the other units of the area's level in view."""
    area = telling.profile.area
    units = ground.units(FIRST if area.level is None else area.level)
    return [(units.name(units.ids[i], telling.language), units.geometries[i])
            for i in _in_view(units, telling) if units.ids[i] != area.unit.id]


def _land(telling: Telling, ground: Ground) -> list[Any]:
    countries = ground.units(COUNTRY)
    return [countries.geometries[i] for i in _in_view(countries, telling)]


def _in_view(units: Units, telling: Telling) -> list[int]:
    """Return where the units stand that lie in the area's bounds, or a little around them."""
    west, south, east, north = shapely.bounds(telling.profile.area.shape).tolist()
    wide = VIEW * max(east - west, north - south)
    found = units.tree.query(shapely.box(west - wide, south - wide, east + wide, north + wide))
    return sorted(found.tolist())


def _towns(telling: Telling) -> list[locator.Spot]:
    """Return the largest towns of the area, by rank and people."""
    area, language = telling.profile.area, telling.language
    inside = [one for one in towns() if one.iso2 == area.iso2 and area.shape.covers(
        shapely.Point(one.lon, one.lat))]
    largest = sorted(inside, key=lambda one: (one.rank, -one.population))[:TOWNS]
    return [locator.Spot(one.lon, one.lat, one.name_fr if language == "fr" else one.name_en)
            for one in largest]


def _sites(telling: Telling) -> list[locator.Spot]:
    """Return sites whose place is a point; a site known to a unit alone is at none."""
    return [locator.Spot(place.lon, place.lat, "", site=True)
            for site in telling.profile.sites.sites.here[:SITES] for place in site.where
            if place.lon is not None and place.lat is not None and place.precision <= 2]
