"""What sheets that are to be compared have in common: view, resolution, division."""

from __future__ import annotations

from dataclasses import replace

from data.selection import BBox
from layers.sheet.compose import Layout, laid_out
from layers.sheet.description import Sheet
from layers.sheet.fitting import Edges, fitted, frame
from layers.sheet.press import Press

MAP = 0.66
"""About the share of a page's width that its map takes."""


def viewed(sheet: Sheet, press: Press) -> Sheet:
    """Return a sheet with its view and resolution settled, for others to have the same.

    Without a view of its own it is fitted to all that it shows.
    """
    if sheet.view is None and sheet.extent is None:
        box, free = fitted(sheet, press)
        sheet = replace(sheet, extent=_wider(box, sheet.size[0] * MAP, free))
    return replace(sheet, resolution=sheet.resolution or resolution(sheet, press))


def resolution(sheet: Sheet, press: Press) -> int:
    """Return the resolution of hexagons that a sheet's scale asks for."""
    width, height = sheet.size
    return frame(sheet, press, width * MAP, height * MAP).resolution


def divided(sheet: Sheet, press: Press) -> Layout:
    """Return how sheets are divided of which `sheet` holds all that any of them says."""
    return laid_out(sheet, press)


def _wider(box: BBox, side: float, wanted: Edges) -> BBox:
    """Widen a box by what symbols stand beside their places, of a map of so many points."""
    west, south, east, north = box
    free = wanted.within(side, side)
    wide = (east - west) / (side - free.left - free.right)
    tall = (north - south) / (side - free.top - free.bottom)
    return (west - wide * free.left, max(-90.0, south - tall * free.bottom),
            east + wide * free.right, min(90.0, north + tall * free.top))
