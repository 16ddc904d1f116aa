"""UNODC's yearly totals of drugs seized in a country.

A total holds seizures that the individual ones may hold too: each is flagged as a total,
and known to its country and year alone.
"""

from __future__ import annotations

from types import MappingProxyType

from data.boundaries import resolve_country
from data.i18n import msg
from data.ingest.presets import units
from data.ingest.presets.base import Derived, Preset
from data.ingest.presets.unodc_ids import CITATION, DRUG, ISO3, country, kind

NAMED = ("Country", "Country/Territory")
YEAR = ("Reference year", "Year")
GROUP, SUB_GROUP = ("DrugGroup",), ("DrugSubGroup",)
KILOGRAMS = ("Kilograms", "Kilogram")


def identity(
    named: str | None, code: str | None, year: str | None, *drug: str | None
) -> str | None:
    """Name a total by what it is of, so that a later edition revises it and adds nothing."""
    if year is None or not (named or code):
        return None
    where = resolve_country(country(named, code) or "") or named or code
    return "/".join([str(where), year, *(word for word in drug if word)])


def total(year: str | None) -> str | None:
    """Return the year that the total is of, for the flag about it."""
    return year


UNODC_TOTALS = Preset(
    name="unodc-totals",
    title=msg("UNODC yearly totals of drugs seized, by country"),
    source="UNODC seizure totals",
    licence="unstated",
    citation=f"{CITATION}, drug seizures by country and year",
    layouts=tuple(frozenset({*NAMED[:1], year, drug, *KILOGRAMS[:1]})
                  for year in YEAR for drug in ("DrugName", "Drug", "DrugGroup")),
    columns=MappingProxyType({
        "date_start": YEAR,
        "country": (*NAMED, *ISO3),
        "commodity": DRUG,
        "quantity": KILOGRAMS,
    }),
    derived=(
        Derived("source_record_id", (NAMED, ISO3, YEAR, GROUP, SUB_GROUP, DRUG), identity, needs=0),
        Derived("kind", (DRUG,), kind),
        Derived("country", (NAMED, ISO3), country, needs=2),
        Derived("unit", (KILOGRAMS,), lambda amount: units.KG if amount else None),
    ),
    doubts=(Derived("aggregate_total", (YEAR,), total),),
    kept=("DrugGroup", "DrugSubGroup", "Region", "SubRegion", "Source", "Footnote"),
    id_required=True,
)
