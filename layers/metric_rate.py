"""Incidents set against the people of their hexagon, where these were loaded."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from data.areas import population
from data.ground import Ground
from data.i18n import Message, amount, listing, msg, t
from layers import cells
from layers.base import Found, Request
from layers.legend import Entry, Source
from layers.metric import Metric, Numbers, column
from layers.style import Style

PER = 100_000
UNKNOWN = "no-persons"
"""The key of hexagons that hold incidents and no known population."""


class Rate(Metric):
    """Incidents in the window for 100,000 persons of the hexagon."""

    id = "rate"
    title = msg("Incidents per 100,000 persons")
    leads = True

    def per_row(self, found: Found, request: Request) -> Numbers:
        """Divide by the persons of the row's cell; nothing where they are not known."""
        place = cells.indices(found["cube"].column("cell"), cells.ids(found["cells"]))
        here = np.append(persons(found, request), np.nan)
        people = here[np.minimum(place, len(here) - 1)]
        return np.asarray(np.nan_to_num(PER * column(found, "n") / people), np.float64)

    def says(self, value: float, found: Found, request: Request) -> Message:
        """Say the value of one hexagon."""
        return msg("{rate} per 100,000 persons", rate=amount(value, request.language))

    def entries(self, language: str) -> tuple[Entry, ...]:
        """List hexagons without a known population, which are counted and not drawn."""
        style = Style("outline", ("#8a857c", "#8f8b83"), width=1.0, dash=(2, 2))
        return (Entry(style, t(language, "not drawn: no population known"), UNKNOWN),)

    def notes(self, found: Found, request: Request) -> list[str]:
        """Say which file is missing, or of what kind the population is."""
        language = request.language
        if not _loaded(found.ground):
            return [waits(language)]
        vintages = sorted({one.vintage for one in _loaded(found.ground) if one.vintage})
        return [
            t(language, "Incidents in the window, not in a year. Where few people live, one "
              "incident more or less changes a rate much."),
            t(language, "People are counted into hexagons of resolution {resolution}, so rates "
              "are drawn no finer. Hexagons in which nobody is counted have no rate.",
              resolution=population.RESOLUTION),
            *([t(language, "Population as of {vintage}.", vintage=listing(vintages, language))]
              if vintages else [])]

    def sources(self, found: Found, request: Request) -> tuple[Source, ...]:
        """Name who published the population."""
        titles = dict.fromkeys(one.source for one in _loaded(found.ground) if one.source)
        return tuple(Source(title) for title in titles)


def persons(found: Found, request: Request) -> npt.NDArray[np.float64]:
    """Return the persons of each cell of the cell table; NaN where they are not known."""
    table = cells.ids(found["cells"])
    people = np.full(len(table), np.nan)
    known = found.ground.persons_by_cell(request.resolution)
    if known is None or not len(known.cells):
        return people
    place = np.minimum(np.searchsorted(known.cells, table), len(known.cells) - 1)
    here = (known.cells[place] == table) & (known.persons[place] > 0)
    people[here] = known.persons[place][here]
    return people


def waits(language: str) -> str:
    """Say which file rates need."""
    return t(language, "Rates wait for people by hexagon. Load them with "
             "“app.py population FILE”: a table with a point and a number of persons "
             "in each row, or a GeoTIFF of counts.")


def too_fine(found: Found, request: Request) -> bool:
    """Tell whether hexagons are smaller than those that people are known for."""
    return request.resolution > population.RESOLUTION and bool(_loaded(found.ground))


def _loaded(ground: Ground) -> list[population.Loaded]:
    return [one for one in population.vintages(ground.snapshot) if one.by == population.BY_CELL]
