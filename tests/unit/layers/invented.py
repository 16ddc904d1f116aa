"""Invented evidence for tests; every record says so."""

from __future__ import annotations

from dataclasses import replace

from data.evidence.base import Evidence, committed
from data.evidence.model import Claim, Factor, Place, Relation
from data.evidence.words import VULNERABILITIES
from data.ground import Ground


class Told(Ground):
    """A ground whose evidence is given."""

    def __init__(self, **claims: tuple[Claim, ...]) -> None:
        super().__init__()
        known = committed()
        self.__dict__["evidence"] = Evidence(
            known.documents, known.sections, known.places, dict(claims))


def place(unit: str, precision: int = 2, **changes) -> Place:
    """Invent a place in a first-level unit."""
    own = {"id": f"in-{unit}-{precision}", "name_en": f"Somewhere in {unit}", "iso2": unit[:2],
           "unit_id": unit, "where_precision": precision, **changes}
    return replace(committed().places["sangha"], **own)


def factor(id: str, where: Place, word: str, **changes) -> Factor:
    """Invent a factor of the side that its word belongs to."""
    side = "vulnerability" if word in VULNERABILITIES else "resilience"
    own = {"id": id, "where": (where,), "factor": word, "side": side, "synthetic": True,
           "date": "not stated", "evidence": "reported", "level": None, **changes}
    return replace(committed().factors[0], **own)


def relation(id: str, where: tuple[Place, ...], word: str, **changes) -> Relation:
    """Invent a relation."""
    own = {"id": id, "where": where, "relation": word, "synthetic": True, "date": "not stated",
           "evidence": "reported", "share_percent": None, **changes}
    return replace(committed().relations[0], **own)
