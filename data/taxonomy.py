"""The kinds of incident, their labels in both languages and their ICCS codes.

ICCS is UNODC's International Classification of Crime for Statistical Purposes,
version 1.0 (2015). A code is given where a kind has one of its own; kinds that
ICCS spreads over several classes, or does not hold, carry none.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache

from data.errors import wrong_value
from data.i18n import msg


@dataclass(frozen=True)
class Group:
    """A family of kinds; `letter` is its mark where colour alone would not do."""

    id: str
    letter: str
    label_en: str
    label_fr: str

    def label(self, language: str) -> str:
        """Name the family in a language."""
        return self.label_fr if language == "fr" else self.label_en


@dataclass(frozen=True)
class Kind:
    """One kind of incident; `id` is its group's, followed by its own part if any."""

    id: str
    group: str
    label_en: str
    label_fr: str
    iccs: str | None = None

    def label(self, language: str) -> str:
        """Name the kind in a language."""
        return self.label_fr if language == "fr" else self.label_en


GROUPS: tuple[Group, ...] = (
    Group("cattle_theft", "C", "Cattle theft", "Vol de bétail"),
    Group("kidnapping", "K", "Kidnapping for ransom", "Enlèvement contre rançon"),
    Group("taxation", "T", "Taxation by armed groups", "Taxation par des groupes armés"),
    Group("seizure", "S", "Seizures", "Saisies"),
    Group("trafficking", "R", "Trafficking and smuggling", "Trafics et passages clandestins"),
    Group("predation", "P", "Hijacking and crop destruction",
          "Détournement de véhicules et destruction de récoltes"),
    Group("finance", "F", "Money laundering and terrorist financing",
          "Blanchiment et financement du terrorisme"),
    Group("violence", "V", "Organised violence (context)", "Violence organisée (contexte)"),
    Group("intervention", "I", "Interventions", "Interventions"),
    Group("unclassified", "U", "Not classified", "Non classé"),
)

KINDS: tuple[Kind, ...] = (
    Kind("cattle_theft", "cattle_theft", "Cattle theft", "Vol de bétail", "05025"),
    Kind("kidnapping", "kidnapping", "Kidnapping for ransom", "Enlèvement contre rançon",
         "020221"),
    Kind("taxation.mining_site", "taxation", "Taxation of a mining site",
         "Taxation d’un site minier", "02051"),
    Kind("taxation.zakat", "taxation", "Forced zakat", "Zakat forcée", "02051"),
    Kind("taxation.trade_transport", "taxation", "Trade and transport levy",
         "Prélèvement sur le commerce et le transport", "02051"),
    Kind("taxation.worship", "taxation", "Levy on worship", "Prélèvement sur le culte", "02051"),
    Kind("seizure.firearms", "seizure", "Seizure of firearms", "Saisie d’armes à feu"),
    Kind("seizure.ammunition", "seizure", "Seizure of ammunition", "Saisie de munitions"),
    Kind("seizure.explosives", "seizure", "Seizure of explosives", "Saisie d’explosifs"),
    Kind("seizure.drugs", "seizure", "Seizure of drugs", "Saisie de drogues"),
    Kind("seizure.fuel", "seizure", "Seizure of fuel", "Saisie de carburant"),
    Kind("seizure.medicines", "seizure", "Seizure of medicines", "Saisie de médicaments"),
    Kind("seizure.other", "seizure", "Seizure of other contraband",
         "Saisie d’autre contrebande"),
    Kind("trafficking.drugs", "trafficking", "Drug trafficking", "Trafic de drogues", "06012"),
    Kind("trafficking.arms", "trafficking", "Arms trafficking", "Trafic d’armes", "09012"),
    Kind("trafficking.migrants", "trafficking", "Migrant smuggling", "Trafic de migrants",
         "08051"),
    Kind("trafficking.persons", "trafficking", "Trafficking in persons", "Traite des personnes",
         "0204"),
    Kind("trafficking.cultural_property", "trafficking", "Trafficking in cultural property",
         "Trafic de biens culturels"),
    Kind("trafficking.precious_metals", "trafficking",
         "Trafficking in precious metals and gemstones",
         "Trafic de métaux précieux et de pierres gemmes"),
    Kind("trafficking.endangered_species", "trafficking", "Trafficking in endangered species",
         "Trafic d’espèces menacées", "1003"),
    Kind("trafficking.counterfeit", "trafficking", "Counterfeit products", "Produits contrefaits",
         "07022"),
    Kind("trafficking.hazardous_waste", "trafficking", "Trafficking in hazardous waste",
         "Trafic de déchets dangereux", "1002"),
    Kind("trafficking.cbrn", "trafficking", "CBRN material", "Matières NRBC"),
    Kind("predation.vehicle_hijacking", "predation", "Vehicle hijacking",
         "Détournement de véhicule"),
    Kind("predation.crop_destruction", "predation", "Crop destruction",
         "Destruction de récoltes"),
    Kind("finance.arrest", "finance", "Illicit finance: arrest",
         "Finance illicite : arrestation"),
    Kind("finance.freeze", "finance", "Illicit finance: freeze", "Finance illicite : gel"),
    Kind("finance.seizure", "finance", "Illicit finance: seizure", "Finance illicite : saisie"),
    Kind("finance.confiscation", "finance", "Illicit finance: confiscation",
         "Finance illicite : confiscation"),
    Kind("finance.recovery", "finance", "Illicit finance: recovery",
         "Finance illicite : recouvrement"),
    Kind("violence.battle", "violence", "Battle", "Combat"),
    Kind("violence.attack_on_civilians", "violence", "Attack on civilians",
         "Attaque contre des civils"),
    Kind("violence.remote", "violence", "Remote violence", "Violence à distance"),
    Kind("intervention.deployment", "intervention", "Deployment", "Déploiement"),
    Kind("intervention.operation", "intervention", "Operation", "Opération"),
    Kind("intervention.programme", "intervention", "Programme", "Programme"),
    Kind("unclassified", "unclassified", "Not classified", "Non classé"),
)

UNCLASSIFIED = "unclassified"
BY_ID: dict[str, Kind] = {kind.id: kind for kind in KINDS}
GROUP_BY_ID: dict[str, Group] = {group.id: group for group in GROUPS}


def fold(text: str) -> str:
    """Reduce text to lower-case letters and digits without accents, for comparing."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in plain if c.isalnum())


def find(text: str) -> tuple[str, ...]:
    """Return the ids that a person's word means: a kind, or all kinds of a group.

    Ids, the last part of an id, and labels in either language are understood,
    whatever their case and accents; a last part that several kinds share means them
    all. An unknown word gives an empty tuple.
    """
    return _index().get(fold(text), ())


def named(text: str) -> str | None:
    """Return the id of the kind that a record states by its id or label, if any.

    The last part of an id is too little here: `drugs` says what it was about, and not
    that it was seized, and a seizure is not a flow.
    """
    return _names().get(fold(text))


def require(text: str, option: str = "--kind") -> tuple[str, ...]:
    """Return `find(text)`, or raise `UsageError` naming the families."""
    found = find(text)
    if found:
        return found
    known = ", ".join(group.id for group in GROUPS)
    raise wrong_value(option, text, msg(
        "the families of kinds are {known}, and a kind is one of them or a part of one, such as "
        "seizure.drugs", known=known))


@cache
def _index() -> dict[str, tuple[str, ...]]:
    index: dict[str, tuple[str, ...]] = {}
    for kind in KINDS:
        last = fold(kind.id.split(".")[-1])
        index[last] = (*index.get(last, ()), kind.id)
    index |= {word: (kind,) for word, kind in _names().items()}
    for group in GROUPS:
        members = tuple(kind.id for kind in KINDS if kind.group == group.id)
        for word in (group.id, group.label_en, group.label_fr):
            index[fold(word)] = members
    return index


@cache
def _names() -> dict[str, str]:
    names: dict[str, str] = {}
    for kind in KINDS:
        for word in (kind.id, kind.label_en, kind.label_fr):
            names.setdefault(fold(word), kind.id)
    return names
