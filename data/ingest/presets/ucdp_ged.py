"""UCDP Georeferenced Event Dataset: the 49-column release and the web export.

The two differ in the names of the estimates (`best` and `best_est`), in how they
write dates, and in an empty field that the web export leaves after every record.
Codebook: UCDP GED Codebook, Uppsala Conflict Data Program.
"""

from __future__ import annotations

from types import MappingProxyType

from data.i18n import msg
from data.ingest.presets.base import ActorColumn, Preset

ONE_SIDED = "violence.attack_on_civilians"

UCDP_GED = Preset(
    name="ucdp-ged",
    title=msg("UCDP Georeferenced Event Dataset, release or web export"),
    source="UCDP GED",
    licence="cc-by-4.0",
    citation="Uppsala Conflict Data Program, Georeferenced Event Dataset (Sundberg and "
             "Melander 2013, Journal of Peace Research 50(4))",
    signature=frozenset({"id", "type_of_violence", "where_prec", "date_prec", "side_a", "side_b",
                         "latitude", "longitude", "date_start", "date_end"}),
    columns=MappingProxyType({
        "source_record_id": ("id",),
        "kind": ("type_of_violence",),
        "date_start": ("date_start",),
        "date_end": ("date_end",),
        "date_precision": ("date_prec",),
        "lat": ("latitude",),
        "lon": ("longitude",),
        "where_precision": ("where_prec",),
        "country": ("country",),
        "named_admin1": ("adm_1",),
        "named_admin2": ("adm_2",),
        "place": ("where_coordinates",),
        "fatalities_low": ("low", "low_est"),
        "fatalities_best": ("best", "best_est"),
        "fatalities_high": ("high", "high_est"),
        "notes": ("source_headline",),
    }),
    kinds=MappingProxyType({
        "1": "violence.battle",  # state-based
        "2": "violence.battle",  # non-state
        "3": ONE_SIDED,
    }),
    actors=(
        ActorColumn(("side_a",), "party", MappingProxyType({ONE_SIDED: "perpetrator"})),
        ActorColumn(("side_b",), "party", MappingProxyType({ONE_SIDED: "victim"})),
    ),
    id_required=True,
    # The web export writes 03/17/2020; the release writes year-month-day.
    date_order="mdy",
)
