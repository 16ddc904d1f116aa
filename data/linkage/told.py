"""Two incidents side by side, in words: what a person compares before deciding."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from data import taxonomy
from data.i18n import Message, amount, day, msg, number, t
from data.linkage.candidates import Candidate
from data.linkage.weights import TITLES
from data.model import DATE_PRECISION, WHERE_PRECISION, incidents
from data.names import country
from data.store import Snapshot

Row = Mapping[str, Any]
AT_ONCE = 1000
"""Incidents that are asked for in one query."""


def rows_of(snapshot: Snapshot, candidates: Sequence[Candidate]) -> dict[str, Row]:
    """Return the incidents of candidates by identity."""
    return by_id(snapshot, [side for one in candidates for side in (one.a, one.b)])


def by_id(snapshot: Snapshot, wanted: Sequence[str]) -> dict[str, Row]:
    """Return incidents by identity; those that the store does not hold are left out."""
    ids, table = sorted(set(wanted)), incidents()
    parts = [ids[at:at + AT_ONCE] for at in range(0, len(ids), AT_ONCE)]
    return {row["incident_id"]: row for part in parts
            for row in snapshot.rows(table.filter(table.incident_id.isin(part)))}


def side_by_side(one: Row, other: Row, language: str) -> list[tuple[str, str, str]]:
    """Return label, the one's and the other's, for each fact that either states."""
    told = [(title.render(language), write(one, language), write(other, language))
            for title, write in FACTS]
    return [(title, a or "–", b or "–") for title, a, b in told if a or b]


def reasons(candidate: Candidate, language: str) -> list[tuple[str, str, float]]:
    """Return each component's title, its level in words and what that is worth in bits."""
    return [(TITLES[name].render(language), level.says.render(language), bits)
            for name, (level, bits) in candidate.parts.items() if level.id != "unknown"]


def apart(candidate: Candidate, language: str) -> str:
    """Say how far the two are apart in days and, where both have points, in kilometres."""
    days = msg("{days} d", days=candidate.days).render(language)
    if candidate.km is None:
        return days
    return f"{days} · {t(language, '{km} km', km=amount(candidate.km, language))}"


def _when(row: Row, language: str) -> str:
    days = dict.fromkeys((row["date_start"], row["date_end"]))
    said = " – ".join(day(one, language) for one in days)
    return _with(said, DATE_PRECISION.get(row["date_precision"]), language)


def _where(row: Row, language: str) -> str:
    named = country(row["admin0"], language) if row["admin0"] else None
    parts = [part for part in (row["place"], row["admin1"], named) if part]
    return _with(", ".join(dict.fromkeys(parts)), WHERE_PRECISION.get(row["where_precision"]),
                 language)


def _with(said: str, precision: Message | None, language: str) -> str:
    known = f"({precision.render(language)})" if precision else ""
    return f"{said} {known}".strip()


def _actors(row: Row, _language: str) -> str:
    return "; ".join(actor["name"] for actor in row["actors"] or () if actor["name"])


def _deaths(row: Row, language: str) -> str:
    stated = [row[f"fatalities_{end}"] for end in ("low", "best", "high")]
    said = [number(one, language) for one in dict.fromkeys(stated) if one is not None]
    return " / ".join(said)


def _goods(row: Row, language: str) -> str:
    much = number(row["quantity"], language) if row["quantity"] is not None else ""
    return " ".join(part for part in (much, row["unit"], row["commodity"]) if part)


def _source(row: Row, _language: str) -> str:
    return " ".join(part for part in (row["source"], row["source_record_id"]) if part)


FACTS: tuple[tuple[Message, Callable[[Row, str], str]], ...] = (
    (msg("Source"), _source),
    (msg("Date"), _when),
    (msg("Place"), _where),
    (msg("Kind"), lambda row, language: taxonomy.BY_ID[row["kind"]].label(language)),
    (msg("Actors"), _actors),
    (msg("Deaths"), _deaths),
    (msg("Seized or moved"), _goods),
)
"""What is set side by side: its title, and how an incident writes it."""
