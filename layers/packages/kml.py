"""The package as KML: a folder of incidents, and one for each drawn layer, in their colours.

A globe shows a value as markup where it lets one into a balloon. So values of files stand in
data fields alone, and the balloon shows only what this product wrote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

import shapely

from data import taxonomy
from data.i18n import t
from data.packages.remarks import synthetic_line
from data.packages.whole import Whole
from layers.packages.drawn import Drawn
from layers.palette import GROUP_COLOURS, RAMP_DARK, RAMP_LIGHT, rgb
from layers.style import Style

NAMESPACE = "http://www.opengis.net/kml/2.2"
_NO_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TYPES = {"integer": "int", "number": "double", "boolean": "bool"}
BALLOON = "$[name]"
HEXAGON = Style("hexagon", (RAMP_LIGHT[3], RAMP_DARK[3]), alpha=0.7)


def write_kml(whole: Whole, drawn: Sequence[Drawn], path: Path) -> int:
    """Write the document; return how many rows of the content it holds."""
    with path.open("wb") as target:
        writer = _Writer(target)
        with writer.within("kml", xmlns=NAMESPACE), writer.within("Document"):
            writer.leaf("name", whole.facts.title)
            if whole.facts.synthetic:
                writer.leaf("description", synthetic_line(whole.facts, whole.order.language))
            return _document(writer, whole, drawn)


def _document(writer: _Writer, whole: Whole, drawn: Sequence[Drawn]) -> int:
    content = whole.content
    for group, colours in GROUP_COLOURS.items():
        writer.style(f"kind-{group}", Style("dot", colours))
    writer.style("hexagon", HEXAGON)
    for one in drawn:
        for entry in one.legend.entries:
            if entry.key:
                writer.style(_style_id(one, entry.key), entry.style)
    writer.schema(content.name, [(one.name, one.type) for one in content.columns])
    for one in drawn:
        writer.schema(one.name, [(name, "string") for name in one.table.column_names])
    written = _rows(writer, whole)
    for one in drawn:
        _layer(writer, one)
    return written


def _rows(writer: _Writer, whole: Whole) -> int:
    content, language, written = whole.content, whole.order.language, 0
    single = content.name == "incidents"
    title = t(language, "Incidents") if single else t(language, "Hexagons")
    with writer.within("Folder"):
        writer.leaf("name", title)
        for batch, shapes in content.flattened():
            for row, shape in zip(batch.to_pylist(), shapes, strict=True):
                name = (taxonomy.BY_ID[row["kind"]].label(language) if single
                        else str(row["incidents"]))
                group = taxonomy.BY_ID[row["kind"]].group if single else ""
                days = (row["date_start"], row["date_end"]) if single else None
                with writer.placemark(name, days, f"kind-{group}" if single else "hexagon"):
                    writer.data(content.name, row)
                    writer.geometry(shape)
                written += 1
    return written


def _layer(writer: _Writer, one: Drawn) -> None:
    with writer.within("Folder"):
        writer.leaf("name", one.name)
        for row, shape in zip(one.table.to_pylist(), one.shapes, strict=True):
            days = (row["first"], row["last"]) if row["first"] else None
            with writer.placemark(row["entry"] or one.legend.title, days,
                                  _style_id(one, row["key"])):
                writer.data(one.name, row)
                writer.geometry(shape)


def _style_id(one: Drawn, key: str) -> str:
    return re.sub(r"[^A-Za-z0-9_-]", "-", f"{one.name}-{key}")


class _Writer:
    """Writes the elements of KML, one after another; every text is escaped."""

    def __init__(self, target: IO[bytes]) -> None:
        self._xml = XMLGenerator(target, "utf-8", short_empty_elements=True)
        self._xml.startDocument()

    @contextmanager
    def within(self, name: str, /, **attributes: str) -> Iterator[None]:
        """Write an element around what is written meanwhile, on lines of its own."""
        self._xml.startElement(name, AttributesImpl(attributes))
        self._xml.characters("\n")
        yield
        self._xml.endElement(name)
        self._xml.characters("\n")

    def leaf(self, name: str, text: str, /, **attributes: str) -> None:
        """Write an element with text."""
        self._xml.startElement(name, AttributesImpl(attributes))
        self._xml.characters(_NO_XML.sub("\ufffd", text))
        self._xml.endElement(name)

    @contextmanager
    def placemark(self, name: str, days: tuple[Any, Any] | None, style: str) -> Iterator[None]:
        """Write a placemark around its data and shape."""
        with self.within("Placemark"):
            self.leaf("name", name)
            if days and all(days):
                with self.within("TimeSpan"):
                    self.leaf("begin", days[0].isoformat())
                    self.leaf("end", days[1].isoformat())
            self.leaf("styleUrl", f"#{style}")
            yield

    def style(self, id: str, look: Style) -> None:
        """Write a shared style, whose balloon shows the placemark's name alone."""
        colour = _colour(look)
        filled = look.form in ("fill", "hexagon")
        with self.within("Style", id=id):
            with self.within("IconStyle"):
                self.leaf("color", colour)
            with self.within("LineStyle"):
                self.leaf("color", colour)
                self.leaf("width", f"{look.width:g}")
            with self.within("PolyStyle"):
                self.leaf("color", colour)
                self.leaf("fill", "1" if filled else "0")
            with self.within("BalloonStyle"):
                self.leaf("text", BALLOON)

    def schema(self, name: str, fields: Sequence[tuple[str, str]]) -> None:
        """Write the types of data fields."""
        with self.within("Schema", name=name, id=name):
            for field, type_ in fields:
                self.leaf("SimpleField", "", name=field, type=_TYPES.get(type_, "string"))

    def data(self, schema: str, row: Mapping[str, Any]) -> None:
        """Write the values of a row; empty ones are left out."""
        with self.within("ExtendedData"), self.within("SchemaData", schemaUrl=f"#{schema}"):
            for name, value in row.items():
                if value is not None and value != "":
                    text = str(value).lower() if isinstance(value, bool) else str(value)
                    self.leaf("SimpleData", text, name=name)

    def geometry(self, shape: shapely.Geometry | None) -> None:
        """Write a shape; nothing where there is none."""
        match shape:
            case shapely.Point():
                with self.within("Point"):
                    self._coordinates(shape.coords)
            case shapely.LineString():
                with self.within("LineString"):
                    self.leaf("tessellate", "1")
                    self._coordinates(shape.coords)
            case shapely.MultiPolygon():
                with self.within("MultiGeometry"):
                    for part in shape.geoms:
                        self.geometry(part)
            case shapely.Polygon():
                with self.within("Polygon"):
                    self._ring("outerBoundaryIs", shape.exterior)
                    for hole in shape.interiors:
                        self._ring("innerBoundaryIs", hole)

    def _ring(self, name: str, ring: shapely.LinearRing) -> None:
        with self.within(name), self.within("LinearRing"):
            self._coordinates(ring.coords)

    def _coordinates(self, points: Any) -> None:
        self.leaf("coordinates", " ".join(f"{point[0]!r},{point[1]!r}" for point in (
            (float(x), float(y)) for x, y in points)))


def _colour(look: Style) -> str:
    """Write a colour as KML does: opacity, blue, green, red."""
    red, green, blue = rgb(look.colours[0])
    return f"{round(look.alpha * 255):02x}{blue:02x}{green:02x}{red:02x}"
