"""Plain addresses below `/export`: what is offered, a preview, and exports while they are made."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import quote

from flask import Flask, Response, jsonify, request, send_from_directory
from werkzeug.exceptions import HTTPException

from callbacks.context import Context
from callbacks.export import package_preview, sheet_preview
from callbacks.export.asked import asked
from callbacks.export.folder import Folder
from callbacks.export.given import Given
from callbacks.export.jobs import DEFECT, Job, Jobs
from callbacks.export.kept import Kept
from callbacks.export.offered import offered
from callbacks.export.presses import Presses
from callbacks.export.refused import TOO_LARGE, RefusedError, gone, not_ours
from callbacks.export.seats import Seats
from callbacks.export.told import told
from callbacks.export.worded import worded
from callbacks.export.work import written
from callbacks.guard import sent_json
from callbacks.language import of_request
from data.errors import AtlasError
from layers.exports.forms import FORMS

LARGEST = 40_000
"""Bytes of a request; the longest choices together have less."""
WEBP = "image/webp"
log = logging.getLogger(__name__)


def register(server: Flask, context: Context) -> Jobs:
    """Add the addresses; what a killed server left a day ago is deleted at once."""
    folder = Folder()
    folder.sweep()
    pages = Pages(context, Jobs(folder))
    rule = server.add_url_rule
    one = "/export/jobs/<token>"
    rule("/export/offered", "export-offered", _said(context, pages.offered))
    rule("/export/preview", "export-preview", _said(context, pages.preview))
    rule("/export/jobs", "export-begin", _said(context, pages.begin), methods=["POST"])
    rule(one, "export-state", _said(context, pages.state))
    rule(one, "export-cancel", _said(context, pages.cancel), methods=["DELETE"])
    rule(f"{one}/<name>", "export-file", _said(context, pages.file))
    kept = "/export/kept"
    rule(kept, "export-kept", _said(context, pages.listed))
    rule(kept, "export-keep", _said(context, pages.keep), methods=["POST"])
    rule(f"{kept}/<name>", "export-repeat", _said(context, pages.repeat), methods=["POST"])
    rule(f"{kept}/<name>", "export-forget", _said(context, pages.forget), methods=["DELETE"])
    return pages.jobs


def _said(context: Context, answer: Callable[..., Response]) -> Callable[..., Response]:
    """Answer what a person has to be told as a sentence, with the control that it is about."""
    def asked_for(**given: Any) -> Response:
        try:
            response = answer(**given)
        except AtlasError as error:
            response = jsonify(worded(error, of_request(context.settings)))
            response.status_code = getattr(error, "status", 400)
        except HTTPException:
            raise
        except Exception:
            log.exception("a question of the export panel failed")
            response = jsonify({"message": DEFECT.render(of_request(context.settings))})
            response.status_code = 500
        response.headers["Cache-Control"] = "no-store"
        return response

    return asked_for


class Pages:
    """What is answered at each address."""

    def __init__(self, context: Context, jobs: Jobs) -> None:
        self._context = context
        self.jobs = jobs
        self._seats, self._presses, self._kept = Seats(), Presses(context), Kept(context)

    @property
    def _language(self) -> str:
        return of_request(self._context.settings)

    def offered(self) -> Response:
        """Tell what can be chosen for the page as it is."""
        return jsonify(offered(self._context, _given(request.args), self._language))

    def preview(self) -> Response:
        """Draw a sheet small, or describe a package; `at` is the sheet, `closer` for larger."""
        given = _given(request.args)
        seat, turn = request.args.get("seat", "")[:40], request.args.get("turn", 0, type=int)
        export = asked(given, self._context)
        with self._seats.taken(seat, turn):
            if not FORMS[export.form].drawn:
                return jsonify(package_preview.preview(export, self._context, self._language))
            drawn = sheet_preview.preview(
                export, self._presses.press(), request.args.get("at", 0, type=int),
                closer="closer" in request.args)
        response = Response(drawn.picture, mimetype=WEBP)
        response.headers["X-Sheet"] = str(drawn.at)
        response.headers["X-Sheets"] = str(drawn.count)
        response.headers["X-Title"] = quote(drawn.title)
        return response

    def begin(self) -> Response:
        """Begin an export, which goes on after this answer."""
        export, snapshot = asked(_given(_form()), self._context), self._context.store.require()
        job = self.jobs.start(lambda folder, tell: written(
            self._context, snapshot, export, folder, tell))
        return self._answer(job)

    def state(self, token: str) -> Response:
        """Tell how far an export is."""
        return self._answer(self.jobs.find(token))

    def cancel(self, token: str) -> Response:
        """Let go of an export and of its files."""
        self.jobs.cancel(token)
        return jsonify({"cancelled": True})

    def file(self, token: str, name: str) -> Response:
        """Give a finished file."""
        job = self.jobs.find(token)
        if job.state != "done" or name not in job.files:
            raise gone()
        return send_from_directory(job.folder, name, as_attachment=True)

    def listed(self) -> Response:
        """List the exports that are kept by name."""
        return jsonify(self._kept.listed(self._language))

    def keep(self) -> Response:
        """Keep an export by name, to be repeated; `instead` of another one where that is said."""
        form = _form()
        self._kept.keep(str(form.get("name", "")), asked(_given(form), self._context),
                        instead=form.get("instead") == "1")
        return self.listed()

    def repeat(self, name: str) -> Response:
        """Begin a kept export, its dates moved on."""
        return self._answer(self.jobs.start(self._kept.repeated(name)))

    def forget(self, name: str) -> Response:
        """Delete a kept export."""
        self._kept.forget(name)
        return self.listed()

    def _answer(self, job: Job) -> Response:
        return jsonify(told(job, self.jobs.before(job), self._language))


def _given(values: Mapping[str, Any]) -> Given:
    return Given(dict(values.items()))


def _form() -> dict[str, Any]:
    """Return the choices that a request brings; raises `RefusedError` where it brings none."""
    if (request.content_length or 0) > LARGEST:
        raise RefusedError(not_ours().message, TOO_LARGE)
    form = sent_json(request)
    if not isinstance(form, dict):
        raise not_ours()
    return form
