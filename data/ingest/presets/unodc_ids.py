"""UNODC Individual Drug Seizures: the workbook of a sheet a year, and the layout with routes.

A seizure is what an authority took: the countries of a route are facts of its record and
say nothing of how much moves along it, so they stay in the notes. `Region` is a part of
the world, not of the country.
"""

from __future__ import annotations

from types import MappingProxyType

from data.boundaries import resolve_country
from data.i18n import msg
from data.ingest.presets import units
from data.ingest.presets.base import Derived, Preset
from data.taxonomy import fold

COUNTRY = ("Country/Territory of Seizure", "COUNTRY")
ISO3 = ("ISO3", "Iso3_code")
DRUG = ("Drug/Substance", "DRUG_NAME", "DrugName", "DRUG", "DrugGroup")
AMOUNT = ("Quantity Seized", "AMOUNT")
UNIT = ("Measurement Unit", "DRUG_UNIT")
CITATION = "United Nations Office on Drugs and Crime"


def kind(drug: str | None) -> str:
    """Return the kind of a seizure; a precursor is no drug yet."""
    return "seizure.other" if "precursor" in fold(drug or "") else "seizure.drugs"


def country(named: str | None, code: str | None) -> str | None:
    """Return the country named, or its code where only that is known."""
    return code if code and not (named and resolve_country(named)) else named


UNODC_IDS = Preset(
    name="unodc-ids",
    title=msg("UNODC Individual Drug Seizures, by year or with routes"),
    source="UNODC IDS",
    licence="unstated",
    citation=f"{CITATION}, Individual Drug Seizures",
    layouts=(
        frozenset({"Seizure Date", "Country/Territory of Seizure", "Drug/Substance"}),
        frozenset({"COUNTRY", "DRUG_NAME", "DRUG_UNIT", "AMOUNT"}),
    ),
    columns=MappingProxyType({
        "date_start": ("Seizure Date", "SEIZURE_DATE", "DATE_OF_SEIZURE", "DATE", "YEAR"),
        "country": (*COUNTRY, *ISO3),
        "named_admin1": ("Administrative Region",),
        "place": ("City", "PLACE_OF_SEIZURE", "PLACE", "LOCATION"),
        "lat": ("LATITUDE", "LAT"),
        "lon": ("LONGITUDE", "LON"),
        "commodity": DRUG,
    }),
    derived=(
        Derived("kind", (DRUG,), kind),
        Derived("country", (COUNTRY, ISO3), country, needs=2),
        Derived("quantity", (AMOUNT, UNIT), units.quantity, amounts=(0,)),
        Derived("unit", (AMOUNT, UNIT), units.unit),
    ),
    doubts=(Derived("unit_unknown", (AMOUNT, UNIT), units.unknown, needs=2),),
    kept=("Quantity Seized", "Measurement Unit", "AMOUNT", "DRUG_UNIT", "Physical Seizure Location",
          "Trafficking Mode of Transportation", "PRODUCING_COUNTRY", "DEPARTURE_COUNTRY",
          "TRANSIT_COUNTRY", "DESTINATION_COUNTRY", "Source", "Reporting Channel"),
)
