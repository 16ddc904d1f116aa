"""The tables of a snapshot, and the layouts that are read."""

from __future__ import annotations

import ibis

from data.areas.schema import SCHEMAS as AREAS
from data.evidence.stored import SCHEMAS as EVIDENCE
from data.gazetteer.schema import SCHEMAS as GAZETTEER
from data.history.schema import SCHEMAS as HISTORY
from data.linkage.schema import SCHEMAS as LINKAGE
from data.model import SCHEMA, TABLE

FORMAT = 4
"""Layout of a snapshot; a store of a layout that is not in `READABLE` is refused."""
READABLE = (1, 2, 3, 4)
"""1 had incidents alone, 2 no fields on how a kind was decided, 3 no history; what lacks counts as
empty."""

IMPORTS_SCHEMA = ibis.schema({
    "import_id": "string", "at": "timestamp", "preset": "string", "source": "string",
    "file": "string", "digest": "string", "report": "string",
})
REJECTS_SCHEMA = ibis.schema({
    "import_id": "string", "file": "string", "record": "int64",
    "reasons": "array<string>", "fields": "string", "answered": "string",
})
TABLES = {TABLE: SCHEMA, "imports": IMPORTS_SCHEMA, "rejects": REJECTS_SCHEMA, **EVIDENCE, **AREAS,
          **GAZETTEER, **HISTORY, **LINKAGE}
