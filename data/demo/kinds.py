"""What is generated of each kind: the table a reviewer should read first.

`follows` names the document that a row's shape follows; where it is empty, all of it
is invented. Weights, growths, seasons and shares are invented everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

MALI_STUDY = "unodc-unicri-mali"
KAFO = "kafo-ii"
UNICRI = "unicri-page"
ALMATY = "almaty-seminar"


@dataclass(frozen=True)
class Profile:
    """How the incidents of one kind are drawn.

    Attributes:
        kind: id in `data.taxonomy`.
        weight: how many there are in 20,000, about.
        sites: where: a column of `places.csv`, or `road.` and a column of `roads.csv`,
            with its share.
        casts: who: names in `actors.CASTS`, each as likely as the others.
        growth: the weight of a year at the end of the period, that of the first year being 1.
        season: name in `times.SEASONS`.
        lasting: name in `times.LASTING`, for what has a duration of its own.
        countries: where it may be put, if not in all three.
        follows: the document that says something of its place, amount or trend.
    """

    kind: str
    weight: float
    sites: dict[str, float]
    casts: tuple[str, ...]
    growth: float = 1.3
    season: str = "even"
    lasting: str = ""
    countries: tuple[str, ...] = ("ML", "BF", "NE")
    follows: str = ""


PROFILES: tuple[Profile, ...] = (
    Profile("cattle_theft", 4600, {"pasture": 0.85, "road.trade": 0.15},
            ("armed_herders", "armed_herders", "network_herders"),
            growth=1.8, season="transhumance", follows=MALI_STUDY),
    Profile("kidnapping", 1500, {"front": 0.7, "road.trade": 0.3},
            ("armed_civilians", "armed_civilians", "network_civilians", "armed_traders"),
            growth=4.5, season="dry", lasting="captivity", follows=MALI_STUDY),
    Profile("taxation.mining_site", 900, {"gold": 1.0}, ("armed_collects_miners",),
            growth=2.2, season="dry", lasting="campaign", follows=MALI_STUDY),
    Profile("taxation.zakat", 1300, {"front": 0.6, "pasture": 0.2, "fields": 0.2},
            ("armed_collects_herders", "armed_collects_farmers"),
            growth=2.0, season="harvest", lasting="campaign", follows=MALI_STUDY),
    Profile("taxation.trade_transport", 900, {"road.trade": 0.8, "gold": 0.2},
            ("armed_collects_transporters", "armed_collects_traders"),
            growth=1.8, lasting="campaign", follows=MALI_STUDY),
    Profile("taxation.worship", 120, {"front": 0.5, "fields": 0.5}, ("armed_collects_worshippers",),
            growth=1.5, lasting="campaign", follows=MALI_STUDY),
    Profile("seizure.firearms", 350, {"border": 0.5, "road.trade": 0.3, "city": 0.2},
            ("customs", "forces"), growth=1.6, follows=KAFO),
    Profile("seizure.ammunition", 260, {"border": 0.5, "road.trade": 0.3, "city": 0.2},
            ("customs", "forces"), growth=1.6, follows=KAFO),
    Profile("seizure.explosives", 180, {"gold": 0.6, "border": 0.2, "road.gold": 0.2},
            ("customs", "forces"), growth=1.8, follows=KAFO),
    Profile("seizure.drugs", 380, {"border": 0.5, "city": 0.25, "road.drugs": 0.25},
            ("customs", "forces"), follows=KAFO),
    Profile("seizure.fuel", 420, {"fuel": 0.6, "road.fuel": 0.4}, ("customs", "customs", "forces"),
            growth=2.0, countries=("ML", "NE"), follows=KAFO),
    Profile("seizure.medicines", 260, {"border": 0.6, "city": 0.4}, ("customs",),
            growth=1.5, follows=KAFO),
    Profile("seizure.other", 200, {"border": 0.7, "city": 0.3}, ("customs",), follows=KAFO),
    Profile("trafficking.drugs", 450, {"transit": 0.5, "road.drugs": 0.5}, ("network", "transport"),
            follows=MALI_STUDY),
    Profile("trafficking.arms", 650, {"transit": 0.5, "road.drugs": 0.3, "front": 0.2},
            ("network", "network_armed", "network_defence"), growth=2.5, follows=MALI_STUDY),
    Profile("trafficking.migrants", 1500, {"hub": 0.75, "road.migrants": 0.25},
            ("network_migrants", "network_migrants", "transport_migrants"),
            season="dry", follows=MALI_STUDY),
    Profile("trafficking.persons", 350, {"city": 0.45, "gold": 0.3, "hub": 0.25},
            ("network_persons",), follows=ALMATY),
    Profile("trafficking.cultural_property", 260, {"heritage": 1.0}, ("network",),
            growth=3.0, season="dry", countries=("ML",), follows=MALI_STUDY),
    Profile("trafficking.precious_metals", 420, {"gold": 0.45, "road.gold": 0.55},
            ("network", "traders"), growth=2.0, follows=MALI_STUDY),
    Profile("trafficking.endangered_species", 90, {"city": 0.5, "border": 0.5}, ("network",),
            follows=UNICRI),
    Profile("trafficking.counterfeit", 200, {"city": 0.6, "border": 0.4}, ("traders", "network"),
            follows=UNICRI),
    Profile("trafficking.hazardous_waste", 40, {"city": 0.7, "border": 0.3}, ("network",),
            follows=UNICRI),
    Profile("trafficking.cbrn", 15, {"city": 0.6, "border": 0.4}, ("network",), follows=UNICRI),
    Profile("predation.vehicle_hijacking", 700, {"road.trade": 0.8, "front": 0.2},
            ("armed_transporters", "network_transporters"), growth=1.6, follows=MALI_STUDY),
    Profile("predation.crop_destruction", 450, {"fields": 1.0}, ("armed_farmers",),
            growth=1.6, season="growing", follows=MALI_STUDY),
    Profile("finance.arrest", 140, {"finance": 1.0}, ("judiciary",), follows=MALI_STUDY),
    Profile("finance.freeze", 60, {"finance": 1.0}, ("intelligence_unit",), follows=UNICRI),
    Profile("finance.seizure", 80, {"finance": 1.0}, ("judiciary",), follows=MALI_STUDY),
    Profile("finance.confiscation", 35, {"finance": 1.0}, ("judiciary",), follows=UNICRI),
    Profile("finance.recovery", 20, {"finance": 1.0}, ("judiciary",), follows=UNICRI),
    Profile("violence.battle", 1400, {"front": 0.85, "road.trade": 0.15},
            ("forces_armed", "forces_armed", "armed_armed"), growth=2.5),
    Profile("violence.attack_on_civilians", 1300, {"front": 0.8, "fields": 0.2},
            ("armed_civilians",), growth=3.0),
    Profile("violence.remote", 500, {"road.trade": 0.6, "front": 0.4},
            ("armed_forces", "armed_transporters"), growth=2.5),
    Profile("intervention.deployment", 120, {"front": 0.4, "road.trade": 0.6}, ("forces",),
            season="dry", lasting="deployment", follows=MALI_STUDY),
    Profile("intervention.operation", 250, {"front": 0.5, "border": 0.3, "road.trade": 0.2},
            ("forces", "customs"), season="dry", lasting="operation"),
    Profile("intervention.programme", 180, {"programme": 1.0}, ("aid",),
            lasting="programme", follows=MALI_STUDY),
    Profile("unclassified", 3, {"city": 1.0}, ("network",)),
)


@dataclass(frozen=True)
class Effect:
    """A change that an intervention brings: on a road and in the towns between its ends.

    From the year `since` on, the weight of these places is `factor` times what it was.
    """

    road: str
    since: int
    factor: float
    kinds: tuple[str, ...]
    follows: str


EFFECTS: tuple[Effect, ...] = (
    # The study says that a military presence on this road lowered crime; it gives no date.
    Effect("gao-niamey", 2022, 0.3,
           ("cattle_theft", "kidnapping", "taxation.trade_transport",
            "predation.vehicle_hijacking", "violence.remote"), MALI_STUDY),
    Effect("gao-niamey", 2022, 6.0, ("intervention.deployment",), MALI_STUDY),
)


@cache
def number_of(kind: str) -> int:
    """Return the position of a kind in `PROFILES`."""
    return [profile.kind for profile in PROFILES].index(kind)
