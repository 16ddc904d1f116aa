"""What the colour of a hexagon says: how many incidents, or something that they state."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import ibis.expr.types as ir
import numpy as np
import numpy.typing as npt

from data.areas import population
from data.ground import Ground
from data.i18n import Message, amount, listing, msg, nmsg, number, t
from data.queries.cube import Split
from data.queries.measures import deaths_by_source, money_by_kind
from layers import cells
from layers.base import Found, Request
from layers.legend import Entry, Source
from layers.options import Option
from layers.style import Style

METRIC = Option("metric", msg("What colours say"), "count", (
    ("count", msg("How many incidents")),
    ("rate", msg("Incidents per 100,000 persons")),
    ("deaths", msg("Deaths, best estimate")),
    ("amount", msg("Money, best estimate"))))
DEATHS_OF = Option("deaths", msg("Where several sources state deaths"), "one", (
    ("one", msg("The source that states most, alone")),
    ("all", msg("All sources added"))))
PER = 100_000
UNKNOWN = "no-persons"
"""The key of hexagons that hold incidents and no known population."""
MOST = "most"

Numbers = npt.NDArray[np.int64] | npt.NDArray[np.float64]


class Metric:
    """How many incidents: what the cube's rows count, as they are.

    Attributes:
        split: columns that the cube is split by, so that what must not be added is apart.
        title: of the legend.
    """

    id = "count"
    title = msg("Incidents per hexagon")
    split: tuple[Split, ...] = ()

    def queries(self, request: Request) -> dict[str, ir.Table]:
        """Name the tables that the metric needs beside the cube."""
        return {}

    def per_row(self, found: Found, request: Request) -> Numbers:
        """Return what each row of the cube adds to its cell, shape (rows,)."""
        return _column(found, "n").astype(np.int64)

    def unit(self, found: Found, request: Request) -> str:
        """Name the unit of the values; empty for a number of incidents or persons."""
        return ""

    def says(self, value: float, found: Found, request: Request) -> Message:
        """Say the value of one hexagon."""
        return nmsg("{count} incident", "{count} incidents", int(value))

    def entries(self, language: str) -> tuple[Entry, ...]:
        """Return what the legend lists beside the classes."""
        return ()

    def notes(self, found: Found, request: Request) -> list[str]:
        """Say what the values are made of, and what is left out."""
        return []

    def sources(self, found: Found, request: Request) -> tuple[Source, ...]:
        """Name sources beside those of the incidents."""
        return ()


class Rate(Metric):
    """Incidents in the window for 100,000 persons of the hexagon."""

    id = "rate"
    title = msg("Incidents per 100,000 persons")

    def per_row(self, found: Found, request: Request) -> Numbers:
        """Divide by the persons of the row's cell; nothing where they are not known."""
        place = cells.indices(found["cube"].column("cell"), cells.ids(found["cells"]))
        here = np.append(persons(found, request), np.nan)
        people = here[np.minimum(place, len(here) - 1)]
        return np.asarray(np.nan_to_num(PER * _column(found, "n") / people), np.float64)

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
            return [t(language, "Rates wait for people by hexagon. Load them with "
                      "“app.py population FILE”: a table with a point and a number of persons "
                      "in each row, or a GeoTIFF of counts.")]
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


class Deaths(Metric):
    """Deaths by best estimate: of one source, unless a person asks to add several."""

    id = "deaths"
    title = msg("Deaths per hexagon, best estimate")
    split = ("source",)

    def queries(self, request: Request) -> dict[str, ir.Table]:
        """Ask which sources state deaths, and how many."""
        return {"deaths": deaths_by_source(request.selection)}

    def per_row(self, found: Found, request: Request) -> Numbers:
        """Take the deaths of the source in force."""
        deaths = _column(found, "deaths").astype(np.int64)
        if request.chosen(DEATHS_OF) == "all":
            return deaths
        mine = np.array(found["cube"].column("source").to_pylist()) == _first(found)
        return np.asarray(np.where(mine, deaths, 0), np.int64)

    def says(self, value: float, found: Found, request: Request) -> Message:
        """Say the value of one hexagon."""
        return nmsg("{count} death by best estimate", "{count} deaths by best estimate",
                    int(value))

    def notes(self, found: Found, request: Request) -> list[str]:
        """Say which source the deaths come from, with the other sources side by side."""
        language, rows = request.language, found["deaths"].to_pylist()
        if not rows:
            return [t(language, "No incident of the selection states deaths.")]
        told = listing([f"{row['key']} ({number(row['deaths'], language)})" for row in rows],
                       language)
        if len(rows) == 1:
            return [t(language, "As stated by {source}.", source=rows[0]["key"])]
        if request.chosen(DEATHS_OF) == "all":
            return [t(language, "Deaths of several sources are added: {sources}. Where they tell "
                      "of the same event, the dead count more than once.", sources=told)]
        return [t(language, "As stated by {source} alone. Deaths stated in all, source by source: "
                  "{sources}. They are not added, since sources may tell of the same event.",
                  source=rows[0]["key"], sources=told)]


class Amount(Metric):
    """Money of one currency, stated for one thing: per head, per week, per load."""

    id = "amount"
    title = msg("Money per hexagon, best estimate")
    split = ("currency", "basis")

    def queries(self, request: Request) -> dict[str, ir.Table]:
        """Ask which currencies amounts are stated in, and for what."""
        return {"money": money_by_kind(request.selection)}

    def per_row(self, found: Found, request: Request) -> Numbers:
        """Take the amounts of the currency and basis in force."""
        rows, chosen = found["cube"], kind_of_money(found, request)
        if chosen is None:
            return np.zeros(rows.num_rows)
        mine = np.array([pair == chosen for pair in zip(
            rows.column("currency").to_pylist(), rows.column("basis").to_pylist(), strict=True)],
            bool)
        return np.asarray(np.where(mine, _column(found, "amount"), 0.0), np.float64)

    def unit(self, found: Found, request: Request) -> str:
        """Name the currency and what the amounts are stated for."""
        chosen = kind_of_money(found, request)
        return " ".join(part for part in chosen or () if part)

    def says(self, value: float, found: Found, request: Request) -> Message:
        """Say the value of one hexagon."""
        return msg("{amount} {unit}", amount=round(value), unit=self.unit(found, request))

    def notes(self, found: Found, request: Request) -> list[str]:
        """Say what is added, and how many amounts are not."""
        language, chosen = request.language, kind_of_money(found, request)
        if chosen is None:
            return [t(language, "No incident of the selection states an amount of this kind.")]
        others = sum(row["incidents"] for row in found["money"].to_pylist()
                     if (row["currency"], row["basis"]) != chosen)
        said = t(language, "Amounts in {unit}, added over the window as they are stated.",
                 unit=self.unit(found, request))
        if not others:
            return [said]
        return [said, nmsg(
            "{count} amount in another currency or for something else is not added.",
            "{count} amounts in other currencies or for something else are not added.",
            others).render(language)]


METRICS: dict[str, Metric] = {one.id: one for one in (Metric(), Rate(), Deaths(), Amount())}


def metric_of(request: Request) -> Metric:
    """Return the metric that was chosen."""
    return METRICS[request.chosen(METRIC)]


def options(ground: Ground) -> tuple[Option, ...]:
    """List the choices about colours; currencies and bases are those of the snapshot."""
    return (METRIC, DEATHS_OF,
            _offered("currency", msg("Currency"), [one for one, _ in ground.money]),
            _offered("basis", msg("Amounts stated"), [one for _, one in ground.money]))


def kind_of_money(found: Found, request: Request) -> tuple[str, str] | None:
    """Return currency and basis in force: the most frequent pair that fits what was chosen."""
    _, _, currency, basis = options(found.ground)
    wanted = request.chosen(currency), request.chosen(basis)
    for row in found["money"].to_pylist():
        pair = row["currency"], row["basis"]
        if all(want in (MOST, slug(own)) for want, own in zip(wanted, pair, strict=True)):
            return pair
    return None


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


def too_fine(found: Found, request: Request) -> bool:
    """Tell whether hexagons are smaller than those that people are known for."""
    return (request.chosen(METRIC) == "rate" and request.resolution > population.RESOLUTION
            and bool(_loaded(found.ground)))


def slug(text: str) -> str:
    """Write a source's word so that it fits a link."""
    return "-".join(re.findall(r"\w+", text.lower()))


def _offered(name: str, label: Message, words: Sequence[str]) -> Option:
    kept = {slug(word): Message(word) for word in words if slug(word)}
    return Option(name, label, MOST, ((MOST, msg("The most frequent")), *kept.items()))


def _loaded(ground: Ground) -> list[population.Loaded]:
    return [one for one in population.vintages(ground.snapshot) if one.by == population.BY_CELL]


def _first(found: Found) -> str | None:
    rows = found["deaths"].to_pylist()
    return rows[0]["key"] if rows else None


def _column(found: Found, name: str) -> npt.NDArray[Any]:
    column: npt.NDArray[Any] = found["cube"].column(name).to_numpy()
    return column
