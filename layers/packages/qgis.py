"""Styles for QGIS, made from the very styles that legends draw by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, tostring

from data import taxonomy
from layers.legend import Legend
from layers.palette import GROUP_COLOURS, rgb
from layers.style import Style

POINTS = 0.75
"""Points for a pixel of the screen."""
HATCHES = {0.0: "horizontal", 45.0: "b_diagonal", 90.0: "vertical", 135.0: "f_diagonal"}
"""QGIS's own names of hatches by their angle."""
PAPER = "255,255,255,255"
NOTHING = "0,0,0,0"


@dataclass(frozen=True)
class Category:
    """One entry: rows whose attribute has a value, and their look."""

    value: str
    label: str
    style: Style


def of_legend(legend: Legend, form: str) -> str:
    """Write the style of a layer's table, by the column `key`."""
    return style(form, "key", (Category(one.key, one.label, one.style)
                               for one in legend.entries if one.key and not one.live))


def of_kinds(form: str, language: str) -> str:
    """Write the style of single incidents, by their kind."""
    return style(form, "kind", (
        Category(kind.id, kind.label(language), Style("dot", GROUP_COLOURS[kind.group], radius=4.0))
        for kind in taxonomy.KINDS))


def of_one(form: str, look: Style) -> str:
    """Write a style that is the same for every row."""
    root = _root()
    renderer = SubElement(root, "renderer-v2", type="singleSymbol", symbollevels="0")
    symbols = SubElement(renderer, "symbols")
    _symbol(symbols, "0", form, look)
    return _text(root)


def style(form: str, attribute: str, categories: Iterable[Category]) -> str:
    """Write a style by the values of an attribute.

    Args:
        form: `Point`, `LineString`, or a polygon of any kind.
        attribute: the column.
        categories: in the legend's order.
    """
    root = _root()
    renderer = SubElement(root, "renderer-v2", type="categorizedSymbol", attr=attribute,
                          symbollevels="0")
    listed = SubElement(renderer, "categories")
    symbols = SubElement(renderer, "symbols")
    for number, one in enumerate(categories):
        SubElement(listed, "category", symbol=str(number), value=one.value, label=one.label,
                   render="true", type="string")
        _symbol(symbols, str(number), form, one.style)
    return _text(root)


def _root() -> Element:
    return Element("qgis", version="3.28", styleCategories="Symbology")


def _text(root: Element) -> str:
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n" + tostring(
        root, encoding="unicode")


def _symbol(symbols: Element, name: str, form: str, look: Style) -> None:
    kind, drawn, options = {"Point": _marker, "LineString": _line}.get(form, _fill)(look)
    symbol = SubElement(symbols, "symbol", type=kind, name=name, alpha=str(look.alpha),
                        clip_to_extent="1", force_rhr="0")
    layer = SubElement(symbol, "layer", {"class": drawn, "enabled": "1", "locked": "0",
                                         "pass": "0"})
    held = SubElement(layer, "Option", type="Map")
    for key, value in options.items():
        SubElement(held, "Option", name=key, value=value, type="QString")


def _colour(look: Style) -> str:
    red, green, blue = rgb(look.colours[0])
    return f"{red},{green},{blue},255"


def _dashes(look: Style) -> dict[str, str]:
    if look.dash is None:
        return {}
    return {"use_custom_dash": "1", "customdash_unit": "Point",
            "customdash": ";".join(f"{part * POINTS:g}" for part in look.dash)}


def _marker(look: Style) -> tuple[str, str, dict[str, str]]:
    empty = look.hollow or look.form == "ring"
    return "marker", "SimpleMarker", {
        "name": "hexagon" if look.form == "hexagon" else "circle",
        "color": PAPER if empty else _colour(look),
        "outline_color": _colour(look) if empty else PAPER,
        "outline_width": "0.5", "outline_width_unit": "Point",
        "size": f"{2 * look.radius * POINTS:g}", "size_unit": "Point"}


def _line(look: Style) -> tuple[str, str, dict[str, str]]:
    return "line", "SimpleLine", {
        "line_color": _colour(look), "line_width": f"{look.width * POINTS:g}",
        "line_width_unit": "Point", **_dashes(look)}


def _fill(look: Style) -> tuple[str, str, dict[str, str]]:
    filled = look.form in ("fill", "hexagon")
    pattern = HATCHES.get(look.angle, "b_diagonal") if look.form == "hatch" else "no"
    return "fill", "SimpleFill", {
        "style": "solid" if filled else pattern,
        "color": _colour(look) if filled or look.form == "hatch" else NOTHING,
        "outline_color": PAPER if look.form == "hexagon" else _colour(look),
        "outline_style": "dash" if look.dash else "solid",
        "outline_width": f"{(0.5 if filled else look.width * POINTS):g}",
        "outline_width_unit": "Point"}
