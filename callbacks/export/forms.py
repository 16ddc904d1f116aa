"""What the panel calls the forms, and which of them this machine cannot make."""

from __future__ import annotations

from functools import cache

from data.errors import AtlasError
from data.i18n import Message, msg

GROUPS: dict[str, Message] = {
    "sheets": msg("Map sheet"),
    "documents": msg("Slides and documents"),
    "animation": msg("Animation"),
    "data": msg("Data package"),
}
NAMES: dict[str, Message] = {
    "pptx": msg("PowerPoint"), "docx": msg("Word"), "xlsx": msg("Excel"),
    "csv": msg("CSV"), "hxl": msg("CSV with HXL"), "geojson": msg("GeoJSON"),
    "gpkg": msg("GeoPackage"), "kml": msg("KML"), "parquet": msg("Parquet"),
    "geoparquet": msg("GeoParquet"),
}
"""Forms that are not called by their name in capitals."""
ABOUT: dict[str, Message] = {
    "pdf": msg("For print and mail: sharp at any size, and its text can be selected."),
    "svg": msg("For a designer: every mark and word can be changed."),
    "png": msg("A picture, for the web or a chat."),
    "pptx": msg("Slides whose title, chart and table can be edited."),
    "docx": msg("A document whose text and tables can be edited."),
    "gif": msg("The clock running, as a picture that moves anywhere."),
    "mp4": msg("The clock running, as a film: smaller and smoother than a GIF."),
    "csv": msg("A table for any program, with a README and metadata, in an archive."),
    "xlsx": msg("A workbook with a sheet that explains every column, in an archive."),
    "geojson": msg("Points for a map on the web, with a README, in an archive."),
    "gpkg": msg("For QGIS: incidents and the layers shown, with their styles, in an archive."),
    "parquet": msg("A table for statistics on many records, with a README, in an archive."),
    "geoparquet": msg("The same with shapes, for GeoPandas and its like, in an archive."),
    "kml": msg("For Google Earth: incidents and the layers shown, in an archive."),
    "hxl": msg("A table with the hashtags of humanitarian data, in an archive."),
}
NO_ENCODER = msg("No encoder for MP4 is installed where this atlas runs; a GIF needs none.")


def missing(name: str) -> Message | None:
    """Return why a form cannot be made on this machine, None where it can."""
    return NO_ENCODER if name == "mp4" and not _encodes() else None


@cache
def _encodes() -> bool:
    """Tell whether this machine can make an MP4; asked once, since it starts a program."""
    from layers.animation.mp4 import encoder  # noqa: PLC0415 - loads what the page does not need

    try:
        encoder()
    except AtlasError:
        return False
    return True
