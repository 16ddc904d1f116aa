"""Armed Conflict Location & Event Data (ACLED): exports of any vintage, by event or by actor.

`event_id_cnty` identifies an event for as long as it is listed; `data_id` is given
anew. An export by actor has a record for each side of an event. Which side stands
first says nothing of who attacked: civilians are told by their code or name.
Codebook: ACLED Codebook.
"""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType

from data.i18n import msg
from data.ingest.actors import write_actors
from data.ingest.presets.base import Derived, Preset
from data.ingest.presets.steps import scale
from data.taxonomy import fold

BATTLE = "violence.battle"
ON_CIVILIANS = "violence.attack_on_civilians"
REMOTE = "violence.remote"

EVENT_TYPES = {fold(word): kind for word, kind in {
    "Battles": BATTLE,
    "Battle-No change of territory": BATTLE,
    "Battle-Government regains territory": BATTLE,
    "Battle-Non-state actor overtakes territory": BATTLE,
    "Violence against civilians": ON_CIVILIANS,
    "Explosions/Remote violence": REMOTE,
    "Remote violence": REMOTE,
}.items()}
"""Types of event, those before 2019 included, that are kinds of the taxonomy."""

ABDUCTION = "Abduction/forced disappearance"
HINTS = {fold(word): kinds for word, kinds in {
    ABDUCTION: "kidnapping",
    "Looting/property destruction": "cattle_theft, predation.crop_destruction, "
                                    "predation.vehicle_hijacking",
    "Disrupted weapons use": "seizure.firearms, seizure.ammunition, seizure.explosives",
}.items()}
"""Sub-types that state no kind, and the kinds that they may be."""

CIVILIAN = frozenset({"7", "civilians", "6", "protesters"})
"""Codes of unarmed actors, as numbers and as text."""
WHERE = {"1": "1", "2": "2", "3": "4"}
WHEN = {"1": "1", "2": "3", "3": "4"}

EVENT_TYPE = ("event_type",)
SUB_EVENT_TYPE = ("sub_event_type", "sub_event_")  # a shapefile cuts names at ten letters
SIDES = (
    ("actor1", "actor"), ("assoc_actor_1", "ally_actor_1", "assoc_acto"), ("inter1", "inter"),
    ("actor2",), ("assoc_actor_2", "ally_actor_2", "assoc_ac_1"), ("inter2",),
)


@lru_cache(maxsize=1024)
def kind(event: str | None, sub_event: str | None) -> str | None:
    """Return the kind that the type and sub-type state, else the words for it.

    An abduction is no kidnapping for ransom until a ransom is told of.
    """
    if fold(sub_event or "") == fold(ABDUCTION):
        return ABDUCTION
    return EVENT_TYPES.get(fold(event or "")) or sub_event or event


def actors(event: str | None, sub_event: str | None, *sides: str | None) -> str | None:
    """Name both sides and those associated with them, each in its role."""
    found = kind(event, sub_event)
    named: list[dict[str, str]] = []
    for name, others, code in (sides[:3], sides[3:]):
        role = _role(found, name or "", code or "")
        names = [name, *(others or "").split(";")]
        named += [{"name": n.strip(), "role": role} for n in names if n and n.strip()]
    return write_actors(named) or None


@lru_cache(maxsize=65_536)
def _role(found: str | None, name: str, code: str) -> str:
    if fold(code.removesuffix(".0")) in CIVILIAN or fold(name).startswith("civilians"):
        return "victim" if found in (BATTLE, ON_CIVILIANS, REMOTE, ABDUCTION) else "party"
    return "perpetrator" if found in (ON_CIVILIANS, ABDUCTION) else "party"


ACLED = Preset(
    name="acled",
    title=msg("Armed Conflict Location & Event Data, by event or by actor"),
    source="ACLED",
    licence="acled",
    citation="Armed Conflict Location & Event Data (Raleigh, Linke, Hegre and Karlsen 2010, "
             "Journal of Peace Research 47(5))",
    layouts=(
        frozenset({"event_id_cnty", "event_date", "event_type"}),
        frozenset({"event_id_c", "event_date", "event_type"}),
        frozenset({"data_id", "event_date", "event_type", "fatalities"}),
        frozenset({"event_date", "event_type", "time_precision", "geo_precision", "fatalities"}),
    ),
    columns=MappingProxyType({
        "source_record_id": ("event_id_cnty", "event_id_c"),
        "date_start": ("event_date",),
        "lat": ("latitude",),
        "lon": ("longitude",),
        "country": ("country",),
        "named_admin1": ("admin1",),
        "named_admin2": ("admin2",),
        "place": ("location",),
        "fatalities_best": ("fatalities",),
        "notes": ("notes",),
        "revised": ("timestamp",),
    }),
    derived=(
        Derived("kind", (EVENT_TYPE, SUB_EVENT_TYPE), kind),
        Derived("actors", (EVENT_TYPE, SUB_EVENT_TYPE, *SIDES), actors, needs=0),
        scale("where_precision", ("geo_precision", "geo_precis"), WHERE),
        scale("date_precision", ("time_precision", "time_preci"), WHEN),
    ),
    kept=("event_type", "sub_event_type", "sub_event_", "civilian_targeting", "civilian_t",
          "admin3", "source", "source_scale", "source_sca", "tags"),
    hints=MappingProxyType(HINTS),
    id_required=True,
    date_order="dmy",
    actors_apart=True,
    unstable=frozenset({"", "data_id", "timestamp", "interaction", "type_of_actor", "inter_type",
                        *(name for names in SIDES for name in names)}),
)
