"""Downloads: the incidents shown, in the forms that `data.exports` writes."""

from __future__ import annotations

import tempfile

from flask import Flask, Response, request, send_file

from callbacks.context import Context
from callbacks.language import of_request
from data.errors import AtlasError
from data.exports import FORMATS, MEDIA_TYPES, export
from data.queries.exports import Rules
from data.selection import Selection

IN_MEMORY = 8_000_000
"""Bytes of an export that are held in memory; a larger one goes by a temporary file."""


def register(server: Flask, context: Context) -> None:
    """Add `/download/incidents.<form>` for a selection written as a query."""

    @server.get("/download/incidents.<form>")
    def incidents(form: str) -> Response:
        return download(context, form)


def download(context: Context, form: str) -> Response:
    """Answer with the file; errors are a sentence in plain text."""
    if form not in FORMATS:
        return Response(status=404)
    target = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - the response closes it
    try:
        selection = context.settled(
            Selection.from_arguments(request.args.to_dict(flat=False)))
        report = export(context.store.require(), selection, form, target,
                        Rules.of(context.settings))
    except AtlasError as error:
        target.close()
        sentence = error.render(of_request(context.settings))
        return Response(sentence, status=400, mimetype="text/plain")
    target.seek(0)
    response = send_file(target, mimetype=MEDIA_TYPES[form], as_attachment=True,
                         download_name=f"incidents.{form}")
    response.call_on_close(target.close)
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Incidents-Written"] = str(report.written)
    response.headers["X-Incidents-Withheld"] = str(report.stayed)
    return response
