"""What a selection's incidents state beside their number: deaths by source, money by kind."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from data.queries.cube import Step, step_number
from data.queries.filters import selected
from data.selection import Selection


def deaths_by_source(selection: Selection) -> ir.Table:
    """Add deaths by source, whenever they happened: `key`, `deaths`, `incidents`.

    Sources that state none are left out; the one that states most comes first.
    """
    rows = selected(selection.anytime())
    stated = rows.filter(rows.fatalities_best > 0)
    return (
        stated.group_by(key=stated.source)
        .agg(deaths=lambda r: r.fatalities_best.sum().cast("int64"), incidents=lambda r: r.count())
        .order_by([ibis.desc("deaths"), "key"])
    )


def deaths_over_time(selection: Selection, step: Step) -> ir.Table:
    """Add deaths by source, first and last step of time, whenever they happened.

    Any window of any source is then summed without asking again, and no two sources are added.

    Returns:
        `source`, `start`, `end` (see `cube.step_number`) and `deaths`, ordered.
    """
    rows = selected(selection.anytime())
    stated = rows.filter(rows.fatalities_best > 0)
    return (
        stated.group_by(source=stated.source, start=step_number(stated.date_start, step),
                        end=step_number(stated.date_end, step))
        .agg(deaths=lambda r: r.fatalities_best.sum().cast("int64"))
        .order_by(["source", "start", "end"])
    )


def money_by_kind(selection: Selection) -> ir.Table:
    """Count amounts by `currency` and `basis`, whenever they were stated; most frequent first.

    Amounts of different currencies, or for different things, are never added.
    """
    rows = selected(selection.anytime())
    stated = rows.filter(rows.amount_best > 0)
    return (
        stated.group_by(currency=stated.currency.fill_null(""), basis=stated.basis.fill_null(""))
        .agg(incidents=lambda r: r.count())
        .order_by([ibis.desc("incidents"), "currency", "basis"])
    )
