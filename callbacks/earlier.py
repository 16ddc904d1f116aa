"""Links of old exports: the page as it was, over the data of then, and what changed since.

A link of an export carries `as`, the mark of its data. Where other data is in force, the page
says what differs and offers both. `was` in its place shows the page over the data of then: each
request tells it by the address of its page, and the store hands out that snapshot.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Self
from urllib.parse import parse_qs

from flask import Flask, Response, has_request_context, jsonify, request

from callbacks.context import Context
from callbacks.language import of_request, page_query
from callbacks.state import PageState
from data.contents import made
from data.errors import AtlasError
from data.history.earlier import Earlier
from data.history.since import Since, since
from data.history.since_words import ways
from data.i18n import Message, day, msg, nmsg
from data.manifest.mark import KEY, WAS, Mark
from data.manifest.numbers import imports
from data.selection import Selection
from data.store import Snapshot, Store

MOST = 2
"""Earlier snapshots that stay open."""


class Pinned(Store):
    """Hands out the snapshot that a page asks for, where it is kept.

    Whoever writes goes on from the one in force.
    """

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self._earlier: dict[str, Snapshot] = {}

    @classmethod
    def of(cls, store: Store) -> Self:
        """Return the same store, for pages."""
        return cls(store.folder, store.kept)

    def newest(self) -> Snapshot | None:
        """Return the snapshot in force, whatever a page asks for."""
        return super().current()

    def current(self) -> Snapshot | None:
        """Return the snapshot that the page of this request asks for, else the one in force."""
        mark = _asked(WAS) if has_request_context() else None
        id = mark.kept_in(self) if mark else None
        if id is None or id == self.current_id():
            return super().current()
        if id not in self._earlier:
            found = self.kept_one(id)
            if found is None:
                return super().current()
            self._earlier[id] = found
            for old in list(self._earlier)[:-MOST]:
                self._earlier.pop(old, None)
        return self._earlier.get(id) or super().current()


def _asked(key: str) -> Mark | None:
    return Mark.read(parse_qs(page_query()).get(key, [""])[-1])


def register(server: Flask, context: Context) -> None:
    """Add `/earlier.json`: what changed since a link's data, for the selection of its page."""

    @server.get("/earlier.json")
    def told() -> Response:
        language = of_request(context.settings)
        query = request.query_string.decode()
        mark = Mark.read(request.args.get(KEY) or request.args.get(WAS, ""))
        answer = tell(context.store, mark, query, language) if mark else {"same": True}
        response = jsonify(answer)
        response.headers["Cache-Control"] = "no-store"
        return response


def tell(store: Store, mark: Mark, query: str, language: str) -> dict[str, Any]:
    """Say what changed since; `same` where nothing but that data is in force."""
    now = store.newest() if isinstance(store, Pinned) else store.current()
    if now is None or mark.names(now.id):
        return {"same": True}
    kept = mark.kept_in(store)
    then = store.kept_one(kept) if kept else _from_history(now, mark)
    day_then = made(f"{mark.second}000000Z")
    said = _difference(then, now, _selection(query, language), language)
    if kept and then:
        then.close()
    return {"same": False, "kept": kept is not None, "says": said.render(language),
            "day": day(day_then.date(), language) if day_then else ""}


def _from_history(now: Snapshot, mark: Mark) -> Snapshot | None:
    known = imports(now)
    if mark.imports > len(known):
        return None
    return Earlier(now, known[:mark.imports], f"{mark.second}-{mark.word}")


def _selection(query: str, language: str) -> Selection:
    state = PageState.from_query(query, language)
    if state.window is None:
        return state.selection
    return replace(state.selection, date_from=state.window[0], date_to=state.window[1])


def _difference(
    then: Snapshot | None, now: Snapshot, selection: Selection, language: str
) -> Message:
    if then is None:
        return msg("That data is no longer kept, and what changed since cannot be told.")
    try:
        found = since(then, now, selection)
    except AtlasError as error:
        return error.message
    return sentence(found, language)


def sentence(found: Since, language: str) -> Message:
    """Say how many incidents there were and are, and what became of them."""
    counted = nmsg("{count} incident then, {now} now", "{count} incidents then, {now} now",
                   found.then, now=found.now)
    if not found.changes:
        return msg("{counted}; none of them has changed.", counted=counted)
    return msg("{counted}: {ways}.", counted=counted, ways=ways(found.total, language))
