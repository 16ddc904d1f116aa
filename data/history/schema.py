"""The tables of a store that keep what is no longer in force."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from data.model import SCHEMA

VERSIONS = "versions"
"""Incidents as they were before a revision, each with every field that it had."""
RETIRED = "retired"
"""Incidents that a later export of their whole source does not list."""
FULL = "full_exports"
"""Which imports brought a whole source, and their place in the order of exports."""

WITHDRAWN = "withdrawn"
"""Incidents that a person has retired, by which entry; they are among the retired ones."""

FULL_SCHEMA = ibis.schema({"source": "string", "seen": "int64", "import_id": "string"})
WITHDRAWN_SCHEMA = ibis.schema({"incident_id": "string", "import_id": "string"})
SCHEMAS = {VERSIONS: SCHEMA, RETIRED: SCHEMA, FULL: FULL_SCHEMA, WITHDRAWN: WITHDRAWN_SCHEMA}


def versions() -> ir.Table:
    """Return the earlier versions as an unbound expression."""
    return ibis.table(SCHEMA, name=VERSIONS)


def retired() -> ir.Table:
    """Return the retired incidents as an unbound expression."""
    return ibis.table(SCHEMA, name=RETIRED)


def full_exports() -> ir.Table:
    """Return the exports of whole sources as an unbound expression."""
    return ibis.table(FULL_SCHEMA, name=FULL)


def withdrawn() -> ir.Table:
    """Return the incidents that a person has retired, as an unbound expression."""
    return ibis.table(WITHDRAWN_SCHEMA, name=WITHDRAWN)
