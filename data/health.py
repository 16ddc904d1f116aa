"""What a store promises, and whether it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import ibis
import ibis.expr.types as ir
import numpy as np

from data import hexes, licences, taxonomy
from data.areas import health as areas
from data.errors import AtlasError
from data.evidence.sound import unsound
from data.i18n import Message, msg
from data.linkage import health as linkage
from data.model import SENSITIVITIES, incidents
from data.queries.hexes import hexes as count_hexes
from data.selection import Selection
from data.store import FORMAT, Snapshot, Store

MOST_NAMED = 5
"""Records that a finding names; more would not help."""


@dataclass(frozen=True)
class Finding:
    """One promise: what it says, whether it holds, and a detail for the curious."""

    name: str
    says: Message
    good: bool
    detail: str = ""


def examine(store: Store) -> list[Finding]:
    """Examine the snapshot in force; a store that cannot be read fails its first check."""
    try:
        return _examine(store.require())
    except AtlasError as error:
        return [Finding("opens", error.message, False)]


def _examine(snapshot: Snapshot) -> list[Finding]:
    findings = [
        Finding("opens", msg("the current snapshot opens"), True, snapshot.id),
        # Another layout was refused when the snapshot was opened.
        Finding("format", msg("its layout is the one this version reads"), True, f"{FORMAT}"),
    ]
    findings += [Finding(name, says, not bad, f"{bad}" if bad else "")
                 for name, says, bad in (*_row_checks(snapshot), *areas.checks(snapshot),
                                       *linkage.checks(snapshot))]
    return [*findings, *_cell_checks(snapshot), _evidence_check(snapshot)]


RowCheck = tuple[str, Message, Callable[[ir.Table], ir.BooleanValue]]

ROW_CHECKS: tuple[RowCheck, ...] = (
    ("kinds", msg("every kind is in the taxonomy"),
     lambda r: r.kind.notin(list(taxonomy.BY_ID))),
    ("licences", msg("every licence is known"), lambda r: r.licence.notin(list(licences.BY_ID))),
    ("sensitivity", msg("every sensitivity is known"),
     lambda r: r.sensitivity.notin(SENSITIVITIES)),
    ("dates", msg("every incident has a first day that is not after its last"),
     lambda r: r.date_start.isnull() | r.date_end.isnull() | (r.date_start > r.date_end)),
    ("coordinates", msg("coordinates lie on the globe, or are both absent"),
     lambda r: (r.lat.isnull() != r.lon.isnull()) | (r.lat.abs() > 90).fill_null(False)
     | (r.lon.abs() > 180).fill_null(False)),
    ("precision", msg("every place has a precision from 1 to 7"),
     lambda r: ~r.where_precision.between(1, 7) | r.where_precision.isnull()),
    ("coarse", msg("no incident sits in a cell finer than its place is known"),
     lambda r: r.cell.notnull() & r.where_precision.notin(list(hexes.BY_WHERE_PRECISION))),
)


def _row_checks(snapshot: Snapshot) -> Iterator[tuple[str, Message, int]]:
    rows = incidents()
    bad = {name: test(rows).fill_null(True).cast("int64").sum().fill_null(0)
           for name, _, test in ROW_CHECKS}
    repeated = rows.count() - rows.incident_id.nunique()
    counts = snapshot.rows(rows.agg(**bad, identity=repeated))[0]
    for name, says, _ in ROW_CHECKS:
        yield name, says, counts[name]
    yield "identity", msg("every incident has an identity of its own"), counts["identity"]


def _cell_checks(snapshot: Snapshot) -> Iterator[Finding]:
    """Index every point again, and add up every resolution."""
    table = snapshot.fetch(incidents().select("lat", "lon", "where_precision", "cell").mutate(
        cell=ibis._.cell.fill_null(0)))
    lat, lon = (table[c].to_numpy().astype(np.float64) for c in ("lat", "lon"))
    again = hexes.index(lat, lon, table["where_precision"].to_numpy().astype(np.int8))
    wrong = int((again != table["cell"].to_numpy()).sum())
    yield Finding("cells", msg("every cell is the one its point lies in"), not wrong,
                  f"{wrong}" if wrong else "")
    for resolution in hexes.RESOLUTIONS:
        counted = sum(r["incidents"] for r in snapshot.rows(
            count_hexes(Selection(), resolution)))
        yield Finding(
            f"sum_{resolution}",
            msg("placed and counted apart add up at resolution {res}", res=resolution),
            counted == table.num_rows, f"{counted} / {table.num_rows}")


def _evidence_check(snapshot: Snapshot) -> Finding:
    wrong = list(unsound(snapshot))
    return Finding("evidence", msg("every record of evidence that was added can be read, and its "
                                   "document and places exist"),
                   not wrong, ", ".join(wrong[:MOST_NAMED]))
