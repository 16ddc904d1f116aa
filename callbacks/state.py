"""The page's state as it stands in a link, read with patience: what is wrong is told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import parse_qs, unquote

from data import settle
from data.digits import whole_number
from data.errors import AtlasError
from data.ground import Ground
from data.hexes import RESOLUTIONS
from data.i18n import LANGUAGES, Message, msg
from data.selection import ARGUMENTS, Selection, first_day, last_day
from layers.questions import QUESTIONS
from layers.registry import LAYERS

AUTO = "auto"
View = tuple[float, float, float]
Window = tuple[dt.date, dt.date]
OWN = frozenset({"lang", "res", "layers", "view", "window", "options"})
"""What of a link is read here, beside the selection."""
LONGEST = 4000
"""Characters of one value that is handed on to the browser; a link is no place for more."""


@dataclass(frozen=True)
class PageState:
    """Everything a reopened link must bring back.

    Attributes:
        selection: the filters.
        language: of the page.
        resolution: `auto`, or `3` to `9`.
        layers: opacity, 0 to 1, of each layer that is on, by id.
        view: longitude, latitude, zoom; None for the home view.
        window: first and last day of the clock's window; None for all of time.
        options: what was chosen for layers, by layer and option.
        carried: what else stands in the link, name by value: the browser's own functions
            read it (`atlas.link.carries`), and check it themselves.
        problem: what in the link could not be understood, if anything.
    """

    selection: Selection
    language: str
    resolution: str
    layers: dict[str, float]
    view: View | None
    window: Window | None
    options: dict[tuple[str, str], str] = field(default_factory=dict)
    carried: dict[str, str] = field(default_factory=dict)
    problem: Message | None = None

    @classmethod
    def from_query(
        cls, query: str, language: str, opening: Sequence[str] = QUESTIONS[0].layers
    ) -> PageState:
        """Read a link's query; parts that are not understood fall back to the default.

        `opening` are the layers that are on where the link names none.
        """
        given = {name: values[-1] for name, values in parse_qs(query.lstrip("?")).items()}
        selection, problem = _selection(query)
        wanted = given.get("lang", language)
        return cls(
            selection=selection,
            language=wanted if wanted in LANGUAGES else language,
            resolution=_resolution(given.get("res", AUTO)),
            layers=_layers(given.get("layers"), opening),
            view=_view(given.get("view", "")),
            window=_window(given.get("window", "")),
            options=_options(given.get("options", "")),
            carried=_carried(given),
            problem=problem,
        )


def settled(state: PageState, ground: Ground) -> PageState:
    """Look up the corridor, the area and the units that a link names.

    A corridor or a picked unit that is not known is left out, and said.
    """
    try:
        found = settle.settled(state.selection, ground)
    except AtlasError as error:
        problem = msg("The link’s place was left out. {why}", why=error.on_page)
        found = settle.settled(replace(state.selection, near=None, picked=()), ground)
        return replace(state, selection=found, problem=problem)
    return replace(state, selection=found)


def _selection(query: str) -> tuple[Selection, Message | None]:
    try:
        return Selection.from_query(query), None
    except AtlasError as error:
        return Selection(), msg("The link’s filters were left out. {why}", why=error.on_page)


def _carried(given: Mapping[str, str]) -> dict[str, str]:
    own = OWN | ARGUMENTS
    return {name: value for name, value in given.items()
            if name not in own and len(value) <= LONGEST}


def _resolution(text: str) -> str:
    return text if text in {str(level) for level in RESOLUTIONS} else AUTO


def _layers(text: str | None, opening: Sequence[str]) -> dict[str, float]:
    if text is None:
        return {layer.id: layer.opacity for layer in LAYERS if layer.id in opening}
    asked = dict(part.partition(":")[::2] for part in text.split(",") if part)
    return {layer.id: _share(asked[layer.id]) for layer in LAYERS if layer.id in asked}


def _options(text: str) -> dict[tuple[str, str], str]:
    """Read `layer.option:value,...`; a layer reads its own values, and knows their defaults.

    A value is written as in an address, so that one may hold a comma.
    """
    found = {}
    for part in text.split(","):
        name, _, value = part.partition(":")
        layer, _, option = name.partition(".")
        if layer and option and value:
            found[layer, option] = unquote(value)
    return found


def _share(percent: str) -> float:
    share = whole_number(percent)
    return 1.0 if share is None else min(100, max(5, share)) / 100


def _view(text: str) -> View | None:
    try:
        lon, lat, zoom = (float(part) for part in text.split(","))
    except ValueError:
        return None
    sane = abs(lon) <= 180 and abs(lat) <= 85 and 0 <= zoom <= 20
    return (lon, lat, zoom) if sane else None


def _window(text: str) -> Window | None:
    try:
        first, last = text.split(",")
        days = first_day(first, "window"), last_day(last, "window")
    except (ValueError, AtlasError):
        return None
    return days if days[0] <= days[1] else None
