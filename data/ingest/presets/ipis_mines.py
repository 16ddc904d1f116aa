"""IPIS's open data on visits to artisanal mining sites in the east of the DR Congo.

A site has a code of its own (`pcode`), a visit a number (`vid`). Longitude comes before
latitude, so columns are taken by name. A visit whose day is not known has 1 January.
"""

from __future__ import annotations

from types import MappingProxyType

from data.i18n import msg
from data.ingest.presets.visits import VisitPreset

SLOTS, MINERALS = (1, 2, 3), (1, 2, 3)

IPIS_MINES = VisitPreset(
    name="ipis-mines",
    title=msg("IPIS visits to artisanal mining sites in the DR Congo"),
    source="IPIS",
    licence="unstated",
    signature=frozenset({"pcode", "visit_date", "longitude", "latitude", "mineral1",
                         "armed_group1", "taxation_armed_group1"}),
    columns=MappingProxyType({
        "source_record_id": ("vid",),
        "site_id": ("pcode",),
        "name": ("name",),
        "date_start": ("visit_date",),
        "lat": ("latitude",),
        "lon": ("longitude",),
        "origin": ("location_origin",),
        "province": ("province",),
        "territory": ("territoire", "territory"),
        "workers": ("workers_numb",),
        "presence": ("presence",),
        "interference": ("interference",),
        "onsite": ("visit_onsite",),
        "hindrance": ("visit_onsite_novisitreason",),
        "visited_by": ("source",),
        "project": ("project",),
        **{f"mineral{n}": (f"mineral{n}",) for n in MINERALS},
        **{f"group{n}": (f"armed_group{n}",) for n in SLOTS},
        **{f"group_type{n}": (f"type_armed_group{n}",) for n in SLOTS},
        **{f"frequency{n}": (f"frequency_armed_group{n}",) for n in SLOTS},
        **{f"mining{n}": (f"taxation_armed_group{n}",) for n in SLOTS},
        **{f"trade{n}": (f"commerce_taxation_armed_group{n}",) for n in SLOTS},
        **{f"access{n}": (f"entrance_taxation_armed_group{n}",) for n in SLOTS},
    }),
    document="ipis-cod-mines",
    document_title="IPIS open data: visits to artisanal mining sites in the east of the "
                   "Democratic Republic of the Congo",
    country="CD",
    prefix="ipis-",
    third_party=frozenset({"thirdparty", "thirdpartyinformation"}),
    year_alone=True,
)
