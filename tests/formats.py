"""One small invented table written in every format that a researcher may bring."""

from __future__ import annotations

import csv
import datetime as dt
import gzip
import io
import json
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import geopandas
import openpyxl
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import shapely

COLUMNS = ("id", "date", "kind", "lat", "lon", "country", "where_prec", "killed", "notes")
"""Names short enough for a Shapefile, all of them known to the generic preset."""
Row = Mapping[str, Any]
Write = Callable[[Path, Sequence[Row]], Path]


def row(number: int, **more: Any) -> dict[str, Any]:
    """Return an invented row with typed values."""
    return {"id": f"r{number}", "date": dt.date(2019, 3, 7), "kind": "kidnapping",
            "lat": 16.27, "lon": -0.04, "country": "Mali", "where_prec": 1, "killed": 2,
            "notes": "an invented note", **more}


def delimited(delimiter: str = ",", encoding: str = "utf-8", ending: str = "\r\n") -> Write:
    """Write text in columns."""
    def write(path: Path, rows: Sequence[Row]) -> Path:
        text = io.StringIO(newline="")
        writer = csv.DictWriter(text, COLUMNS, delimiter=delimiter, lineterminator=ending,
                                quoting=csv.QUOTE_MINIMAL)
        writer.writeheader()
        writer.writerows(rows)
        path.write_bytes(text.getvalue().encode(encoding))
        return path

    return write


def workbook(path: Path, rows: Sequence[Row]) -> Path:
    """Write a sheet below a title and an empty row, beside a hidden one and a note."""
    book = openpyxl.Workbook()
    note = book.active
    note.title = "Read me"
    note["A1"] = "An invented workbook"
    sheet = book.create_sheet("Incidents")
    sheet.append(["Invented incidents"])
    sheet.append([])
    sheet.append(list(COLUMNS))
    for each in rows:
        sheet.append([each[name] for name in COLUMNS])
        for cell in sheet[sheet.max_row]:
            if isinstance(cell.value, str):
                # A note that begins with "=" is no formula here.
                cell.data_type = "s"
    hidden = book.create_sheet("Lists")
    hidden.sheet_state = "hidden"
    hidden.append(["date", "country"])
    hidden.append([dt.date(2001, 1, 1), "Mali"])
    book.save(path)
    return path


def _feature(each: Row) -> dict[str, Any]:
    lat, lon = each["lat"], each["lon"]
    point = None if lat is None else {"type": "Point", "coordinates": [lon, lat]}
    properties = {k: v.isoformat() if isinstance(v, dt.date) else v
                  for k, v in each.items() if k not in ("lat", "lon")}
    return {"type": "Feature", "geometry": point, "properties": properties}


def geojson(path: Path, rows: Sequence[Row]) -> Path:
    """Write a feature collection whose features have their place as a shape alone."""
    path.write_text(json.dumps({"type": "FeatureCollection",
                                "features": [_feature(each) for each in rows]}, indent=1))
    return path


def lines(path: Path, rows: Sequence[Row]) -> Path:
    """Write a feature a line."""
    path.write_text("".join(json.dumps(_feature(each)) + "\n" for each in rows))
    return path


def frame(rows: Sequence[Row], crs: str = "EPSG:4326") -> geopandas.GeoDataFrame:
    """Return the rows as a frame of points."""
    plain = pd.DataFrame([{k: v for k, v in each.items() if k not in ("lat", "lon")}
                          for each in rows])
    for name in ("where_prec", "killed"):
        plain[name] = pd.array(plain[name], dtype="Int64")
    points = [None if each["lat"] is None else shapely.Point(each["lon"], each["lat"])
              for each in rows]
    return geopandas.GeoDataFrame(plain, geometry=points, crs="EPSG:4326").to_crs(crs)


def geopackage(crs: str = "EPSG:4326") -> Write:
    """Write a GeoPackage of one layer."""
    def write(path: Path, rows: Sequence[Row]) -> Path:
        frame(rows, crs).to_file(path, layer="incidents", driver="GPKG")
        return path

    return write


def shapefile(crs: str = "EPSG:4326") -> Write:
    """Write a zipped Shapefile in a folder of the archive."""
    def write(path: Path, rows: Sequence[Row]) -> Path:
        folder = path.parent / f"{path.name}-parts"
        folder.mkdir()
        frame(rows, crs).to_file(folder / "incidents.shp", encoding="utf-8")
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for part in folder.iterdir():
                archive.write(part, f"data/{part.name}")
        return path

    return write


def parquet(path: Path, rows: Sequence[Row]) -> Path:
    """Write typed columns without shapes."""
    pq.write_table(pa.Table.from_pylist([dict(each) for each in rows]), path)
    return path


def geoparquet(path: Path, rows: Sequence[Row]) -> Path:
    """Write typed columns with points."""
    frame(rows).to_parquet(path)
    return path


def gzipped(inner: Write) -> Write:
    """Compress what another writes."""
    def write(path: Path, rows: Sequence[Row]) -> Path:
        path.write_bytes(gzip.compress(inner(path.with_name(f"{path.name}-plain"),
                                             rows).read_bytes()))
        return path

    return write


def zipped(inner: Write, name: str) -> Write:
    """Pack what another writes beside a note, as downloads are."""
    def write(path: Path, rows: Sequence[Row]) -> Path:
        plain = inner(path.with_name(f"{path.name}-plain"), rows)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.write(plain, f"folder/{name}")
            archive.writestr("folder/README.txt", "An invented note.\n")
        return path

    return write


WRITERS: dict[str, Write] = {
    "x.csv": delimited(),
    "line-feeds.csv": delimited(ending="\n"),
    "mark.csv": delimited(encoding="utf-8-sig"),
    "x.tsv": delimited("\t"),
    "semicolons.csv": delimited(";"),
    "bars.txt": delimited("|"),
    "utf-16.csv": delimited("\t", "utf-16"),
    "x.xlsx": workbook,
    "x.geojson": geojson,
    "x.geojsonl": lines,
    "x.gpkg": geopackage(),
    "utm.gpkg": geopackage("EPSG:32630"),
    "shapes.zip": shapefile(),
    "mercator.zip": shapefile("EPSG:3857"),
    "x.parquet": parquet,
    "geo.parquet": geoparquet,
    "x.csv.gz": gzipped(delimited()),
    "x.xlsx.gz": gzipped(workbook),
    "x.zip": zipped(delimited(), "incidents.csv"),
    "book.zip": zipped(workbook, "incidents.xlsx"),
    "twice.zip": zipped(gzipped(delimited(";")), "incidents.csv.gz"),
    "geo.zip": zipped(geojson, "incidents.geojson"),
    "no-ending": delimited(),
    "wrong-ending.csv": parquet,
}
"""By the name of the file to write; what it is called and what it is may differ."""
