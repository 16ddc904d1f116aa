"""The filters: controls that together mean one `Selection`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import dash_mantine_components as dmc
from dash import Dash, Input, Output, dcc, html, no_update

from callbacks import facets, ids
from callbacks.context import Context, ground_of
from callbacks.glossary import hinted
from callbacks.language import of_request
from callbacks.parts import section
from data.classify.rules import CONFIDENCE
from data.errors import AtlasError
from data.ground import Ground
from data.i18n import month_names, number, t, weekday_names
from data.model import DATE_PRECISION, WHERE_PRECISION
from data.selection import Selection, first_day, last_day, parse_bbox, shortest_kinds
from data.settle import settled


def register(app: Dash, context: Context) -> None:
    """Turn the controls into the selection, written as a query."""

    @app.callback(
        output={
            "selection": Output(ids.SELECTION, "data"),
            "from_error": Output(ids.FILTER_FROM, "error"),
            "to_error": Output(ids.FILTER_TO, "error"),
            "bbox_error": Output(ids.FILTER_BBOX, "error"),
            "near_error": Output(ids.FILTER_NEAR, "error"),
            "area_error": Output(ids.FILTER_AREA, "error"),
            "unit_error": Output(ids.FILTER_UNIT, "error"),
        },
        inputs={"given": {name: Input(control, "value") for name, control in ids.FILTERS.items()}},
        prevent_initial_call=True,
    )
    def choose(given: dict[str, Any]) -> dict[str, Any]:
        ground = ground_of(context.store.current())
        return chosen(given, of_request(context.settings), ground)


def chosen(
    given: dict[str, Any], language: str, ground: Ground | None = None
) -> dict[str, Any]:
    """Return the query of what can be read, and what is wrong beside a field that cannot.

    `ground` is what corridors and units are looked up in; by default what the product ships.
    """
    ground = ground or Ground()
    date = t(language, "Write a date as 2019, 2019-03 or 2019-03-07.")
    box = t(language, "Write west, south, east, north in degrees, such as -12.3,10,4.3,25.")
    errors = {
        "from_error": "" if _readable(first_day, given["from_"], "") else date,
        "to_error": "" if _readable(last_day, given["to"], "") else date,
        "bbox_error": "" if _readable(parse_bbox, given["bbox"]) else box,
        **{f"{name}_error": _place_error(name, given.get(name), ground, language)
           for name in ("near", "area", "unit")},
    }
    # A field that cannot be read is marked and left out; the others hold all the same.
    faulty = {name.removesuffix("_error") for name, wrong in errors.items() if wrong}
    readable = {name: "" if name.rstrip("_") in faulty else value
                for name, value in given.items()}
    try:
        return {"selection": Selection.of(**_words(readable)).to_query(), **errors}
    except AtlasError as error:
        return {"selection": no_update, **errors, "to_error": error.on_page.render(language)}


def _readable(read: Callable[..., Any], text: str | None, *more: str) -> bool:
    """Tell whether a field is empty or can be read."""
    try:
        return not text or read(text, *more) is not None
    except AtlasError:
        return False


def _place_error(name: str, text: str | None, ground: Ground, language: str) -> str:
    """Say what is wrong with a corridor, an area or units; nothing where empty or right."""
    try:
        if text:
            settled(Selection.of(**{name: text}), ground)
    except AtlasError as error:
        return error.on_page.render(language)
    return ""


def _words(given: dict[str, Any]) -> dict[str, Any]:
    return {name: (value or []) if name in ids.MANY else (value or None)
            for name, value in given.items()}


def controls(selection: Selection, choices: facets.Facets, language: str) -> html.Section:
    """Build the section of the left panel, set to a selection."""
    return section(
        "section-filters", t(language, "Filters"),
        _many(ids.FILTER_KIND, language, label=t(language, "Kind"), every=t(language, "All kinds"),
              data=facets.kind_options(choices, language), value=shortest_kinds(selection.kinds)),
        _many(ids.FILTER_COUNTRY, language, label=t(language, "Country"),
              every=t(language, "All countries"),
              data=facets.country_options(choices, language), value=list(selection.countries)),
        _many(ids.FILTER_ADMIN1, language, label=t(language, "Region (first-level unit)"),
              every=t(language, "All regions"), value=list(selection.admin1),
              data=_with_own(facets.unit_options(choices, language), selection.admin1, language)),
        hinted("kind-confidence", _confidence(selection, language), language),
        _dates(selection, language),
        _many(ids.FILTER_SOURCE, language, label=t(language, "Source"),
              every=t(language, "All sources"), value=list(selection.sources),
              data=facets.source_options(choices, language)),
        _words_input(ids.FILTER_ACTOR, t(language, "Actor"), t(language, "Part of a name"),
                     selection.actor),
        _actors(selection, language),
        *_calendar(selection, language),
        _words_input(ids.FILTER_TEXT, t(language, "Words in notes or place"),
                     t(language, "Words that must occur"), selection.text),
        hinted("precision", _precision(selection, language), language),
        hinted("date-precision", _date_precision(selection, language), language),
        _words_input(ids.FILTER_BBOX, t(language, "Rectangle, in degrees"),
                     t(language, "west,south,east,north"),
                     ",".join(f"{edge:g}" for edge in selection.bbox or ())),
        _words_input(ids.FILTER_NEAR, t(language, "Near a corridor: its name in links, and km"),
                     t(language, "Set it from a corridor’s details"), str(selection.near or "")),
        _words_input(ids.FILTER_AREA, t(language, "Area, by its corners or as a circle"),
                     t(language, "Draw it with the button on the map"), str(selection.area or "")),
        _words_input(ids.FILTER_UNIT, t(language, "Units picked on the map"),
                     t(language, "Names or ids, with commas"), ", ".join(selection.picked)),
        html.Button(t(language, "Clear all filters"), id="clear-filters", type="button",
                    className="plain-button"),
    )


def empty_values() -> dict[str, dict[str, Any]]:
    """Tell the browser each filter's control and what leaves it open."""
    return {name: {"id": control, "empty": [] if name in ids.MANY else
                   (None if name in ids.CHOICES else "")}
            for name, control in ids.FILTERS.items()}


def _many(
    id: str, language: str, *, label: str, every: str, data: Any, value: list[str]
) -> Any:
    return dmc.MultiSelect(
        id=id, label=label, placeholder="" if value else every, data=data, value=value,
        searchable=True, clearable=True, size="xs", hidePickedOptions=True, withScrollArea=False,
        nothingFoundMessage=t(language, "Nothing found"), comboboxProps={"shadow": "md"})


def _dates(selection: Selection, language: str) -> html.Div:
    first, last = selection.date_from, selection.date_to
    hint = t(language, "2019 or 2019-03")
    return html.Div([
        dmc.TextInput(id=ids.FILTER_FROM, label=t(language, "From"), placeholder=hint, size="xs",
                      value=first.isoformat() if first else "", debounce=True),
        dmc.TextInput(id=ids.FILTER_TO, label=t(language, "To"), placeholder=hint, size="xs",
                      value=last.isoformat() if last else "", debounce=True),
    ], className="pair")


def _actors(selection: Selection, language: str) -> Any:
    """Hold whole names of actors, as the charts choose them; another may be written."""
    return dmc.TagsInput(
        id=ids.FILTER_ACTOR_IS, label=t(language, "Actors, by their whole name"), size="xs",
        placeholder="" if selection.actor_names else t(language, "All actors"),
        value=list(selection.actor_names), clearable=True)


def _calendar(selection: Selection, language: str) -> tuple[Any, Any]:
    days, months = weekday_names(language), month_names(language)
    return (
        _many(ids.FILTER_WEEKDAY, language, label=t(language, "Day of the week it began on"),
              every=t(language, "All days"), data=_numbered(days),
              value=[str(number) for number in selection.weekdays]),
        _many(ids.FILTER_MONTH, language, label=t(language, "Month of the year it began in"),
              every=t(language, "All months"), data=_numbered(months),
              value=[str(number) for number in selection.months]))


def _numbered(names: tuple[str, ...]) -> facets.Options:
    return [{"value": str(i), "label": name[:1].upper() + name[1:]}
            for i, name in enumerate(names, start=1)]


def _words_input(id: str, label: str, placeholder: str, value: str) -> Any:
    return dmc.TextInput(id=id, label=label, placeholder=placeholder, value=value, size="xs",
                         debounce=600)


def _precision(selection: Selection, language: str) -> Any:
    value = selection.max_where_precision
    return dmc.Select(
        id=ids.FILTER_PRECISION, label=t(language, "Place known at least as"), size="xs",
        placeholder=t(language, "Any precision"), clearable=True,
        data=[{"value": str(level), "label": label.render(language)}
              for level, label in WHERE_PRECISION.items()],
        value=str(value) if value else None)


def _date_precision(selection: Selection, language: str) -> Any:
    value = selection.max_date_precision
    return dmc.Select(
        id=ids.FILTER_DATE_PRECISION, label=t(language, "Date known at least as"), size="xs",
        placeholder=t(language, "Any precision"), clearable=True,
        data=[{"value": str(level), "label": label.render(language)}
              for level, label in DATE_PRECISION.items()],
        value=str(value) if value else None)


def _confidence(selection: Selection, language: str) -> Any:
    sure = selection.min_kind_confidence
    levels = {CONFIDENCE["high"]: t(language, "high"), CONFIDENCE["medium"]: t(language, "medium"),
              CONFIDENCE["low"]: t(language, "low")}
    if sure is not None:
        levels.setdefault(sure, t(language, "from the link"))
    return dmc.Select(
        id=ids.FILTER_CONFIDENCE, label=t(language, "Kind known with at least"), size="xs",
        placeholder=t(language, "Any confidence"), clearable=True,
        data=[{"value": f"{level:g}", "label": f"{number(level, language)} ({label})"}
              for level, label in sorted(levels.items(), reverse=True)],
        value=None if sure is None else f"{sure:g}")


def _with_own(options: facets.Options, names: tuple[str, ...], language: str) -> facets.Options:
    """Add regions that a link names in its own way, so that the control can show them."""
    known = {item["value"] for option in options for item in option["items"]}
    own = [{"value": name, "label": name} for name in names if name not in known]
    group = {"group": t(language, "From the link"), "items": own}
    return [*options, group] if own else options


def stores(selection: Selection) -> dcc.Store:
    """Hold the selection as a query; every part of the page follows it."""
    return dcc.Store(id=ids.SELECTION, data=selection.to_query())
