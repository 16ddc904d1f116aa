"""The table as a file: exactly its rows, in its order, all pages, without what may not leave."""

from __future__ import annotations

import csv
import io

from flask import Flask, Response, request

from callbacks import incident_table, layer_table
from callbacks.context import Context
from callbacks.language import of_request
from callbacks.table_request import TableRequest
from data.errors import AtlasError

MARK = "\ufeff"
"""What tells a spreadsheet that the text is UTF-8."""


def register(server: Flask, context: Context) -> None:
    """Add `/download/table.csv` for what the table is asked for."""

    @server.get("/download/table.csv")
    def table() -> Response:
        return answer(context)


def answer(context: Context) -> Response:
    """Answer with the file; errors are a sentence in plain text."""
    language = of_request(context.settings)
    try:
        asked = TableRequest.from_arguments(request.args)
        kind = layer_table if asked.layer else incident_table
        heads, rows = kind.leaving(context, context.store.require(), asked, language)
    except AtlasError as error:
        return Response(error.render(language), status=400, mimetype="text/plain")
    text = io.StringIO()
    text.write(MARK)
    writer = csv.writer(text)
    writer.writerow(heads)
    writer.writerows(rows)
    response = Response(text.getvalue(), mimetype="text/csv")
    response.headers["Content-Disposition"] = "attachment; filename=table.csv"
    response.headers["Cache-Control"] = "no-store"
    return response
