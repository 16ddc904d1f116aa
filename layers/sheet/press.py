"""What sheets are printed from: of a snapshot what may leave the building, and the settings."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import ibis.expr.types as ir

from data.ground import Ground
from data.model import incidents
from data.permitted import Permitted, permitted
from data.queries import charts, shared
from data.queries.exports import Rules, closed, open_to_all, withheld
from data.queries.shared import Counting
from data.queries.stats import totals
from data.selection import Selection, last_day
from data.settings import Settings
from data.store import Snapshot
from layers.answers import among, answered
from layers.base import Found, Layer, Request
from layers.sheet import sharing


@dataclass(eq=False)
class Press:
    """Asks layers as the page does; answers are kept, since sheets of a series share them.

    Nothing that it answers rests on a record that must stay. Records that may leave in counts
    only are in those counts alone in which at least `LEAST` of them are together.

    Attributes:
        held: all of the data; what is drawn or counted never comes from here.
        settings: limits, what may leave, and the organisation's name, logo, colour and words.
        snapshot: the data that may leave as it is.
        ground: evidence, units and population that may.
    """

    held: Snapshot
    settings: Settings
    snapshot: Snapshot = field(init=False)
    ground: Ground = field(init=False)
    _kept: dict[tuple[str, Request, bool], tuple[Found, Request]] = field(default_factory=dict)
    _told: dict[Hashable, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.ground = permitted(self.held, self.rules)
        self.snapshot = self.ground.snapshot or self.held

    @cached_property
    def rules(self) -> Rules:
        """What may leave."""
        return Rules.of(self.settings)

    def asked(
        self, layer: Layer, request: Request, *, singles: bool = True
    ) -> tuple[Found, Request]:
        """Return a layer's tables, and the request that they answer.

        Without `singles` a layer that shows single incidents is asked as if there were none.
        """
        singles = singles or layer.id not in sharing.SINGLE
        key = layer.id, request, singles
        if key not in self._kept:
            view = self._view(layer, request) if singles else self._empty
            self._kept[key] = answered(view, self.ground, layer, request) if (
                request.classes is None) else among(
                    view, self.ground, layer, request,
                    lambda every: self.asked(layer, every, singles=singles))
        return self._kept[key]

    def forget(self) -> None:
        """Let go the answers of sheets of several, but not those that all of them share."""
        self._kept = {key: answer for key, answer in self._kept.items() if key[1].classes is None}
        self._told.clear()

    def counting(self, keys: shared.Keys, *selections: Selection) -> Snapshot:
        """Return the data as it may be counted by some keys: see `Counting`."""
        return self._counting(Counting(keys, selections))

    def totals(self, selection: Selection) -> dict[str, Any]:
        """Return the totals of a selection; see `data.queries.stats.totals`."""
        found: dict[str, Any] = self.once(
            ("totals", selection),
            lambda: self.counting(shared.whole, selection).rows(totals(selection))[0])
        return found

    def reach(self, selection: Selection) -> tuple[dt.date, dt.date] | None:
        """Return the first and the last day of a selection's incidents, None where none is told.

        Of those that may leave in counts only, the month: their first day is what one record says.
        """
        counted = self.totals(selection)
        first, last = counted["date_min"], counted["date_max"]
        if first is None or not self.closes:
            return None if first is None else (first, last)
        free = self.once(("reach", selection),
                         lambda: self.snapshot.rows(totals(selection))[0])
        if first != free["date_min"]:
            first = first.replace(day=1)
        if last != free["date_max"]:
            last = last_day(f"{last:%Y-%m}", "")
        return first, last

    def charted(
        self, dimension: charts.Dimension, selection: Selection
    ) -> list[dict[str, Any]]:
        """Count by a dimension; see `data.queries.charts.counts`.

        Where an incident has several values, only those are counted that may leave singly.
        """
        def keys(rows: ir.Table) -> list[ir.Value]:
            key = dimension.key(rows)
            return [key.nullif(key) if isinstance(key, ir.ArrayColumn) else key]

        opened = charts.opened(dimension, selection)
        found: list[dict[str, Any]] = self.once(
            ("charted", dimension.name, dimension.most, tuple(dimension.own), selection),
            lambda: self.counting(keys, opened).rows(charts.counts(dimension, selection)))
        return found

    def withheld(self, selection: Selection) -> Counter[str]:
        """Count what may not leave as records, by why; see `data.queries.exports`."""
        rows = self.once(("withheld", selection),
                         lambda: self.held.rows(withheld(selection, self.rules)))
        found: Counter[str] = Counter()
        for row in rows:
            found[row["reason"]] += int(row["incidents"])
        return found

    def once(self, key: Hashable, ask: Callable[[], Any]) -> Any:
        """Return an answer, asking once for all sheets; it must not be changed."""
        if key not in self._told:
            self._told[key] = ask()
        return self._told[key]

    def left_out(self, layer: Layer, request: Request) -> int:
        """Count the incidents that too few are alike of to be in a layer's counts."""
        counting = self._how(layer, request) if self.closes else None
        if counting is None:
            return 0
        rows = self.held.rows(shared.too_few(counting, self.rules).agg(n=lambda r: r.count()))
        return int(rows[0]["n"])

    def kept_back(self, layer: Layer, request: Request, drawn: int) -> int:
        """Count the marks beside those `drawn` that the licence of what they tell keeps back."""
        if not (self.closes or self._claims_stay) or self._how(layer, request) is not None:
            return 0
        found, used = answered(
            self._unlicensed.snapshot or self.snapshot, self._unlicensed, layer, request)
        return max(0, len(layer.drawing(found, used)) - drawn)

    def _view(self, layer: Layer, request: Request) -> Snapshot:
        return self._counting(self._how(layer, request)) if self.closes else self.snapshot

    def _how(self, layer: Layer, request: Request) -> Counting | None:
        settled = layer.settled(request, self.ground)
        return sharing.counting(layer, settled, lambda one: Found(
            {name: self.snapshot.fetch(query) for name, query in layer.queries(one).items()},
            self.ground))

    def _counting(self, counting: Counting | None) -> Snapshot:
        if counting is None or not self.closes:
            return self.snapshot
        return Permitted(self.held, shared.countable(counting, self.rules))

    @cached_property
    def closes(self) -> bool:
        """Whether any incident may leave in counts only."""
        one = closed(Selection(), self.rules).select("incident_id").limit(1)
        return bool(self.held.rows(one))

    @cached_property
    def _claims_stay(self) -> bool:
        every, kept = Ground(self.held).evidence.claims, self.ground.evidence.claims
        return any(len(kept[table]) < len(claims) for table, claims in every.items())

    @cached_property
    def _unlicensed(self) -> Ground:
        """What might leave if licences did not matter; its marks are only ever counted."""
        every = incidents()
        return Ground(Permitted(self.held, every.filter(open_to_all(every, self.rules))))

    @cached_property
    def _empty(self) -> Snapshot:
        """The data without any incident."""
        return Permitted(self.held, incidents().limit(0))
