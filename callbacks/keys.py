"""Every key of the page, by where it works: help lists them, and the page's script obeys them.

The keys that work everywhere travel to `assets/js/keys.js` by this table; those of a part
are read in its own scripts, which a test compares with what stands here.
"""

from __future__ import annotations

from dataclasses import dataclass

from data.i18n import Message, msg

ARROWS = ("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown")
ACROSS, ENDS = ("ArrowLeft", "ArrowRight"), ("Home", "End")
DOWN = ("ArrowUp", "ArrowDown")


@dataclass(frozen=True)
class Key:
    """What keys do.

    Attributes:
        shown: how they are written.
        says: what they do, after their name.
        pressed: what a browser calls them (`KeyboardEvent.key`).
        does: by the name of each in `ACTIONS` of `assets/js/keys.js`, in the order of
            `pressed`; one name stands for all. Empty where a part's script reads them.
    """

    shown: str
    says: Message
    pressed: tuple[str, ...] = ()
    does: tuple[str, ...] = ()


@dataclass(frozen=True)
class Place:
    """Where keys work, and the scripts under `assets/js` that read them."""

    title: Message
    keys: tuple[Key, ...]
    scripts: tuple[str, ...] = ()


EVERYWHERE = Place(msg("Everywhere, unless you type"), (
    Key("Space", msg("play or pause time"), (" ",), ("play",)),
    Key("← →", msg("one step of time back or on"), ACROSS, ("back", "on")),
    Key("Shift + ← →", msg("a larger step: 7 days, 4 weeks, a year or five years")),
    Key("Home, End", msg("to the first or the last step of time"), ENDS, ("first", "last")),
    Key("+ −", msg("zoom in or out"), ("+", "=", "-"), ("nearer", "nearer", "farther")),
    Key("L", msg("layers"), ("l",), ("layers",)),
    Key("F", msg("filters"), ("f",), ("filters",)),
    Key("T", msg("table"), ("t",), ("table",)),
    Key("G", msg("charts"), ("g",), ("charts",)),
    Key("C", msg("compare two sides"), ("c",), ("compare",)),
    Key("E", msg("export"), ("e",), ("export",)),
    Key("/", msg("search"), ("/",), ("search",)),
    Key("Ctrl Z", msg("undo, and with Shift redo, what you changed")),
    Key("Esc", msg("close what is open"), ("Escape",), ("close",)),
    Key("?", msg("this help"), ("?",), ("help",)),
), ("keys.js", "panels.js"))
PLACES: tuple[Place, ...] = (
    EVERYWHERE,
    Place(msg("On the map"), (
        Key("← → ↑ ↓", msg("move the map under its cross; with Shift, by less"), ARROWS),
        Key("Enter", msg("tell what lies under the cross"), ("Enter",)),
        Key("N", msg("offer to add an incident at the cross"), ("n", "N")),
    ), ("cross.js",)),
    Place(msg("On the window of time: its two handles, and the strip between them"), (
        Key("← → ↑ ↓", msg("by a step of time; ← and → with Shift by twelve"), ARROWS),
        Key("Page ↑, Page ↓", msg("by twelve steps"), ("PageUp", "PageDown")),
        Key("Home, End", msg("as far as there is data"), ENDS),
    ), ("handles.js",)),
    Place(msg("On the marks of interventions, under the bars"), (
        Key("← →", msg("from mark to mark"), ACROSS),
        Key("Home, End", msg("to the first or the last mark"), ENDS),
        Key("Enter", msg("tell of it, or list those that stand as one"), ("Enter",)),
        Key("Esc", msg("close the list"), ("Escape",)),
    ), ("moments.js",)),
    Place(msg("While an area is drawn or units are picked"), (
        Key("← → ↑ ↓", msg("move the map, or the corner that has the focus; with Shift, by less"),
            ARROWS),
        Key("Enter, Space", msg("set a corner, or pick a unit, in the middle of the map"),
            ("Enter", " ")),
        Key("Tab", msg("from corner to corner")),
        Key("Delete, ⌫", msg("remove a corner"), ("Delete", "Backspace")),
        Key("+ −", msg("zoom in or out"), ("+", "=", "-")),
        Key("Esc", msg("stop, and leave the area as it was"), ("Escape",)),
    ), ("later/area_corners.js", "later/area_bar.js", "later/area_menu.js", "later/area_pick.js")),
    Place(msg("In the search"), (
        Key("↑ ↓", msg("from result to result"), DOWN),
        Key("Enter", msg("go to the result"), ("Enter",)),
        Key("Esc", msg("close the results, then the search"), ("Escape",)),
    ), ("later/search.js",)),
    Place(msg("In the table and the charts"), (
        Key("← →", msg("on their two tabs: from one to the other")),
        Key("Enter", msg("on a column’s name: sort by it; on a row: show it on the map")),
        Key("← → ↑ ↓", msg("in a chart: from bar to bar"), ARROWS),
        Key("Enter, Space", msg("in a chart: show only what the bar counts, or all again")),
    ), ("table.js", "later/charts_bars.js", "later/charts.js")),
    Place(msg("In a comparison"), (
        Key("← →", msg("on the line of “Swipe”: move it")),
    )),
    Place(msg("In the tour"), (
        Key("← →", msg("to the step before or after"), ACROSS),
        Key("Esc", msg("leave"), ("Escape",)),
    ), ("later/tour.js",)),
    Place(msg("Where a name is typed, as of a saved view"), (
        Key("Enter", msg("keep it"), ("Enter",)),
        Key("Esc", msg("leave it as it was"), ("Escape",)),
    ), ("later/views.js", "later/export_kept.js")),
    Place(msg("On the map of the page that incidents are entered on"), (
        Key("← → ↑ ↓", msg("move the map under its cross"), ARROWS),
        Key("Enter, Space", msg("put the incident at the cross"), ("Enter", " ")),
        Key("+ −", msg("zoom in or out"), ("+", "=", "-")),
    ), ("later/incident_map.js",)),
)


def actions() -> dict[str, str]:
    """Return what each key does that works everywhere, by a browser's name for it."""
    told: dict[str, str] = {}
    for key in EVERYWHERE.keys:
        told |= dict(zip(key.pressed, key.does, strict=True))
    return told
