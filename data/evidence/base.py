"""The evidence base of a snapshot: the committed tables and what a user added to them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache, cached_property, lru_cache
from typing import Any, TypeVar, cast

from data.evidence import model, notes
from data.evidence.columns import columns_of
from data.evidence.minerals import MINERALS
from data.evidence.read import Row, by_id, read, rows_of
from data.evidence.stored import stored_rows
from data.evidence.tables import CLAIMS, FOLDER, TABLES
from data.store import Snapshot

C = TypeVar("C", bound=model.Claim)

STAND_AT = {("visits", "site"): "sites", ("levies", "site"): "sites",
            ("outcomes", "intervention"): "interventions"}
"""Columns that name a record of another table, at whose places the claim stands."""


@dataclass(frozen=True, eq=False)
class Evidence:
    """Every record, by table, in the order of the tables: committed first, then the user's."""

    documents: dict[str, model.Document]
    sections: dict[str, model.Section]
    places: dict[str, model.Place]
    claims: dict[str, tuple[model.Claim, ...]] = field(default_factory=dict)

    @property
    def levies(self) -> tuple[model.Levy, ...]:
        """Who taxes whom."""
        return self._of("levies", model.Levy)

    @property
    def corridors(self) -> tuple[model.Corridor, ...]:
        """Along which routes things move."""
        return self._of("corridors", model.Corridor)

    @property
    def sites(self) -> tuple[model.Site, ...]:
        """Places and what they are."""
        return self._of("sites", model.Site)

    @property
    def visits(self) -> tuple[model.Visit, ...]:
        """What visits to sites found."""
        return self._of("visits", model.Visit)

    @property
    def factors(self) -> tuple[model.Factor, ...]:
        """What makes places vulnerable, and what holds them together."""
        return self._of("factors", model.Factor)

    @property
    def perceptions(self) -> tuple[model.Perception, ...]:
        """How people see illicit economies."""
        return self._of("perceptions", model.Perception)

    @property
    def recommendations(self) -> tuple[model.Recommendation, ...]:
        """What documents recommend."""
        return self._of("recommendations", model.Recommendation)

    @property
    def relations(self) -> tuple[model.Relation, ...]:
        """How groups stand to one another."""
        return self._of("relations", model.Relation)

    @property
    def interventions(self) -> tuple[model.Intervention, ...]:
        """What was done."""
        return self._of("interventions", model.Intervention)

    @property
    def outcomes(self) -> tuple[model.Outcome, ...]:
        """Numbers recorded for interventions."""
        return self._of("outcomes", model.Outcome)

    @property
    def figures(self) -> tuple[model.Figure, ...]:
        """Other numbers."""
        return self._of("figures", model.Figure)

    @property
    def stages(self) -> tuple[model.Stage, ...]:
        """Steps of chains."""
        return self._of("stages", model.Stage)

    @property
    def flows(self) -> tuple[model.Flow, ...]:
        """Amounts between two known places."""
        return self._of("flows", model.Flow)

    def _of(self, table: str, record: type[C]) -> tuple[C, ...]:
        return cast("tuple[C, ...]", self.claims.get(table, ()))

    def find(self, table: str, id: str) -> model.Claim | None:
        """Return a claim by its table and id."""
        return self._index.get((table, id))

    @cached_property
    def _index(self) -> dict[tuple[str, str], model.Claim]:
        return {(table, claim.id): claim
                for table, claims in self.claims.items() for claim in claims}


def of(snapshot: Snapshot | None) -> Evidence:
    """Return the evidence base that a snapshot holds; the committed one without a snapshot."""
    return committed() if snapshot is None else _of(snapshot)


@cache
def committed() -> Evidence:
    """Return the committed tables alone."""
    return _build({name: rows_of(FOLDER / f"{name}.csv") for name in TABLES
                   if (FOLDER / f"{name}.csv").exists()})


@lru_cache(maxsize=4)
def _of(snapshot: Snapshot) -> Evidence:
    added = {name: stored_rows(snapshot, name) for name in TABLES}
    if not any(added.values()):
        return committed()
    own = {name: rows_of(FOLDER / f"{name}.csv") if (FOLDER / f"{name}.csv").exists() else []
           for name in TABLES}
    return _build({name: [*own[name], *added[name]] for name in TABLES})


def _build(rows: dict[str, list[Any]]) -> Evidence:
    documents = by_id(read(model.Document, row) for row in rows.get("documents", ()))
    sections = by_id(read(model.Section, row) for row in rows.get("sections", ()))
    places = by_id(read(model.Place, row) for row in rows.get("places", ()))
    claims = {
        name: tuple(_claim(record, row, documents, places) for row in rows.get(name, ()))
        for name, record in CLAIMS.items()
    }
    for (table, column), other in STAND_AT.items():
        claims[table] = _standing(claims[table], column, by_id(claims[other]))
    return Evidence(documents, sections, places, claims)


def _standing(
    claims: tuple[model.Claim, ...], column: str, others: dict[str, model.Claim]
) -> tuple[model.Claim, ...]:
    """Give claims without a place of their own those of the record that they name."""
    return tuple(
        claim if claim.where or getattr(claim, column) not in others
        else replace(claim, where=others[getattr(claim, column)].where)
        for claim in claims)


def _claim(
    record: type[model.Claim], row: Row, documents: dict[str, model.Document],
    places: dict[str, model.Place],
) -> model.Claim:
    names = (word.strip() for word in (row.get("places") or "").split(">"))
    # A user's row outlives a document or place that a later version of this product drops:
    # it stays readable, and `app.py check` names it.
    where = tuple(places[name] for name in names if name in places)
    id = row["document"]
    origin = documents.get(id) or model.Document(id=id, title=id)
    return read(record, row, origin=origin, where=where)


@cache
def _terms() -> dict[str, str]:
    minerals = {mineral.en: mineral.fr for mineral in MINERALS}
    return minerals | {row["en"]: row["fr"] for row in rows_of(FOLDER / "terms.csv")}


def term(text: str, language: str) -> str:
    """Say a phrase of the tables in a language; a user's own words stay as they are."""
    if language != "fr":
        return text
    return _terms().get(text) or notes.in_french(text)


def phrases(record: type) -> list[str]:
    """Name the columns of a table that hold phrases."""
    return [c.name for c in columns_of(record) if c.form in ("phrase", "phrases")]
