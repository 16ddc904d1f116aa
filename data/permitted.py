"""A snapshot as one who may not see everything: what may not leave is not there at all.

Layers ask it as they ask any snapshot, so that nothing that they draw, count or list rests
on a record that must stay.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import ibis.expr.types as ir

from data import licences
from data.areas import boundaries
from data.areas.boundaries import Units
from data.evidence.base import Evidence
from data.evidence.model import Document
from data.evidence.stored import stored_rows
from data.ground import Ground
from data.model import incidents
from data.queries.exports import Rules, passing
from data.store import Snapshot
from data.view import View


class Permitted(View):
    """A view of a snapshot in which some of its incidents are not there."""

    def __init__(self, held: Snapshot, allowed: ir.Table) -> None:
        """View `held` with the incidents `allowed`: all columns of the table of incidents."""
        super().__init__(held, {incidents(): allowed}, held.id)


@dataclass(frozen=True, eq=False)
class PermittedGround(Ground):
    """The ground of such a snapshot: claims and boundaries that may be handed on."""

    @cached_property
    def evidence(self) -> Evidence:
        """The claims whose document and file allow it."""
        every = super().evidence
        closed = {table: self._closed(table) for table in every.claims}
        kept = {table: tuple(claim for claim in claims if _open(claim.origin)
                             and claim.id not in closed[table])
                for table, claims in every.claims.items()}
        return replace(every, claims=kept)

    def units(self, level: int) -> Units:
        """Return the units of a level; shipped ones where those loaded may not be handed on."""
        found = super().units(level)
        if all(passes(licence) for licence in found.licences):
            return found
        return boundaries.units(None, level)

    def _closed(self, table: str) -> frozenset[str]:
        """Return the claims of a table that came with a file that forbids passing them on."""
        if self.snapshot is None:
            return frozenset()
        return frozenset(row["id"] for row in stored_rows(self.snapshot, table)
                         if not passes(row["licence"] or ""))


def passes(licence: str) -> bool:
    """Tell whether a licence lets records be passed on; documents state many in own words."""
    known = licences.find(licence)
    return known is None or known.passes_on


def _open(document: Document | None) -> bool:
    return document is None or passes(document.licence)


def permitted(held: Snapshot, rules: Rules, *, singles: bool = True) -> PermittedGround:
    """Return the ground of what may leave; its `snapshot` is the view of the incidents.

    `singles` tells whether incidents are there at all.
    """
    allowed = passing(incidents(), rules)
    return PermittedGround(Permitted(held, allowed if singles else allowed.limit(0)))
