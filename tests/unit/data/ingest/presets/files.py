"""Small files in the layouts of sources; every event, name and number is invented."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from tests.support import table

ACLED = [
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type",
    "sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2",
    "interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3",
    "location", "latitude", "longitude", "geo_precision", "source", "source_scale", "notes",
    "fatalities", "tags", "timestamp",
]

ACLED_EVENT: dict[str, Any] = {
    "event_date": "2020-12-31", "year": 2020, "time_precision": 1,
    "disorder_type": "Political violence", "event_type": "Battles",
    "sub_event_type": "Armed clash", "actor1": "Synthetic Group A",
    "assoc_actor_1": "Synthetic Ally One; Synthetic Ally Two", "inter1": "Rebel group",
    "actor2": "Synthetic Group B", "assoc_actor_2": "", "inter2": "State forces",
    "interaction": "State forces-Rebel group", "iso": 466, "region": "Western Africa",
    "country": "Mali", "admin1": "Gao", "admin2": "Gao", "admin3": "Somewhere",
    "location": "A town", "latitude": 16.27, "longitude": -0.04, "geo_precision": 1,
    "source": "An invented radio", "source_scale": "National", "notes": "An invented note",
    "fatalities": 4, "tags": "crowd size=no report", "timestamp": 1700000000,
}


def acled(
    *rows: Mapping[str, Any], columns: Iterable[str] = ACLED, delimiter: str = ","
) -> str:
    """Write events in ACLED's layout, or in the columns given; rows say how they differ."""
    wanted = list(columns)
    events = ({**ACLED_EVENT, "event_id_cnty": f"MLI{i}", **row}
              for i, row in enumerate(rows, start=1))
    return table(({name: event.get(name, "") for name in wanted} for event in events),
                 wanted, delimiter)

UNODC = ["Seizure Date", "Country/Territory of Seizure", "ISO3", "Subregion", "Region",
         "Drug/Substance", "Quantity Seized", "Measurement Unit", "City", "Administrative Region",
         "Physical Seizure Location", "Trafficking Mode of Transportation", "Source",
         "Reporting Channel"]
UNODC_ROW: dict[str, Any] = {
    "Seizure Date": "2019-03-07", "Country/Territory of Seizure": "Mali", "ISO3": "MLI",
    "Subregion": "West and Central Africa", "Region": "Africa", "Drug/Substance": "Cannabis herb",
    "Quantity Seized": "1,500", "Measurement Unit": "Gram", "City": "A town",
    "Administrative Region": "Gao", "Physical Seizure Location": "An invented road",
    "Trafficking Mode of Transportation": "Land", "Source": "Invented office",
    "Reporting Channel": "Invented channel",
}
ROUTES = ["SUBREGION", "COUNTRY", "SEIZURE_DATE", "DEPARTURE_COUNTRY", "PRODUCING_COUNTRY",
          "DESTINATION_COUNTRY", "DRUG_NAME", "DRUG_UNIT", "AMOUNT"]
ROUTES_ROW: dict[str, Any] = {
    "SUBREGION": "West and Central Africa", "COUNTRY": "Mali", "SEIZURE_DATE": "15/03/2013",
    "DEPARTURE_COUNTRY": "Guinea", "PRODUCING_COUNTRY": "Brazil", "DESTINATION_COUNTRY": "Spain",
    "DRUG_NAME": "Cocaine", "DRUG_UNIT": "Kilogram", "AMOUNT": "2.5",
}
TOTALS = ["Iso3_code", "Country", "Region", "SubRegion", "DrugGroup", "DrugName",
          "Reference year", "Kilograms", "Source", "Footnote"]
TOTALS_ROW: dict[str, Any] = {
    "Iso3_code": "MLI", "Country": "Mali", "Region": "Africa", "SubRegion": "West Africa",
    "DrugGroup": "Invented group", "DrugName": "Invented drug", "Reference year": 2018,
    "Kilograms": "12.5",
}

GTD = ["eventid", "iyear", "imonth", "iday", "approxdate", "resolution", "country", "country_txt",
       "region", "region_txt", "provstate", "city", "latitude", "longitude", "specificity",
       "vicinity", "location", "summary", "attacktype1", "attacktype1_txt", "attacktype2",
       "attacktype2_txt", "attacktype3", "attacktype3_txt", "targtype1", "targtype1_txt",
       "target1", "targtype2", "targtype2_txt", "target2", "gname", "gsubname", "gname2",
       "gname3", "weaptype1_txt", "nkill", "nwound", "nhostkid", "ransom", "ransomamt",
       "ransompaid", "scite1"]
GTD_ROW: dict[str, Any] = {
    "eventid": 201303070001, "iyear": 2013, "imonth": 3, "iday": 7, "country": 123,
    "country_txt": "Mali", "region": 11, "region_txt": "Sub-Saharan Africa", "provstate": "Gao",
    "city": "A town", "latitude": "16.27", "longitude": "-0.04", "specificity": 1, "vicinity": 0,
    "summary": "An invented summary", "attacktype1": 2, "attacktype1_txt": "Armed Assault",
    "attacktype2": ".", "targtype1": 14, "targtype1_txt": "Private Citizens & Property",
    "target1": "Invented target", "gname": "Synthetic Group A", "nkill": 2, "nwound": 1,
    "nhostkid": -99, "ransom": -9, "weaptype1_txt": "Firearms", "scite1": "An invented source",
}


def unodc(*rows: Mapping[str, Any]) -> str:
    """Write seizures in the layout of a sheet a year; rows say how they differ."""
    return table(({**UNODC_ROW, **row} for row in rows), UNODC)


def routes(*rows: Mapping[str, Any]) -> str:
    """Write seizures in the older layout with routes."""
    return table(({**ROUTES_ROW, **row} for row in rows), ROUTES)


def totals(*rows: Mapping[str, Any]) -> str:
    """Write yearly totals of countries."""
    return table(({**TOTALS_ROW, **row} for row in rows), TOTALS)


def gtd(*rows: Mapping[str, Any]) -> str:
    """Write incidents in GTD's layout; each has the next identifier."""
    events = ({**GTD_ROW, "eventid": GTD_ROW["eventid"] + i, **row} for i, row in enumerate(rows))
    return table(events, GTD)
