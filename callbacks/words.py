"""The sentences that scripts say, in the page's language."""

from __future__ import annotations

from data.i18n import Message, msg, nmsg

COUNTED: dict[str, Message] = {
    "incidents": nmsg("{n} incident", "{n} incidents", 1),
    "apart": nmsg("{n} counted apart", "{n} counted apart", 1),
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
    "label-incidents": msg("incidents"),
    "label-apart": msg("counted apart"),
    "label-deaths": msg("deaths, best estimate"),
    "deaths-of": msg("Deaths as stated by {source}."),
    "deaths-beside": msg("Deaths as stated by {source} alone. Others state: {others}. They are "
                         "not added, since sources may tell of the same event."),
    "other-kinds": msg("{kinds} other kinds, {n} incidents"),
    "histogram": msg("Incidents by month, stacked by family of kinds; at most {most} in a month"),
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

GAPS = ("n", "kinds", "most", "from", "to", "unit", "source", "others")


def of(language: str) -> dict[str, str]:
    """Return every sentence in a language, its gaps left for the browser to fill."""
    gaps = {name: "{" + name + "}" for name in GAPS}
    said = {key: Message(word.text, gaps).render(language) for key, word in WORDS.items()}
    for key, word in COUNTED.items():
        for form, count in (("one", 1), ("other", 2)):
            said[f"{key}.{form}"] = Message(word.text, gaps, word.plural, count).render(language)
    return said
