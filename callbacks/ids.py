"""The names of the page's components; nothing else spells one out.

Names that only scripts and style sheets use are in `assets/`, and the browser tests
find them there.
"""

from __future__ import annotations

PROVIDER = "provider"
BOOT = "boot"
SINK = "sink"
MAP = "deck"
NOTICES = "notices"

SELECTION = "selection"
LEGEND_REQUEST = "legend-request"
LEGEND_BOUNDS = "legend-bounds"
LEGEND = "legend"
PICKED = "picked"
DETAILS = "details"
AREA_REQUEST = "area-request"
AREA = "area"
COMPARE_REQUEST = "compare-request"
COMPARE_TOLD = "compare-told"
TABLE = "table"
EMPTY_REQUEST = "empty-request"
EMPTY = "empty-selection"

SENTENCE_WHAT = "sentence-what"
SENTENCE_SOURCES = "sentence-sources"
SYNTHETIC = "synthetic-mark"
LANGUAGE = "language"
THEME = "theme-toggle"
TABLE_TOGGLE = "table-toggle"
SHARE = "share"
HELP_OPEN = "help-open"

ZOOM_IN = "zoom-in"
ZOOM_OUT = "zoom-out"
HOME = "home"
RESOLUTION = "resolution"

FILTER_KIND = "filter-kind"
FILTER_COUNTRY = "filter-country"
FILTER_ADMIN1 = "filter-admin1"
FILTER_FROM = "filter-from"
FILTER_TO = "filter-to"
FILTER_SOURCE = "filter-source"
FILTER_ACTOR = "filter-actor"
FILTER_TEXT = "filter-text"
FILTER_PRECISION = "filter-precision"
FILTER_DATE_PRECISION = "filter-date-precision"
FILTER_CONFIDENCE = "filter-kind-confidence"
FILTER_ACTOR_IS = "filter-actor-is"
FILTER_WEEKDAY = "filter-weekday"
FILTER_MONTH = "filter-month"
FILTER_BBOX = "filter-bbox"
FILTER_NEAR = "filter-near"
FILTER_AREA = "filter-area"
FILTER_UNIT = "filter-unit"

FILTERS: dict[str, str] = {
    "kind": FILTER_KIND, "country": FILTER_COUNTRY, "admin1": FILTER_ADMIN1,
    "from_": FILTER_FROM, "to": FILTER_TO, "source": FILTER_SOURCE, "actor": FILTER_ACTOR,
    "text": FILTER_TEXT, "max_where_precision": FILTER_PRECISION,
    "bbox": FILTER_BBOX, "near": FILTER_NEAR, "kind_confidence": FILTER_CONFIDENCE,
    "max_date_precision": FILTER_DATE_PRECISION,
    "actor_is": FILTER_ACTOR_IS, "weekday": FILTER_WEEKDAY, "month": FILTER_MONTH,
    "area": FILTER_AREA, "unit": FILTER_UNIT,
}
"""Each filter's control, by its keyword in `Selection.of`."""

CHOICES = ("max_where_precision", "max_date_precision", "kind_confidence")
"""Filters of which one choice is made or none."""

MANY = ("kind", "country", "admin1", "source", "actor_is", "weekday", "month")
"""Filters that take several values."""


def layer_switch(layer: str) -> str:
    """Name the switch of a layer."""
    return f"layer-{layer}-on"


def layer_option(layer: str, option: str) -> str:
    """Name the control of a layer's option."""
    return f"layer-{layer}-{option}"


def layer_opacity(layer: str) -> str:
    """Name the opacity slider of a layer."""
    return f"layer-{layer}-opacity"
