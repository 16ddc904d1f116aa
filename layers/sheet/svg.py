"""Simple SVG drawings, such as logos, as shapes with a filling and an edge.

Paths, rectangles, circles, ellipses, polygons and lines with plain colours, in groups, with
transforms and classes. What needs more is refused, since a logo must not be drawn wrongly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal
from xml.etree import ElementTree

import numpy as np
from fontTools.svgLib.path.shapes import PathBuilder
from matplotlib.colors import to_rgba
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, Transform

from data.i18n import Message, msg
from layers.sheet.svg_path import alternating, path_of

Colour = tuple[float, float, float, float]
Style = Mapping[str, str]
SHAPES = ("path", "rect", "circle", "ellipse", "polygon", "polyline", "line")
GROUPS = ("svg", "g", "a", "switch")
SILENT = ("defs", "title", "desc", "metadata", "style", "script")
"""Elements that draw nothing by themselves."""
START: Style = {"fill": "black", "stroke": "none", "stroke-width": "1", "fill-rule": "nonzero",
                "stroke-linecap": "butt", "stroke-linejoin": "miter", "fill-opacity": "1",
                "stroke-opacity": "1", "color": "black"}
SPECIAL = ("clip-path", "mask", "filter", "stroke-dasharray")
"""What changes a shape and is not drawn here."""
NONE: Colour = (0.0, 0.0, 0.0, 0.0)
NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")


class UnreadableError(Exception):
    """A drawing that needs what is not drawn here; `why` says what."""

    def __init__(self, why: Message) -> None:
        super().__init__(str(why))
        self.why = why


@dataclass(frozen=True, eq=False)
class Shape:
    """One shape.

    Attributes:
        path: in the drawing's units, y downwards.
        fill, stroke: red, green, blue and opacity, 0 to 1.
        width: of its edge, in the drawing's units.
        cap, join: of the edge.
    """

    path: Path
    fill: Colour
    stroke: Colour
    width: float
    cap: Literal["butt", "round", "projecting"]
    join: Literal["miter", "round", "bevel"]


@dataclass(frozen=True, eq=False)
class Drawing:
    """Shapes from the ground up, and the rectangle of their plane that is shown."""

    x: float
    y: float
    width: float
    height: float
    shapes: tuple[Shape, ...]


def read(content: bytes) -> Drawing:
    """Read an SVG file.

    Raises:
        UnreadableError: it needs what is not drawn here.
        ValueError: it is no SVG, or does not say how large it is.
    """
    if b"<!ENTITY" in content:
        raise UnreadableError(msg("it uses {what}", what="ENTITY"))
    try:
        # Entities, by which a file could fill the memory, are refused above.
        root = ElementTree.fromstring(content)  # noqa: S314
    except ElementTree.ParseError as error:
        raise ValueError(str(error)) from error
    if _name(root) != "svg":
        raise ValueError(root.tag)
    view = [float(one) for one in NUMBER.findall(root.get("viewBox", ""))]
    if len(view) != 4:
        view = [0.0, 0.0, *(_length(root.get(side, "")) for side in ("width", "height"))]
    if min(view[2:]) <= 0:
        raise ValueError(view)
    classes = _classes("".join(one.text or "" for one in root.iter() if _name(one) == "style"))
    return Drawing(view[0], view[1], view[2], view[3],
                   tuple(_shapes(root, START, Affine2D(), 1.0, classes)))


def _shapes(
    element: ElementTree.Element, above: Style, place: Transform, opacity: float,
    classes: Mapping[str, Style],
) -> Iterator[Shape]:
    name = _name(element)
    if name in SILENT or not name:
        return
    own = _own(element, classes)
    for special in SPECIAL:
        if own.get(special, "none") != "none":
            raise UnreadableError(msg("it uses {what}", what=special))
    if own.get("display") == "none" or own.get("visibility") == "hidden":
        return
    style = {**above, **own}
    opacity *= float(own.get("opacity", "1"))
    here = _transform(element.get("transform", "")) + place
    if name in GROUPS:
        for child in element:
            yield from _shapes(child, style, here, opacity, classes)
    elif name in SHAPES:
        yield _shape(element, style, here, opacity)
    else:
        raise UnreadableError(msg("it uses {what}", what=name))


def _shape(
    element: ElementTree.Element, style: Style, place: Transform, opacity: float
) -> Shape:
    builder = PathBuilder()
    plain = ElementTree.Element(_name(element), {
        key: value for key, value in element.attrib.items() if key != "transform"})
    builder.add_path_from_element(plain)
    path = path_of(builder.paths[0] if builder.paths else "")
    if style["fill-rule"] == "evenodd":
        path = alternating(path)
    matrix = place.get_matrix()
    scale = abs(float(np.linalg.det(matrix[:2, :2]))) ** 0.5
    cap, join = style["stroke-linecap"], style["stroke-linejoin"]
    return Shape(
        path.transformed(place), _colour("fill", style, opacity),
        _colour("stroke", style, opacity), _length(style["stroke-width"]) * scale,
        "round" if cap == "round" else "projecting" if cap == "square" else "butt",
        "round" if join == "round" else "bevel" if join == "bevel" else "miter")


def _own(element: ElementTree.Element, classes: Mapping[str, Style]) -> dict[str, str]:
    """Return what an element says of its look: attributes, then classes, then its style."""
    known = {*START, *SPECIAL, "opacity", "display", "visibility"}
    found = {key: value for key, value in element.attrib.items() if key in known}
    for name in element.get("class", "").split():
        found |= classes.get(name, {})
    return {key: value.strip() for key, value in (found | _declared(
        element.get("style", ""))).items()}


def _classes(text: str) -> dict[str, Style]:
    """Read rules by class; any other rule is refused, since it may change any shape."""
    found: dict[str, Style] = {}
    for names, body in re.findall(r"([^{}]+)\{([^{}]*)\}", re.sub(r"/\*.*?\*/", "", text,
                                                                 flags=re.DOTALL)):
        for name in names.split(","):
            if not re.fullmatch(r"\.[\w-]+", name.strip()):
                raise UnreadableError(msg("it uses {what}", what=name.strip()))
            key = name.strip()[1:]
            found[key] = {**found.get(key, {}), **_declared(body)}
    return found


def _declared(text: str) -> dict[str, str]:
    pairs = (one.partition(":") for one in text.split(";") if ":" in one)
    return {name.strip(): value.strip() for name, _, value in pairs}


def _colour(what: str, style: Style, opacity: float) -> Colour:
    said = style["color"] if style[what] == "currentColor" else style[what]
    if said in ("none", "transparent"):
        return NONE
    if said.startswith("url("):
        raise UnreadableError(msg("it uses {what}", what="gradient"))
    if said.startswith("rgb("):
        parts = [float(one) / 255 for one in NUMBER.findall(said)]
        if "%" in said or len(parts) != 3:
            raise UnreadableError(msg("it uses {what}", what=said))
        red, green, blue = parts
    else:
        red, green, blue, _ = to_rgba(said)
    return red, green, blue, opacity * float(style[f"{what}-opacity"])


def _transform(text: str) -> Transform:
    """Read a list of transforms, the last of which is done first."""
    found: Transform = Affine2D()
    for name, inner in re.findall(r"(\w+)\s*\(([^)]*)\)", text):
        found = _one(name, [float(one) for one in NUMBER.findall(inner)]) + found
    return found


def _one(name: str, given: list[float]) -> Affine2D:
    match name, given:
        case "matrix", [a, b, c, d, e, f]:
            return Affine2D.from_values(a, b, c, d, e, f)
        case "translate", [x, *rest]:
            return Affine2D().translate(x, rest[0] if rest else 0.0)
        case "scale", [x, *rest]:
            return Affine2D().scale(x, rest[0] if rest else x)
        case "rotate", [angle]:
            return Affine2D().rotate_deg(angle)
        case "rotate", [angle, x, y]:
            return Affine2D().rotate_deg_around(x, y, angle)
    raise UnreadableError(msg("it uses {what}", what=name))


def _length(text: str) -> float:
    """Read a number, with pixels or points as the unit; raises `ValueError`."""
    return float(text.strip().removesuffix("px").removesuffix("pt"))


def _name(element: ElementTree.Element) -> str:
    """Return an element's name; empty for a comment, and for what is not of SVG."""
    if not isinstance(element.tag, str):
        return ""
    space, _, name = element.tag.rpartition("}")
    return name if space in ("", "{http://www.w3.org/2000/svg") else ""
