"""What the incident's page asks of the server, and what it has saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from flask import Flask, Response, jsonify, request

from callbacks.context import Context
from callbacks.guard import sent_json
from callbacks.incident_form import becomes
from callbacks.language import of_request
from callbacks.upload.target import show, target
from data.boundaries import resolve_country
from data.errors import AtlasError
from data.i18n import msg
from data.ingest.actors import write_actors
from data.ingest.entry import withdraw
from data.ingest.entry.record import Entry, entry
from data.ingest.entry.save import ChangedError, check, save
from data.ingest.entry.where import candidates, where
from data.model import ROLES, WHERE_PRECISION
from data.names import country

LARGEST = 1_000_000
"""Bytes of one request; a record is never so large."""
CONFLICT = 409


def register(server: Flask, context: Context) -> None:
    """Add the addresses below `/incident`."""
    asked = _Asked(context)

    def rule(path: str, name: str, answer: Callable[..., Any], method: str = "POST") -> None:
        server.add_url_rule(f"/incident/{path}", f"incident-{name}", _said(context, answer),
                            methods=[method])

    rule("check", "check", asked.check)
    rule("save", "save", asked.save)
    rule("<id>/retire", "retire", asked.retire)
    rule("<id>/restore", "restore", asked.restore)
    rule("where", "where", asked.where, "GET")
    rule("places", "places", asked.places, "GET")


def _said(context: Context, answer: Callable[..., Any]) -> Callable[..., Response]:
    """Answer with JSON, and what a person has to be told with its sentence."""
    def asked(**given: Any) -> Response:
        try:
            response = jsonify(answer(**given))
        except AtlasError as error:
            changed = isinstance(error, ChangedError)
            response = jsonify({"message": error.render(of_request(context.settings)),
                                "changed": changed})
            response.status_code = CONFLICT if changed else 400
        response.headers["Cache-Control"] = "no-store"
        return response

    return asked


class _Asked:
    """What is answered at each address."""

    def __init__(self, context: Context) -> None:
        self._context = context

    @property
    def _language(self) -> str:
        return of_request(self._context.settings)

    def check(self) -> dict[str, Any]:
        """Say what would become of an entry."""
        sent = _sent()
        found = check(target(self._context), _entry(sent), self._context.settings)
        return becomes.told(found, self._language)

    def save(self) -> dict[str, Any]:
        """Save an entry, unless something speaks against it."""
        sent = _sent()
        store = target(self._context)
        found = save(store, _entry(sent), self._context.settings, _text(sent, "expected"))
        show(self._context, store)
        return becomes.told(found, self._language)

    def retire(self, id: str) -> dict[str, Any]:
        """Set an incident aside."""
        sent = _sent()
        withdraw.withdraw(self._context.store, id, _text(sent, "expected"), _entry(sent).reason)
        return {"done": True}

    def restore(self, id: str) -> dict[str, Any]:
        """Bring an incident back."""
        sent = _sent()
        withdraw.restore(self._context.store, id, _text(sent, "expected"), _entry(sent).reason)
        return {"done": True}

    def where(self) -> dict[str, Any]:
        """Tell where a point lies, and what its precision leaves open."""
        lat, lon = (request.args.get(name, type=float) for name in ("lat", "lon"))
        precision = request.args.get("precision", type=int)
        if lat is None or lon is None or not (abs(lat) <= 90 and abs(lon) <= 180):
            raise _misread()
        found = where(self._context.store.current(), lat, lon,
                      precision if precision in WHERE_PRECISION else 2,
                      self._context.settings.border_tolerance_km)
        named = country(found.admin0, self._language) if found.admin0 else None
        said = resolve_country(request.args.get("named", "")[:200])
        parts = [part for part in (found.admin2, found.admin1, named) if part]
        return {"says": ", ".join(dict.fromkeys(parts)), "country": named,
                "conflict": said is not None and said != found.admin0,
                "outline": found.outline}

    def places(self) -> dict[str, Any]:
        """Name the places that a name may mean."""
        given = [request.args.get(name, "")[:200] for name in ("name", "country", "unit")]
        found = candidates(self._context.store.current(), *given)
        return {"places": None if found is None else [asdict(one) for one in found]}


def _sent() -> dict[str, Any]:
    if (request.content_length or 0) > LARGEST:
        raise _misread()
    sent = sent_json(request)
    if (not isinstance(sent, dict) or not isinstance(sent.get("texts", {}), dict)
            or not isinstance(sent.get("actors") or [], list)):
        raise _misread()
    return sent


def _entry(sent: dict[str, Any]) -> Entry:
    texts = dict(sent.get("texts", {}))
    actors = [{"name": actor["name"].strip(), "role": actor["role"]}
              for actor in sent.get("actors") or [] if _is_actor(actor)]
    return entry(texts | {"actors": write_actors(actors)}, sent.get("reason", ""))


def _is_actor(actor: Any) -> bool:
    return (isinstance(actor, dict) and isinstance(actor.get("name"), str)
            and bool(actor["name"].strip()) and actor.get("role") in ROLES)


def _text(sent: dict[str, Any], name: str) -> str:
    value = sent.get(name)
    return value if isinstance(value, str) else ""


def _misread() -> AtlasError:
    return AtlasError(msg("What was sent is not what the page sends; load the page again."))
