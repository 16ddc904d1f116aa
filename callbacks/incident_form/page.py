"""The addresses `/incident/new` and `/incident/<id>`."""

from __future__ import annotations

from flask import Flask, Response, request

from callbacks import plain_page
from callbacks.context import Context
from callbacks.incident_form.told import NEW, told
from callbacks.language import of_request
from data.i18n import t

NAME = "incident"


def register(server: Flask, context: Context, base: str = "/") -> None:
    """Add the pages; what they ask and save is in `endpoints`."""

    @server.get("/incident/<id>")
    def incident_page(id: str) -> Response:
        language = of_request(context.settings)
        title = (t(language, "Enter an incident") if id == NEW
                 else t(language, "Correct an incident"))
        given = dict(request.args.items())
        said = told(context, id, given, language, base)
        response = plain_page.frame(NAME, title, said, language, base)
        response.status_code = 404 if said["gone"] else 200
        return response
