"""How a store keeps what persons decided about pairs of incidents."""

from __future__ import annotations

import ibis

from data.i18n import Message, msg

LINKS_TABLE = "links"

LINKS = ibis.schema({
    # The smaller identity first, so that a pair is kept once.
    "incident_id_a": "string",
    "incident_id_b": "string",
    # `same` or `different`.
    "verdict": "string",
    # Who decided, as a role; no person need be named.
    "by": "string",
    "at": "timestamp",
    "note": "string",
})

SCHEMAS = {LINKS_TABLE: LINKS}

SAME, DIFFERENT = "same", "different"
VERDICTS: dict[str, Message] = {
    SAME: msg("the same event"),
    DIFFERENT: msg("different events"),
}
