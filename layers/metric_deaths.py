"""Deaths that incidents state, of one source unless a person asks to add several."""

from __future__ import annotations

import ibis.expr.types as ir
import numpy as np

from data.i18n import Message, listing, msg, nmsg, number, t
from data.queries.measures import deaths_by_source
from layers.base import Found, Request
from layers.metric import DETAILS, Metric, Numbers, column
from layers.options import Option

DEATHS_OF = Option("deaths", msg("Where several sources state deaths"), "one", (
    ("one", msg("The source that states most, alone")),
    ("all", msg("All sources added"))), group=DETAILS)


class Deaths(Metric):
    """Deaths by best estimate: of one source, unless a person asks to add several."""

    id = "deaths"
    title = msg("Deaths per hexagon, best estimate")
    split = ("source",)
    leads = True

    def queries(self, request: Request) -> dict[str, ir.Table]:
        """Ask which sources state deaths, and how many."""
        return {"deaths": deaths_by_source(request.selection)}

    def per_row(self, found: Found, request: Request) -> Numbers:
        """Take the deaths of the source in force."""
        deaths = column(found, "deaths").astype(np.int64)
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
        first = _first(found)
        if len(rows) == 1 and rows[0]["key"] == first:
            return [t(language, "As stated by {source}.", source=rows[0]["key"])]
        if request.chosen(DEATHS_OF) == "all":
            return [t(language, "Deaths of several sources are added: {sources}. Where they tell "
                      "of the same event, the dead count more than once.", sources=told)]
        return [t(language, "As stated by {source} alone. Deaths stated in all, source by source: "
                  "{sources}. They are not added, since sources may tell of the same event.",
                  source=first, sources=told)]


def _first(found: Found) -> str | None:
    rows = found.classed["deaths"].to_pylist()
    return rows[0]["key"] if rows else None
