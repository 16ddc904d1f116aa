"""The sentences that scripts say, in the page's language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from data.i18n import Message, msg, nmsg

_GAP = re.compile(r"\{(\w+)\}")

COUNTED: dict[str, Message] = {
    "incidents": nmsg("{n} incident", "{n} incidents", 1),
    "apart": nmsg("{n} counted apart", "{n} counted apart", 1),
    "deaths": nmsg("{n} death, best estimate", "{n} deaths, best estimate", 1),
    "other-kinds": nmsg("{n} other kind", "{n} other kinds", 1),
    "coarse": nmsg("{n} with a coarse date", "{n} with a coarse date", 1),
    "interventions": nmsg("{n} intervention", "{n} interventions", 1),
    "length-day": nmsg("{n} day", "{n} days", 1),
    "length-week": nmsg("{n} week", "{n} weeks", 1),
    "length-month": nmsg("{n} month", "{n} months", 1),
    "length-quarter": nmsg("{n} quarter", "{n} quarters", 1),
    "length-year": nmsg("{n} year", "{n} years", 1),
    "speed": nmsg("{n} step a second", "{n} steps a second", 1),
}
"""Sentences that change with a number; each is sent as `<key>.one` and `<key>.other`."""

WORDS: dict[str, Message] = {
    "more-kinds": msg("and {n} more kinds"),
    "metric-rate": msg("{n} per 100,000 persons"),
    "metric-deaths": msg("Deaths, best estimate: {n}"),
    "metric-amount": msg("{n} {unit}"),
    "click-hexagon": msg("Click for its latest incidents"),
    "precision-1": msg("exact place"),
    "precision-2": msg("within 25 km of the point"),
    "coarse-date": msg("date known to a week or less exactly"),
    "deaths-of": msg("Deaths as stated by {source}."),
    "deaths-beside": msg("Deaths as stated by {source} alone. Others state: {others}. They are "
                         "not added, since sources may tell of the same event."),
    "histogram-day": msg("Incidents by day, stacked by family of kinds; at most {most} in a day"),
    "histogram-week": msg("Incidents by week, stacked by family of kinds; at most {most} in a "
                          "week"),
    "histogram-month": msg("Incidents by month, stacked by family of kinds; at most {most} in a "
                           "month"),
    "histogram-quarter": msg("Incidents by quarter, stacked by family of kinds; at most {most} in "
                             "a quarter"),
    "histogram-year": msg("Incidents by year, stacked by family of kinds; at most {most} in a "
                          "year"),
    "length-all": msg("All of time"),
    "length-own": msg("Own length"),
    "length-growing": msg("Up to its end"),
    "mode": msg("Mode"),
    "mode-moving": msg("moving"),
    "mode-growing": msg("growing: all up to its end"),
    "mode-fixed": msg("fixed"),
    "step": msg("Step"),
    "step-day": msg("day"),
    "step-week": msg("week"),
    "step-month": msg("month"),
    "step-quarter": msg("quarter"),
    "step-year": msg("year"),
    "fixed-stays": msg("The window is fixed. Choose a moving or a growing one to let time run."),
    "loop": msg("Begin again at the end"),
    "exact": msg("Leave out incidents whose date is coarse"),
    "exact-about": msg("Those known only to the week, the month, the year or less. They stand in "
                       "every window that they may belong to, and the bars hatch them."),
    "speed": msg("Speed"),
    "play": msg("Play"),
    "pause": msg("Pause"),
    "from": msg("From"),
    "to": msg("To"),
    "date-form": msg("Write a date as 2019, 2019-03 or 2019-03-07."),
    "outside-data": msg("The incidents shown run from {from} to {to}; the window stays as it was."),
    "not-recorded": msg("deaths: not recorded"),
    "copied": msg("The link to this view has been copied."),
    "copy-yourself": msg("The address bar holds the link to this view; copy it from there."),
    "failed": msg("The data could not be fetched. Check the connection and try again."),
    "no-basemap": msg("The ground map could not be fetched; the data is drawn without it."),
}


def of(language: str) -> dict[str, str]:
    """Return every sentence of the first visit in a language; see `rendered`."""
    return rendered(WORDS, COUNTED, language)


def rendered(
    words: Mapping[str, Message], counted: Mapping[str, Message], language: str
) -> dict[str, str]:
    """Return sentences in a language, their gaps left for the browser to fill."""
    said = {key: _open(word, language) for key, word in words.items()}
    for key, word in counted.items():
        for form, count in (("one", 1), ("other", 2)):
            said[f"{key}.{form}"] = _open(replace(word, count=count), language)
    return said


def _open(word: Message, language: str) -> str:
    gaps = {name for text in (word.text, word.plural or "") for name in _GAP.findall(text)}
    return replace(word, values={name: "{" + name + "}" for name in gaps}).render(language)
