"""An area against its own past: sentences, a chart by month, and the same by year as a table."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from dash import html

from callbacks.parts import extra
from callbacks.region.markup import Drawn
from callbacks.region.telling import Telling, quiet, section
from data.i18n import month, t
from data.profile import told
from data.profile.trend import Trend
from layers import month_bars


def part(telling: Telling) -> html.Section:
    """Tell how often incidents came lately, against the past."""
    language, trend = telling.language, telling.profile.trend
    title = t(language, "Against its own past")
    if trend is None:
        return section("trend", title, html.P(t(language, "There are no records to compare.")))
    loose = told.loose(trend)
    return section(
        "trend", title,
        *[html.P(one.render(language)) for one in told.lately(trend)],
        _chart(trend, language), _years(telling, trend),
        *([quiet(loose.render(language))] if loose else []),
        *[quiet(told.uneven(one).render(language)) for one in trend.uneven],
        quiet(told.SEASONS.render(language), told.CAUTION.render(language)))


def _chart(trend: Trend, language: str) -> html.Figure:
    later = trend.year.later if trend.year else None
    title = t(language, "Incidents by month")
    drawing: Any = Drawn(month_bars.svg(
        trend.months, language, since=later.first if later else None, title=title,
        says=describe(trend, language)))
    caption = t(language, "Incidents by the month that they began in.")
    if later:
        caption += " " + t(language, "Hatched: the last 12 months.")
    return html.Figure([
        html.Div(drawing, className="chart scrolls", tabIndex=0, role="region",
                 **extra({"aria-label": title})),
        html.Figcaption(caption)])


def describe(trend: Trend, language: str) -> str:
    """Say what the chart shows, for those who do not see it."""
    first, last = trend.months[0][0], trend.months[-1][0]
    most = max(trend.months, key=lambda pair: pair[1])
    if not most[1]:
        return t(language, "From {first} to {last} no incident began.",
                 first=month(first, language), last=month(last, language))
    return t(language, "From {first} to {last}; most in {month}: {count}.",
             first=month(first, language), last=month(last, language),
             month=month(most[0], language), count=most[1])


def _years(telling: Telling, trend: Trend) -> Any:
    """Give the same numbers by calendar year."""
    language = telling.language
    by_year: dict[int, int] = defaultdict(int)
    for first, n in trend.months:
        by_year[first.year] += n
    title = t(language, "Incidents by year")
    return telling.table(
        [t(language, "Year"), *map(str, by_year)],
        [[t(language, "Incidents"), *map(telling.number, by_year.values())]], title)
