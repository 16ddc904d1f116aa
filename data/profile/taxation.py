"""What is levied in an area: as documents tell it, and as incidents report it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from data.analysis import ledger
from data.analysis.ledger import Range
from data.evidence.model import Levy
from data.profile.area import Area
from data.profile.said import Said, Tabled
from data.queries import levies as queries
from data.queries.profile import paid
from data.selection import Selection
from data.store import Snapshot


@dataclass(frozen=True)
class Payment:
    """Incidents of one kind, collector, currency and basis.

    Attributes:
        collector: the first who is named as one; empty where none is.
        currency, basis: as the source writes them; empty where not stated.
        stated: how many of the incidents state an amount.
        low, high: the lowest and the highest amount, never a sum; None where none is stated.
    """

    kind: str
    collector: str
    currency: str
    basis: str
    incidents: int
    stated: int
    low: float | None
    high: float | None
    first: dt.date
    last: dt.date
    synthetic: int


@dataclass(frozen=True)
class Taxation:
    """What is levied and paid in an area.

    Attributes:
        levies: as documents tell it.
        rates: of the levies in the area, one for each of the terms that may be compared.
        unstated: levies in the area without a rate.
        levied: incidents of taxation.
        other: other incidents that state an amount of money, such as a ransom.
    """

    levies: Said[Levy]
    rates: tuple[Range, ...]
    unstated: int
    levied: tuple[Payment, ...]
    other: tuple[Payment, ...]

    def claims(self) -> Iterator[Tabled]:
        """Return the claims that it tells."""
        return self.levies.tabled("levies")


def taxation(
    area: Area, selection: Selection, snapshot: Snapshot, levies: Said[Levy]
) -> Taxation:
    """Bring together what is levied in an area in a selection's window."""
    rows = queries.ledger(paid(area.incidents(selection), queries.KINDS))
    payments = [_payment(row) for row in snapshot.rows(rows)]
    return Taxation(
        levies, ledger.ranges(levies.here), sum(levy.rates is None for levy in levies.here),
        tuple(one for one in payments if one.kind in queries.KINDS),
        tuple(one for one in payments if one.kind not in queries.KINDS))


def _payment(row: dict[str, object]) -> Payment:
    texts = {name: row[name] or "" for name in ("collector", "currency", "basis")}
    return Payment(**{**row, **texts})  # type: ignore[arg-type]
