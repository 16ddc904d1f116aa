"""Rows that may leave the building, and how many may not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

import ibis
import ibis.expr.types as ir

from data.licences import PASSING_ON, UNSTATED
from data.model import EXPORTED, SENSITIVITIES
from data.queries.filters import selected
from data.selection import Selection
from data.settings import Settings

SENSITIVE, FORBIDDEN, SILENT = "sensitivity", "licence", "unstated"
"""Why incidents stay: who may see them, what their licence says, or that none is stated."""


@dataclass(frozen=True)
class Rules:
    """What lets a record out, beside its licence.

    Attributes:
        sensitivity: the most sensitive records that may leave, of `SENSITIVITIES`.
        unstated: whether records leave whose licence nobody stated.
    """

    sensitivity: str = SENSITIVITIES[0]
    unstated: bool = True

    @property
    def licences(self) -> tuple[str, ...]:
        """Licences that let raw records leave."""
        return tuple(one for one in PASSING_ON if self.unstated or one != UNSTATED)

    @property
    def sensitivities(self) -> tuple[str, ...]:
        """Sensitivities that may leave."""
        return SENSITIVITIES[:SENSITIVITIES.index(self.sensitivity) + 1]


    @classmethod
    def of(cls, settings: Settings) -> Self:
        """Return the rules that settings say."""
        return cls(settings.export_sensitivity, settings.export_unstated)


RULES = Rules()


def leaving(selection: Selection, rules: Rules = RULES) -> ir.Table:
    """Return the exported fields of incidents that may be passed on as they are."""
    allowed = passing(selected(selection), rules)
    return allowed.order_by(["date_start", "incident_id"]).select(*EXPORTED)


def passing(rows: ir.Table, rules: Rules = RULES) -> ir.Table:
    """Keep the incidents that may be passed on as they are."""
    return rows.filter(open_to_all(rows, rules), rows.licence.isin(rules.licences))


def open_to_all(rows: ir.Table, rules: Rules = RULES) -> ir.BooleanValue:
    """Tell of each incident whether anything about it may leave, were it only in a count.

    An unknown sensitivity is taken for the strictest.
    """
    return rows.sensitivity.fill_null(SENSITIVITIES[-1]).isin(rules.sensitivities)


def staying(rows: ir.Table, rules: Rules = RULES) -> ir.Table:
    """Keep the incidents that may not be passed on as they are: all that `passing` drops."""
    return rows.filter(~(_free(rows, rules) & open_to_all(rows, rules)))


def closed(selection: Selection, rules: Rules = RULES) -> ir.Table:
    """Return the incidents that leave as parts of counts only, since their licence says so."""
    rows = selected(selection)
    return rows.filter(open_to_all(rows, rules), ~_free(rows, rules))


def withheld(selection: Selection, rules: Rules = RULES) -> ir.Table:
    """Count the incidents that stay: `licence`, `source`, `reason`, `incidents`."""
    rows = selected(selection)
    silent = rows.licence.fill_null(UNSTATED) == UNSTATED
    told = rows.mutate(reason=ibis.cases(
        (~open_to_all(rows, rules), SENSITIVE), (silent, SILENT), else_=FORBIDDEN))
    return staying(told, rules).group_by(["licence", "source", "reason"]).agg(
        incidents=lambda r: r.count()).order_by(["source", "licence", "reason"])


def _free(rows: ir.Table, rules: Rules) -> ir.BooleanValue:
    return rows.licence.isin(rules.licences).fill_null(False)
