"""The words that tables of the evidence base take, and how each is said to a person."""

from __future__ import annotations

from data.i18n import Message, msg

EVIDENCE: dict[str, Message] = {
    "believed": msg("believed, as the document words it"),
    "perceived": msg("perceived by people who were asked"),
    "reported": msg("reported as a fact"),
    "observed": msg("observed or counted by those who report it"),
}
"""How a document holds what it says, from the weakest to the strongest."""

LEVY_KINDS: dict[str, Message] = {
    "access": msg("access to a site"),
    "protection": msg("protection"),
    "water_food": msg("access to water and food"),
    "camp": msg("right to set up a camp"),
    "forced_zakat": msg("forced zakat"),
    "cash": msg("payment in cash"),
    "in_kind": msg("payment in kind"),
    "livestock": msg("payment in animals"),
    "trade": msg("levy on trade"),
    "transport": msg("levy on transport"),
    "shipment": msg("levy on a shipment"),
    "worship": msg("levy on worship"),
    "mining": msg("levy on mining"),
    "intermediary": msg("payment to an intermediary"),
}
FREQUENCIES: dict[str, Message] = {
    "weekly": msg("a week"),
    "daily": msg("a day"),
    "monthly": msg("a month"),
    "yearly": msg("a year"),
    "once": msg("once"),
    "irregular": msg("at irregular times"),
}
BASES: dict[str, Message] = {
    "person": msg("a person"),
    "animal": msg("an animal"),
    "person_or_animal": msg("a person or animal"),
    "site_access": msg("for access to a site"),
    "load": msg("a load"),
    "vehicle": msg("a vehicle"),
    "operation": msg("an operation"),
    "shipment": msg("a shipment"),
    "harvest": msg("of the harvest"),
    "production": msg("of what is produced"),
}
COLLECTORS: dict[str, Message] = {
    "armed_group": msg("armed or terrorist groups"),
    "state_forces": msg("members of state forces"),
    "customary": msg("customary authorities"),
    "criminal_network": msg("criminal networks"),
    "intermediary": msg("intermediaries"),
    "other": msg("others"),
}
"""Families of collectors; the collector itself is a name, as the source writes it."""

COMMODITIES: dict[str, Message] = {
    "gold": msg("Gold"),
    "cocaine": msg("Cocaine"),
    "cannabis": msg("Cannabis"),
    "khat": msg("Khat"),
    "cannabis_khat": msg("Cannabis and khat"),
    "drugs": msg("Drugs"),
    "fuel": msg("Fuel"),
    "migrants": msg("Smuggled migrants"),
    "persons": msg("Trafficked persons"),
    "firearms": msg("Firearms"),
    "ammunition": msg("Ammunition"),
    "explosives": msg("Explosives"),
    "medicines": msg("Medicines"),
    "sanitary_goods": msg("Sanitizer and gloves"),
    "livestock": msg("Livestock"),
    "cultural_property": msg("Cultural property"),
    "hostages": msg("Hostages"),
    "money": msg("Money"),
    "precious_metals": msg("Precious metals and gemstones"),
    "tin_tantalum_tungsten": msg("Tin, tantalum and tungsten ores"),
    "copper_cobalt": msg("Copper and cobalt ores"),
    "diamonds": msg("Diamonds"),
    "other_minerals": msg("Other minerals"),
    "other": msg("Other goods"),
}
SITE_KINDS: dict[str, Message] = {
    "mining_site": msg("mining site"),
    "market": msg("market"),
    "smuggling_hub": msg("smuggling hub"),
    "transit": msg("place of transit"),
    "heritage_site": msg("looted heritage site"),
    "detention": msg("place of detention"),
    "resale": msg("place of resale"),
    "operation": msg("place of an operation"),
    "arrest": msg("place of arrests"),
    "interviews": msg("place of interviews"),
    "meeting": msg("place of a meeting"),
}
SIDES: dict[str, Message] = {
    "vulnerability": msg("vulnerability"),
    "resilience": msg("resilience"),
}
FACTORS: dict[str, Message] = {
    "terrain_borders": msg("Terrain and porous borders"),
    "transit_points": msg("Strategic transit points"),
    "isolation": msg("Isolation"),
    "complicity": msg("Interdependence with carriers and guides"),
    "precariousness": msg("Economic precariousness"),
    "youth": msg("Young people without prospects"),
    "rivalries": msg("Rivalries and local conflicts"),
    "exclusion": msg("Exclusion and marginalization"),
    "corruption": msg("Corruption"),
    "governance": msg("Weak governance and state presence"),
    "custom": msg("Custom and social norms"),
    "forced_collaboration": msg("Forced collaboration"),
    "awareness": msg("Awareness"),
    "social_rejection": msg("Rejection of an illicit economy"),
    "cohesion": msg("Social cohesion"),
    "alternatives": msg("Economic alternatives"),
    "infrastructure": msg("Basic infrastructure"),
    "forces": msg("Presence of forces"),
    "inclusive_governance": msg("Inclusive local governance"),
    "consultation": msg("Consultation framework"),
    "self_defence": msg("Self-defence groups"),
}
VULNERABILITIES = (
    "terrain_borders", "transit_points", "isolation", "complicity", "precariousness", "youth",
    "rivalries", "exclusion", "corruption", "governance", "custom", "forced_collaboration")
RESILIENCES = (
    "awareness", "social_rejection", "cohesion", "alternatives", "infrastructure", "forces",
    "inclusive_governance", "consultation", "self_defence")

PERCEPTIONS: dict[str, Message] = {
    "legitimate": msg("enjoys some local legitimacy"),
    "survival": msg("seen as a means of collective survival"),
    "rejected": msg("seen much more negatively"),
}
RELATIONS: dict[str, Message] = {
    "cooperation": msg("cooperation"),
    "coopetition": msg("coopetition: rivalry and cooperation at once"),
    "competition": msg("competition and confrontation"),
    "passage": msg("right of passage"),
    "convergence": msg("convergence"),
    "support": msg("support against payment"),
}
INTERVENTIONS: dict[str, Message] = {
    "operation": msg("operation"),
    "deployment": msg("deployment of forces"),
    "arrests": msg("arrests and seizures"),
    "proceedings": msg("judicial proceedings"),
    "programme": msg("programme"),
    "framework": msg("consultation framework"),
    "seminar": msg("seminar"),
    "workshop": msg("workshop"),
    "training": msg("training"),
    "study": msg("study"),
    "mandate": msg("standing mandate of an institution"),
}
CHAINS: dict[str, Message] = {
    "firearms_tracing": msg("Tracing of firearms"),
    "assets": msg("Assets of crime and corruption"),
    "persons": msg("Trafficking in persons and smuggling of migrants"),
    "ransom": msg("Kidnapping for ransom"),
    "livestock": msg("Stolen and levied livestock"),
    "laundering": msg("Laundering of money"),
}
CONTROLLERS: dict[str, Message] = {
    "yes": msg("armed presence"),
    "no": msg("no armed presence"),
}
