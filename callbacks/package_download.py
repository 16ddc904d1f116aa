"""Packages: what the page shows as an archive, with a README and metadata."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import IO

from flask import Flask, Response, request, send_file

from callbacks.context import Context
from callbacks.download import IN_MEMORY
from callbacks.language import of_request
from callbacks.state import AUTO, PageState
from data.errors import AtlasError
from data.i18n import Message, msg
from data.packages.build import Built
from data.packages.order import FORMS, MAPS, Order
from data.queries.exports import Rules
from data.selection import Selection

LABELS: dict[str, Message] = {
    "xlsx": msg("Excel workbook"),
    "csv": msg("CSV table"),
    "hxl": msg("CSV with HXL hashtags"),
    "geojson": msg("GeoJSON"),
    "gpkg": msg("GeoPackage, with the layers shown"),
    "kml": msg("KML, with the layers shown"),
    "geoparquet": msg("GeoParquet"),
    "parquet": msg("Parquet"),
}
"""What the page calls the forms, in the order that it offers them."""


def register(server: Flask, context: Context) -> None:
    """Add `/download/package/<form>` for a page written as a query."""

    @server.get("/download/package/<form>")
    def package(form: str) -> Response:
        return answer(context, form)


def answer(context: Context, form: str) -> Response:
    """Answer with the archive; errors are a sentence in plain text."""
    if form not in FORMS:
        return Response(status=404)
    target = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - the response closes it
    try:
        built = _written(context, form, target)
    except AtlasError as error:
        target.close()
        sentence = error.render(of_request(context.settings))
        return Response(sentence, status=400, mimetype="text/plain")
    target.seek(0)
    response = send_file(target, mimetype="application/zip", as_attachment=True,
                         download_name=f"incidents-{form}.zip")
    response.call_on_close(target.close)
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Incidents-Written"] = str(built.facts.leaving)
    response.headers["X-Incidents-Withheld"] = str(
        built.facts.kept_by_licence + built.facts.kept_by_sensitivity)
    return response


def _written(context: Context, form: str, target: IO[bytes]) -> Built:
    """Write the archive to a stream; its files were somewhere else meanwhile, and are gone."""
    from layers.packages.save import save  # noqa: PLC0415 - only a package needs GDAL

    with tempfile.TemporaryDirectory(prefix="atlas-") as folder:
        path = Path(folder) / "package.zip"
        built = save(context.store.require(), context.settings, ordered(context, form), path)
        with path.open("rb") as source:
            shutil.copyfileobj(source, target)
    return built


def ordered(context: Context, form: str) -> Order:
    """Read what the page shows, from the request's query, as an order.

    Raises:
        UsageError: a filter that is not understood.
    """
    query = request.query_string.decode("utf-8", "replace")
    language = of_request(context.settings)
    # Read by itself, since the page forgives a wrong filter, and a file must not.
    selection = context.settled(Selection.from_query(query))
    state = PageState.from_query(query, language)
    if state.window:
        selection = replace(selection, date_from=state.window[0], date_to=state.window[1])
    drawn = form in MAPS
    return Order(
        form, selection, language, layers=tuple(state.layers) if drawn else (),
        options=tuple((layer, name, value) for (layer, name), value in state.options.items()),
        resolution=None if state.resolution == AUTO else int(state.resolution),
        rules=Rules.of(context.settings), link=query)
