"""Values that need more than arithmetic, read once a distinct value and joined back.

Dates, kinds, countries, units, actors and licences repeat a great deal; reading the
distinct ones in Python keeps every rule in one place and costs little on any file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from data import licences, taxonomy
from data.boundaries import resolve_country, resolve_unit
from data.ingest.actors import once, parse_actors
from data.ingest.dates import Order, decide
from data.ingest.plan import Plan
from data.model import SENSITIVITIES
from data.store import Writer

ABSENT = frozenset({"", "na", "n/a", "nan", "null", "none", "-", "--", "?"})
"""What sources write for nothing, in lower case."""
NOT_KNOWN = ABSENT | frozenset({
    "inconnu", "inconnue", "inconnus", "nd", "n.d.", "n/d", "non connu", "non renseigné",
    "non disponible", "unknown", "not known", "not available"})
"""What they write for a figure or a day that nobody knows; a name may be one of these words."""

ACTOR = pa.struct([("name", pa.string()), ("role", pa.string())])
TRUE = frozenset({"true", "1", "1.0", "yes", "y", "oui", "o", "vrai", "t", "x"})
"""What sources write for yes, in lower case."""


def stripped(raw: ir.Table, column: str) -> ir.StringColumn:
    """Return a staged column without surrounding white space; empty becomes null."""
    return raw[column].strip().nullif("")


def stripped_text(raw: ir.Table, column: str) -> ir.StringColumn:
    """Do as `stripped`, faster for long texts: most need not be looked through."""
    text = raw[column]
    edged = (text.left(1) <= " ") | (text.right(1) <= " ")
    return ibis.ifelse(edged, stripped(raw, column), text)


IsUnit = Callable[[str], bool]
"""Tells whether some country has a first-level unit of a name."""


def is_shipped_unit(text: str) -> bool:
    """Tell whether the shipped boundaries have a first-level unit of a name."""
    return bool(resolve_unit(text))


class Lookups:
    """Reads distinct values of the staged columns and keeps the answers as tables."""

    def __init__(
        self, writer: Writer, raw: ir.Table, plan: Plan, is_unit: IsUnit = is_shipped_unit,
        held: Mapping[str, ir.Table] = MappingProxyType({}),
    ) -> None:
        """Take the records.

        Args:
            writer: the snapshot being built.
            raw: staged records with `damage`.
            plan: which column feeds which field.
            is_unit: knows the names of first-level units.
            held: tables that hold all values of a column, where they are shorter than `raw`.
        """
        self._is_unit = is_unit
        self._held = held
        self._writer = writer
        self._raw = raw
        self._plan = plan

    def distinct(self, column: str) -> list[str]:
        """Return the distinct, stripped, non-empty values of a staged column, sorted."""
        values = self._held.get(column)
        if values is None:
            values = self._raw.filter(self._raw.damage.isnull())
        expression = values.select(value=stripped(values, column)).distinct().order_by("value")
        found = self._writer.fetch(expression)["value"].to_pylist()
        return [value for value in found if value is not None]

    def table(
        self, column: str, read: Callable[[str], Mapping[str, Any]], types: dict[str, pa.DataType]
    ) -> ir.Table:
        """Read each distinct value and stage the answers: `text`, then the named columns."""
        values = self.distinct(column)
        answers = [read(value) for value in values]
        arrays = {name: pa.array([a.get(name) for a in answers], kind)
                  for name, kind in types.items()}
        staged = self._writer.stage(pa.table({"text": pa.array(values, pa.string()), **arrays}))
        schema = {"text": pa.string(), **types}
        return ibis.table(ibis.schema(pa.schema(list(schema.items()))), name=staged)

    def dates(self, order: Order | None) -> dict[str, ir.Table]:
        """Read the date columns, by one format a column; raises `UndecidedError`."""
        raw = {name: column for name in ("date_start", "date_end")
               if (column := self._plan.raw(name))}
        labels = {name: self._plan.names[name] for name in raw}
        values = {
            labels[name]: [v.strip() for v in self.distinct(column) if v.lower() not in ABSENT]
            for name, column in raw.items()
        }
        formats = decide(values, order, self._plan.preset.date_order)
        types = {"start": pa.date32(), "end": pa.date32(), "precision": pa.int8()}

        def reader(name: str) -> Callable[[str], Mapping[str, Any]]:
            chosen = formats.get(labels[name])

            def read(text: str) -> Mapping[str, Any]:
                span = chosen.read(text.strip()) if chosen else None
                return {} if span is None else vars(span)

            return read

        return {name: self.table(column, reader(name), types) for name, column in raw.items()}

    def kinds(self) -> ir.Table | None:
        """Read the kind's column into `kind` and `known`; None where there is no column."""
        column = self._plan.raw("kind")
        if column is None:
            return None
        return self.table(column, self._kind, {"kind": pa.string(), "choices": pa.string()})

    def _kind(self, text: str) -> dict[str, str]:
        if self._plan.preset.kinds:
            found = self._plan.preset.kinds.get(text)
            return {"kind": found} if found else {"choices": ""}
        kind = taxonomy.named(text)
        if kind:
            return {"kind": kind}
        hint = self._plan.preset.hints.get(taxonomy.fold(text))
        return {"choices": ", ".join(taxonomy.find(text)) if hint is None else hint}

    def countries(self) -> ir.Table | None:
        """Read the country's column into `iso2`."""
        column = self._plan.raw("country")
        if column is None:
            return None
        return self.table(column, lambda text: {"iso2": resolve_country(text)},
                          {"iso2": pa.string()})

    def units(self) -> ir.Table | None:
        """Read the first-level unit's column into `known`: whether any country has it."""
        column = self._plan.raw("named_admin1")
        if column is None:
            return None
        return self.table(column, lambda text: {"known": self._is_unit(text)},
                          {"known": pa.bool_()})

    def actors(self) -> ir.Table | None:
        """Read a column of several actors, `name (role); name (role)`, into `actors`.

        Where they are put together from several records, each is named once.
        """
        column = self._plan.raw("actors")
        if column is None:
            return None
        named = once if self._plan.preset.actors_apart else list
        return self.table(column, lambda text: {"actors": named(parse_actors(text))},
                          {"actors": pa.list_(ACTOR)})

    def licences(self) -> ir.Table | None:
        """Read the licence's column into `licence`; an unknown one is taken as forbidding."""
        column = self._plan.raw("licence")
        if column is None:
            return None
        return self.table(column, _licence, {"licence": pa.string(), "known": pa.bool_()})


def sensitivity(column: ir.StringColumn) -> ir.StringColumn:
    """Read a sensitivity; an unknown word is taken for the strictest."""
    known = column.lower().isin(SENSITIVITIES)
    given = ibis.ifelse(known, column.lower(), "confidential")
    return ibis.ifelse(column.isnull(), "public", given)


def _licence(text: str) -> dict[str, Any]:
    found = licences.find(text)
    return {"licence": found.id if found else "no-redistribution", "known": found is not None}
