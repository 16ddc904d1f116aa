"""What a row says, in English and in French.

These sentences are written into the records, where a person may read them in any
program; so both languages stand here side by side, and not in the page's catalogue.
"""

from __future__ import annotations

from collections.abc import Iterable

from data.evidence.columns import NOT_STATED
from data.evidence.minerals import Mineral
from data.i18n import day, month, number
from data.ingest.visits import values
from data.ingest.visits.positions import Position
from data.ingest.visits.visit import Day, Group, Visit

ANSWERS = {"yes": ("yes", "oui"), "no": ("no", "non"), NOT_STATED: ("not stated", "non précisé")}
LEVIES = {
    "mining": ("Levy on mining", "Prélèvement sur l’exploitation"),
    "trade": ("Levy on trade", "Prélèvement sur le commerce"),
    "access": ("Levy at the entrance", "Prélèvement à l’entrée"),
}
SHORT = {
    "mining": ("mining", "exploitation"),
    "trade": ("trade", "commerce"),
    "access": ("entrance", "entrée"),
}

Both = tuple[str, str]
"""A text in English and in French."""
Fact = tuple[str, str, str, str]
"""A label in English and in French, and a value in both; an empty one is not told."""


def when(date: Day) -> Both:
    """Say the date of a visit as exactly as it is known."""
    if date.precision == 1:
        return day(date.first, "en"), day(date.first, "fr")
    if date.precision == 4:
        return month(date.first, "en"), month(date.first, "fr")
    return date.text, date.text


def mineral_names(found: Iterable[Mineral | str]) -> tuple[list[str], list[str]]:
    """Name minerals in both languages; those that are not known keep their name."""
    known = [(m.en, m.fr) if isinstance(m, Mineral) else (m, m) for m in found]
    return [en for en, _ in known], [fr for _, fr in known]


def visit(seen: Visit) -> Both:
    """Say what a visit found."""
    on = when(seen.day)
    head = (f"Visit to the mining site {_place(seen)}: {on[0]}",
            f"Visite du site minier {_place(seen)}\u00a0: {on[1]}")
    found = mineral_names(seen.minerals)
    facts: list[Fact] = [
        ("Minerals", "Minerais", ", ".join(found[0]), ", ".join(found[1])),
        ("Persons at work", "Personnes au travail", *_count(seen.workers)),
        ("Armed presence", "Présence armée", *ANSWERS[seen.presence]),
        ("Groups", "Groupes", *_groups(seen)),
        ("Interference", "Ingérence", *ANSWERS[seen.interference]),
        ("Site reached", "Site atteint", *ANSWERS[seen.onsite]),
        ("Why not", "Pourquoi pas", seen.hindrance, seen.hindrance),
        *_by(seen),
    ]
    return _sentences(head, facts)


def levy(seen: Visit, group: Group, kind: str) -> Both:
    """Say what a group levied, at the visit that tells of it."""
    on = when(seen.day)
    what = LEVIES[kind]
    who = (group.name or "a group that is not named", group.name or "un groupe non nommé")
    head = (f"{what[0]} by {who[0]} at the mining site {_place(seen)}, visit ({on[0]})",
            f"{what[1]} par {who[1]} sur le site minier {_place(seen)}, visite ({on[1]})")
    facts: list[Fact] = [
        ("How often the group is there", "Fréquence de la présence du groupe",
         *frequency(group.frequency)),
        *_by(seen),
    ]
    return _sentences(head, facts)


def site(latest: Visit, visits: int, dates: Both, minerals: tuple[str, str],
         position: Position) -> Both:
    """Say what a site is and how often it was visited."""
    head = (f"Mining site {_place(latest)}", f"Site minier {_place(latest)}")
    facts: list[Fact] = [
        ("Visits", "Visites", f"{visits} ({dates[0]})", f"{visits} ({dates[1]})"),
        ("Minerals", "Minerais", *minerals),
        ("Position", "Position", position.en, position.fr),
    ]
    return _sentences(head, facts)


def frequency(written: str) -> Both:
    """Say how often, with the source's own word beside where it is in the other language."""
    known = values.frequency(written)
    if known is None:
        return (f"“{written}”", f"«\u00a0{written}\u00a0»") if written else ("", "")
    if values.in_french(written, known):
        return f"{known.en} (“{written}”)", written
    return written, f"{known.fr[0]} («\u00a0{written}\u00a0»)"


def _place(seen: Visit) -> str:
    around = ", ".join(part for part in (seen.territory, seen.province) if part)
    return f"{seen.name or seen.site} ({around})" if around else seen.name or seen.site


def _count(workers: int | None) -> Both:
    return ("", "") if workers is None else (number(workers, "en"), number(workers, "fr"))


def _groups(seen: Visit) -> Both:
    told = [_group(group) for group in seen.groups]
    return "; ".join(en for en, _ in told), "\u00a0; ".join(fr for _, fr in told)


def _group(group: Group) -> Both:
    often = frequency(group.frequency)
    levies = [SHORT[kind] for kind in group.levies]
    english = [group.name or "not named", often[0],
               "levies: " + ", ".join(en for en, _ in levies) if levies else ""]
    french = [group.name or "non nommé", often[1],
              "prélèvements\u00a0: " + ", ".join(fr for _, fr in levies) if levies else ""]
    return " – ".join(part for part in english if part), " – ".join(p for p in french if p)


def _by(seen: Visit) -> list[Fact]:
    return [("Source", "Source", seen.visited_by, seen.visited_by),
            ("Project", "Projet", seen.project, seen.project)]


def _sentences(head: Both, facts: Iterable[Fact]) -> Both:
    """Join a head and labelled facts; a fact that is not given is left out."""
    known = [fact for fact in facts if fact[2]]
    english = [head[0], *(f"{label}: {value}" for label, _, value, _ in known)]
    french = [head[1], *(f"{label}\u00a0: {value}" for _, label, _, value in known)]
    return ". ".join(english) + ".", ". ".join(french) + "."
