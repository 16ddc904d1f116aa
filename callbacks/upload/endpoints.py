"""Plain addresses below `/import`: bytes come, work is begun, and its progress is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from flask import Flask, Response, jsonify, request, send_file

from callbacks.context import Context
from callbacks.guard import sent_json
from callbacks.language import of_request
from callbacks.upload import work
from callbacks.upload.choices import Choices
from callbacks.upload.controls import in_page
from callbacks.upload.folder import Announced, Upload, Uploads
from callbacks.upload.jobs import Job, Jobs
from callbacks.upload.refused import RefusedError, busy, gone
from callbacks.upload.seen import problem
from data.classify import rules as rule_tables
from data.errors import AtlasError
from data.i18n import Message, msg, t

LARGEST_PART = 16_000_000
"""Bytes of one request; the page sends a file in parts, so that it can be cancelled."""
LARGEST_RULES = 2_000_000
LARGEST_FORM = 1_000_000
CHUNK = 1 << 16
INTERRUPTED = msg("The server was started again while it was at work on this; begin that step "
                  "again. Nothing was changed unless the map shows it.")


def register(server: Flask, context: Context) -> Pages:
    """Add the addresses; what was left too long ago is deleted at once."""
    uploads = Uploads(context.settings.uploads, context.settings.upload_mb)
    uploads.sweep()
    pages = Pages(context, uploads, Jobs())
    rule = server.add_url_rule
    base = "/import/uploads"
    one = f"{base}/<token>"
    rule(base, "upload-create", _said(context, pages.create), methods=["POST"])
    rule(one, "upload-state", _said(context, pages.state))
    rule(one, "upload-leave", _said(context, pages.leave), methods=["DELETE"])
    rule(f"{one}/files/<int:index>", "upload-part", _said(context, pages.part), methods=["POST"])
    rule(f"{one}/rules", "upload-rules", _said(context, pages.rules), methods=["POST", "DELETE"])
    rule(f"{one}/<any(reading, check, import):what>", "upload-work", _said(context, pages.begin),
         methods=["POST"])
    rule(f"{one}/cancel", "upload-cancel", _said(context, pages.cancel), methods=["POST"])
    rule(f"{one}/rejects.csv", "upload-rejects", _said(context, pages.rejects))
    return pages


def _said(context: Context, answer: Callable[..., Response]) -> Callable[..., Response]:
    """Answer what a person has to be told as a sentence, with the status that it has."""
    def asked(**given: Any) -> Response:
        try:
            response = answer(**given)
        except AtlasError as error:
            response = jsonify(problem(error, of_request(context.settings)))
            response.status_code = getattr(error, "status", 400)
        except OSError as error:
            response = jsonify({"message": t(
                of_request(context.settings), "The server could not write the file: {why}.",
                why=error.strerror or str(error))})
            response.status_code = 507
        response.headers["Cache-Control"] = "no-store"
        return response

    return asked


class Pages:
    """What is answered at each address."""

    def __init__(self, context: Context, uploads: Uploads, jobs: Jobs) -> None:
        self._context = context
        self.uploads = uploads
        self.jobs = jobs

    @property
    def _language(self) -> str:
        return of_request(self._context.settings)

    def create(self) -> Response:
        """Make room for the files that a person chose."""
        upload = self.uploads.create(_announced(_form()))
        return self._answer(upload)

    def part(self, token: str, index: int) -> Response:
        """Take the next part of a file; `at` says where it belongs."""
        upload = self.uploads.find(token)
        self._require_idle(upload)
        files = upload.files
        if index >= len(files) or (request.content_length or 0) > LARGEST_PART:
            raise RefusedError(400, msg("What was sent is not what the page sends; load the page "
                                        "again."))
        at = request.args.get("at", type=int)
        arrived = upload.append(files[index], -1 if at is None else at, _chunks())
        return jsonify({"at": arrived, "complete": upload.complete})

    def state(self, token: str) -> Response:
        """Tell all that the page needs to show the upload, whichever tab asks."""
        return self._answer(self.uploads.find(token))

    def leave(self, token: str) -> Response:
        """Delete the files, whatever is being done with them."""
        upload = self.uploads.find(token)
        if not self.jobs.forget(token):
            raise RefusedError(409, msg("The import is being written and cannot be stopped any "
                                        "more; wait until it has ended."))
        upload.delete()
        return jsonify({"left": True})

    def rules(self, token: str) -> Response:
        """Take a table of rules of the person's own, or forget it."""
        upload = self.uploads.find(token)
        self._require_idle(upload)
        if request.method == "DELETE":
            upload.write(rules=None)
            return self._answer(upload)
        if (request.content_length or 0) > LARGEST_RULES:
            raise RefusedError(413, msg("A table of rules is never so large."))
        upload.rules.parent.mkdir(exist_ok=True)
        upload.rules.write_bytes(request.get_data())
        rule_tables.read(upload.rules)
        upload.write(rules=upload.rules.name)
        return self._answer(upload)

    def begin(self, token: str, what: str) -> Response:
        """Begin a piece of work, which goes on after this answer."""
        upload, language = self.uploads.find(token), self._language
        if not upload.complete and not upload.note().get("done"):
            raise RefusedError(409, msg("The files have not arrived whole."))
        if what == "import":
            work.require_checked(upload)
            done = _work(upload, what, lambda job: work.confirm(
                self._context, upload, job, language))
        else:
            if upload.note().get("done"):
                work.require_checked(upload)
            choices = Choices.read(_form())
            act = work.look if what == "reading" else work.check
            done = _work(upload, what, lambda job: act(
                self._context, upload, choices, job, language))
        self.jobs.start(token, what, done)
        return self._answer(upload)

    def cancel(self, token: str) -> Response:
        """Ask the work to end."""
        upload = self.uploads.find(token)
        self.jobs.cancel(token)
        return self._answer(upload)

    def rejects(self, token: str) -> Response:
        """Give the rejected records as the command line writes them."""
        path = self.uploads.find(token).folder / work.REJECTS
        if not path.exists():
            raise gone()
        return send_file(path.resolve(), mimetype="text/csv", as_attachment=True,
                         download_name=work.REJECTS)

    def _require_idle(self, upload: Upload) -> None:
        job = self.jobs.find(upload.token)
        if (job and not job.ended.is_set()) or upload.note().get("done"):
            raise busy()

    def _answer(self, upload: Upload) -> Response:
        note, language = upload.note(), self._language
        job = self.jobs.find(upload.token)
        done = upload.kept("done") if note.get("done") else None
        files = upload.files
        return jsonify({
            "token": upload.token,
            "files": [{"name": f.name, "size": f.size,
                       "at": f.size if done else upload.arrived(f)} for f in files],
            "complete": bool(done) or upload.complete,
            "rules": note.get("rules"),
            "work": _working(job, note, language),
            "choices": (note.get("checked") or {}).get("choices") or note.get("read"),
            "reading": (upload.kept("reading") or {}).get(language)
            if note.get("read") is not None else None,
            "check": (upload.kept("check") or {}).get(language) if note.get("checked") else None,
            "done": {**done["said"][language], "at": done["at"]} if done else None,
        })


def _work(upload: Upload, what: str, act: Callable[[Job], None]) -> Callable[[Job], None]:
    """Note what is being done while it is, so that a server started again knows."""
    def noted(job: Job) -> None:
        upload.touch()
        upload.write(working=what)
        try:
            act(job)
        finally:
            if upload.folder.exists():
                upload.write(working=None)

    return noted


def _working(job: Job | None, note: dict[str, Any], language: str) -> dict[str, Any] | None:
    """Describe work that goes on, or why the latest has ended without a result."""
    if job is None:
        if not note.get("working"):
            return None
        return {"what": note["working"], "ended": True,
                "problem": {"message": INTERRUPTED.render(language), "options": [],
                            "fields": []}}
    return {
        "what": job.what, "ended": job.ended.is_set(),
        "phase": in_page(job.phase.render(language), language),
        "done": job.done, "total": job.total,
        "problem": problem(job.error, language) if job.error else None,
    }


def _form() -> Any:
    if (request.content_length or 0) > LARGEST_FORM:
        raise RefusedError(413, _not_ours())
    return sent_json(request)


def _announced(form: Any) -> list[Announced]:
    files = form.get("files") if isinstance(form, dict) else None
    if not isinstance(files, list):
        raise RefusedError(400, _not_ours())
    try:
        found = [Announced(str(each["name"]), int(each["size"])) for each in files]
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise RefusedError(400, _not_ours()) from error
    if any(each.size < 0 for each in found):
        raise RefusedError(400, _not_ours())
    return found


def _not_ours() -> Message:
    return msg("What was sent is not what the page sends; load the page again.")


def _chunks() -> Iterator[bytes]:
    while chunk := request.stream.read(CHUNK):
        yield chunk
