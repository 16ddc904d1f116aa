"""The panel's choices and the page's own query, read as an export."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any, get_args

from callbacks.context import Context
from callbacks.export.choices import choices, layered
from callbacks.export.given import Given
from callbacks.export.refused import RefusedError, not_ours
from callbacks.language import of_request
from callbacks.state import AUTO, PageState
from data.errors import AtlasError
from data.hexes import RESOLUTIONS
from data.i18n import LANGUAGES, msg
from data.selection import Selection, first_day, last_day
from layers.exports.clock import Clock
from layers.exports.clock import Mode as ClockMode
from layers.exports.clock import Step as ClockStep
from layers.exports.export import Export
from layers.exports.forms import FORMS
from layers.exports.many import Atlas, Brief, Compare, Many, Series, Step, Window
from layers.sheet.description import Chart, Sheet, Shown
from layers.sheet.formats import FORMATS

DPI = ("200", "96", "150", "300", "600")
SPEEDS = ("2", "0.5", "1", "4", "8")
CHARTS = get_args(Chart)
SEVERAL = ("one", "atlas", "series", "compare", "brief")
MOST_STEPS = 120


def asked(given: Given, context: Context) -> Export:
    """Read what is to be exported; its selection is not settled yet.

    Choices that have no effect on the form are not read.

    Raises:
        RefusedError: a choice that cannot be, and in which control it stands.
        UsageError: a filter that is not understood.
    """
    form = given.text("form")
    if form not in FORMS:
        raise not_ours()
    counted = choices(form)
    query = given.text("page")
    return Export(
        form, sheet_of(given, context), _many(given) if "several" in counted else None,
        _clock(given) if "mode" in counted else Clock(),
        dpi=int(given.one_of("dpi", DPI)) if "dpi" in counted else int(DPI[0]), link=query)


def sheet_of(given: Given, context: Context) -> Sheet:
    """Read what is shown and how; of a package, what it holds."""
    form, language = given.text("form"), given.one_of("language", (
        of_request(context.settings), *LANGUAGES))
    counted, state = choices(form), PageState.from_query(given.text("page"), language)
    sheet = Sheet(
        selection=shown(given.text("page"), state),
        layers=_layers(state) if layered(form) else (), language=language,
        resolution=None if state.resolution == AUTO else int(state.resolution))
    own = _of_sheet(given, state) if "size" in counted else {}
    return replace(sheet, **own, **_left_out(given, counted))


def shown(query: str, state: PageState) -> Selection:
    """Return the page's filters and its window; a wrong filter is not forgiven, as it is there."""
    selection = Selection.from_query(query)
    if state.window:
        selection = replace(selection, date_from=state.window[0], date_to=state.window[1])
    return selection


def _layers(state: PageState) -> tuple[Shown, ...]:
    return tuple(
        Shown(id, opacity, tuple((name, value) for (layer, name), value in state.options.items()
                                 if layer == id))
        for id, opacity in state.layers.items())


def _of_sheet(given: Given, state: PageState) -> dict[str, Any]:
    title = given.text("title").strip()
    return {
        "page": given.one_of("size", tuple(FORMATS)),
        "portrait": given.one_of("standing", ("0", "1")) == "1",
        "view": state.view if given.one_of("view", ("screen", "fit")) == "screen" else None,
        "chart": given.one_of("chart", CHARTS), "title": title or None,
        "subtitle": given.text("subtitle").strip() if given.has("subtitle") else None,
        "made_on": dt.datetime.now(dt.UTC).date()}


def _left_out(given: Given, counted: tuple[str, ...]) -> dict[str, Any]:
    coarsen = given.one_of("coarsen", ("0", *(str(level) for level in RESOLUTIONS)))
    own: dict[str, Any] = {"coarsen": int(coarsen) or None}
    if "notes" in counted:
        own["notes"] = given.one_of("notes", ("1", "0")) == "1"
    return own


def _many(given: Given) -> Many | None:
    match given.one_of("several", SEVERAL):
        case "atlas":
            return Atlas(int(given.one_of("level", ("1", "0", "2"))))
        case "series":
            return Series(given.one_of("step", ("year", *get_args(Step))))  # type: ignore[arg-type]
        case "compare":
            return Compare(_window(given, "first"), _window(given, "second"))
        case "brief":
            if not given.text("region"):
                raise RefusedError(msg("Choose a region."), field="region")
            return Brief(given.text("region"))
    return None


def _window(given: Given, side: str) -> Window:
    first = _day(given, f"{side}_from", first_day)
    last = _day(given, f"{side}_to", last_day)
    if first > last:
        raise RefusedError(msg("A window starts before it ends."), field=f"{side}_to")
    return first, last


def _day(given: Given, name: str, read: Any) -> dt.date:
    try:
        found: dt.date = read(given.text(name).strip(), name)
    except AtlasError as error:
        raise RefusedError(msg("Write a date as 2019, 2019-03 or 2019-03-07."),
                           field=name) from error
    return found


def _clock(given: Given) -> Clock:
    length = given.whole("length", 1, 1, MOST_STEPS, msg(
        "A window is a whole number of steps, from {low} to {high}.", low=1, high=MOST_STEPS))
    return Clock(
        given.one_of("mode", get_args(ClockMode)),  # type: ignore[arg-type]
        given.one_of("frame", ("month", *get_args(ClockStep))),  # type: ignore[arg-type]
        length, float(given.one_of("speed", SPEEDS)))
