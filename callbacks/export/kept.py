"""Exports kept by name beside the data, as `app.py export --save` keeps them, and repeated."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from callbacks.context import Context
from callbacks.export.forms import NAMES
from callbacks.export.refused import OVERTAKEN, RefusedError
from callbacks.export.work import made
from data.errors import AtlasError, UsageError
from data.i18n import msg
from data.selection import Selection
from data.sentence import sentence, when
from data.store import Snapshot
from layers.exports import moved
from layers.exports.export import Export
from layers.exports.made import Made, Tell
from layers.exports.repeated import file_name, newest_day
from layers.exports.saved import SavedExports

Write = Callable[[Path, Tell], tuple[str, Made]]


@dataclass(frozen=True)
class Kept:
    """The kept exports of the page's store."""

    context: Context

    @property
    def _all(self) -> SavedExports:
        return SavedExports(self.context.store.folder)

    def listed(self, language: str) -> list[dict[str, Any]]:
        """Describe each: its name, what it shows, and the window that it would have now."""
        snapshot = self.context.store.require()
        return [self._told(name, snapshot, language) for name in self._all.names()]

    def keep(self, name: str, export: Export, *, instead: bool) -> None:
        """Keep an export; raises `RefusedError` where the name is none, or taken."""
        try:
            SavedExports.require_name(name)
        except UsageError as error:
            raise RefusedError(msg("A name is of small letters, digits, “-” and “_”, such as "
                                   "monthly-gao."), field="name") from error
        if name in self._all.names() and not instead:
            raise RefusedError(msg("An export is called “{name}” already. Keep again to replace "
                                   "it.", name=name), OVERTAKEN, "name")
        self._all.keep(name, export)

    def forget(self, name: str) -> None:
        """Delete one; raises `UsageError` where there is none of that name."""
        self._all.forget(name)

    def repeated(self, name: str) -> Write:
        """Return what makes one again, its dates moved on to the last whole period."""
        snapshot = self.context.store.require()
        export = _on(self._all.find(name).export, snapshot)
        if export.sheet.made_on is not None:
            export = replace(export, sheet=replace(export.sheet, made_on=_today()))
        called = file_name(name, export)
        return lambda folder, tell: (called, made(
            self.context, snapshot, export, folder / called, tell))

    def _told(self, name: str, snapshot: Snapshot, language: str) -> dict[str, Any]:
        try:
            export = self._all.find(name).export
        except AtlasError as error:
            return {"name": name, "says": error.render(language), "window": None}
        form = NAMES[export.form].render(language) if export.form in NAMES else (
            export.form.upper())
        says = sentence(replace(export.sheet.selection, date_from=None, date_to=None), language)
        return {"name": name, "says": f"{form} · {says}",
                "window": _words(_on(export, snapshot), language)}


def _on(export: Export, snapshot: Snapshot) -> Export:
    return moved.whole_until(export, newest_day(snapshot, _today()), _today())


def _words(export: Export, language: str) -> str:
    """Say the window of an export; one that never ends says what it says everywhere."""
    window = moved.window_of(export)
    shown = Selection(date_from=window[0], date_to=window[1]) if window else (
        export.sheet.selection)
    return when(shown, language) or msg("all dates").render(language)


def _today() -> dt.date:
    return dt.datetime.now(dt.UTC).date()
