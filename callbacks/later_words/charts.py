"""What the charts say."""

from __future__ import annotations

from data.i18n import Message, msg, nmsg

WORDS: dict[str, Message] = {
    "chart-kind": msg("Incidents by kind"),
    "chart-actor": msg("Incidents by actor named"),
    "chart-unit": msg("Incidents by region (first-level unit)"),
    "chart-source": msg("Incidents by source"),
    "chart-weekday": msg("Incidents by day of the week they began on"),
    "chart-month": msg("Incidents by month of the year they began in"),
    "chart-trend": msg("Incidents by month they began in"),
    "chart-measure": msg("number of incidents"),
    "chart-measure-mean": msg("number of incidents; line: monthly mean of the twelve months up to "
                              "each"),
    "chart-help": msg("Click a bar to filter everything by it, several to join them, again to let "
                      "go. Each chart obeys all filters but its own, and the clock."),
    "chart-trend-help": msg("A year or month sets the clock. Its window also holds what began "
                            "earlier and lasted into it."),
    "chart-none": msg("No incident fits the other filters in this window."),
    "chart-value": msg("{label}: {incidents}"),
    "chart-value-deaths": msg("{label}: {incidents}; deaths it states, best estimate: {deaths}"),
    "chart-deaths": msg("Deaths, best estimate, as each source states them and never added: "
                        "{list}."),
    "chart-deaths-one": msg("{source}: {n}"),
    "chart-several-actors": msg("An incident that names several actors stands at each of them."),
    "chart-all": msg("Show all"),
    "chart-fewer": msg("Show fewer"),
    "chips": msg("Filters in force"),
    "chips-none": msg("No filter is in force."),
    "chip-window": msg("Clock"),
    "chip": msg("{name}: {values}"),
    "chip-clear": msg("Clear the filter {name}: {values}"),
    "chip-more": msg("{values} and {n} more"),
}

COUNTED: dict[str, Message] = {
    "others-kind": nmsg("{values} further kind: {n}", "{values} further kinds: {n}", 1),
    "others-actor": nmsg("{values} further actor, named in {n}",
                         "{values} further actors, named in {n}", 1),
    "others-unit": nmsg("{values} further region: {n}", "{values} further regions: {n}", 1),
    "others-source": nmsg("{values} further source: {n}", "{values} further sources: {n}", 1),
    "unknown-kind": nmsg("Told apart: {n} of no kind.", "Told apart: {n} of no kind.", 1),
    "unknown-actor": nmsg("Told apart: {n} that names no actor.",
                          "Told apart: {n} that name no actor.", 1),
    "unknown-unit": nmsg("Told apart: {n} whose place is known to no region.",
                         "Told apart: {n} whose place is known to no region.", 1),
    "unknown-source": nmsg("Told apart: {n} without a source.",
                           "Told apart: {n} without a source.", 1),
    "unknown-weekday": nmsg("Told apart: {n} whose day is not known; a filter by day leaves it "
                            "out.",
                            "Told apart: {n} whose day is not known; a filter by day leaves them "
                            "out.", 1),
    "unknown-month": nmsg("Told apart: {n} whose month is not known; a filter by month leaves it "
                          "out.",
                          "Told apart: {n} whose month is not known; a filter by month leaves "
                          "them out.", 1),
    "unknown-trend": nmsg("Told apart: {n} whose month is not known.",
                          "Told apart: {n} whose month is not known.", 1),
}
