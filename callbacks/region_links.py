"""The ways to a region's profile: a button that tells it in short, and a link to all of it."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import Any
from urllib.parse import quote

from dash import html

from callbacks.parts import extra
from data.errors import UsageError
from data.ground import Ground
from data.i18n import t
from data.profile.area import DRAWN, everywhere, levels, search
from data.selection import Selection

LAYER = "region"
"""What a pick calls it: it is no layer of the map, and told like one."""


def full(unit: str, query: str, language: str) -> html.A:
    """Return the link to a full profile under the same filters, in a page of its own."""
    address = f"region/{quote(unit)}?{query}{'&' if query else ''}lang={language}"
    return html.A(t(language, "Full profile, to read and print"), href=address, target="_blank",
                  className="plain-button region-full")


def button(ground: Ground, unit: str | None, language: str) -> Any:
    """Return the button that tells a unit in short; None for one that has no profile."""
    name = next((units.name(unit, language) for _, units in levels(ground)
                 if unit in units.position), None) if unit else None
    if name is None:
        return None
    return html.Button(
        t(language, "Region profile: {place}", place=name), type="button",
        className="plain-button region-button",
        **extra({"data-layer": LAYER, "data-mark": unit}))


def buttons(ground: Ground, units: Iterable[str | None], language: str) -> list[Any]:
    """Return a button for each of several units, each once."""
    made = (button(ground, unit, language) for unit in dict.fromkeys(units))
    return [one for one in made if one is not None]


def of_area(ground: Ground, selection: Selection, language: str) -> html.A | None:
    """Return the link to the profile of what a selection draws or picks, if it does.

    A single unit that is picked has the profile of a unit.
    """
    drawn = selection.area is not None or selection.near is not None
    if not drawn and not selection.picked:
        return None
    if not drawn and len(selection.picked) == 1:
        with suppress(UsageError):
            unit = search(ground, selection.picked[0]).unit.id
            return full(unit, everywhere(selection).to_query(), language)
    return full(DRAWN, selection.to_query(), language)
