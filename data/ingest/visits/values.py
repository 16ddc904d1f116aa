"""The words of a visit's answers, in French and in English, and what each is read as.

A word that stands in no table is kept as it is written, and flagged by who reads it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from data.evidence.columns import NOT_STATED
from data.ingest.lookups import ABSENT
from data.taxonomy import fold

YES = frozenset({"1", "1.0", "yes", "oui", "true", "vrai"})
NO = frozenset({"0", "0.0", "no", "non", "false", "faux"})
"""Answers, in lower case."""

UNKNOWN = frozenset({"dontknow", "unknown", "inconnu", "jenesaispas", "nesaispas"})

NOBODY = frozenset({"aucun", "aucune", "none", "nobody", "personne"})
"""These and the words below are folded."""

STATE_FORCES = ("fardc", "pnc", "pmh", "policenationale", "policedesmines", "nationalpolice",
                "miningpolice")
ARMED_GROUPS = ("groupearme", "localarmedgroup", "foreignarmedgroup", "armedgroup")
UNMEDDLING = ("pasdingerence", "nointerference")


@dataclass(frozen=True)
class Frequency:
    """How often, in both languages; `word` is of `words.FREQUENCIES`, or not stated."""

    en: str
    fr: tuple[str, ...]
    word: str = NOT_STATED
    more_en: tuple[str, ...] = ()


FREQUENCIES: tuple[Frequency, ...] = (
    Frequency("daily", ("quotidien", "quotidienne", "chaque jour"), "daily", ("every day",)),
    Frequency("once a week", ("une fois par semaine", "chaque semaine", "hebdomadaire"), "weekly",
              ("weekly", "every week")),
    Frequency("once a month", ("une fois par mois", "chaque mois", "mensuelle"), "monthly",
              ("monthly", "every month")),
    Frequency("once a year", ("annuelle", "une fois par an"), "yearly",
              ("yearly", "annual", "annually", "every year")),
    Frequency("random", ("aléatoire",), "irregular", ("randomly",)),
    Frequency("irregular", ("irrégulière",), "irregular", ("irregularly",)),
    Frequency("occasional", ("occasionnelle", "occasionelle", "occasionnellement"), "irregular",
              ("occasionally",)),
    Frequency("permanent", ("permanente", "permanent"), more_en=("permanently",)),
    Frequency("not permanent", ("non permanente",), more_en=("non permanent",)),
    Frequency("regular", ("régulière",), more_en=("regularly",)),
    Frequency("temporary", ("temporaire",), more_en=("temporarily",)),
    Frequency("more than once a week", ("plus d’une fois par semaine",)),
    Frequency("twice a week", ("deux fois par semaine",)),
    Frequency("three times a week", ("trois fois par semaine",)),
    Frequency("less than once a week", ("moins d’une fois par semaine",)),
    Frequency("once every two weeks", ("une fois tous les 15 jours",),
              more_en=("once every 15 days", "every two weeks")),
    Frequency("less than once a month", ("moins d’une fois par mois",)),
    Frequency("once every two months", ("une fois tous les deux mois",)),
    Frequency("after one or two months", ("après un ou deux mois",)),
    Frequency("after one or several months", ("après un ou plusieurs mois",)),
    Frequency("once a quarter", ("trimestrielle", "une fois par trimestre"),
              more_en=("quarterly",)),
    Frequency("every six months", ("semestrielle",), more_en=("half-yearly",)),
    Frequency("during patrols", ("lors de patrouilles",), more_en=("on patrol",)),
    Frequency("during operations", ("en cas d’intervention",)),
    Frequency("when the site is active", ("quand le site est en mouvement",)),
    Frequency("without warning", ("brusquement", "à l’improviste"), more_en=("suddenly",)),
    Frequency("rarely", ("rarement",)),
)


def stated(text: str | None) -> str:
    """Return the text without outer gaps, in one line; empty where it is a word for nothing."""
    plain = " ".join((text or "").split())
    return "" if plain.lower() in ABSENT or fold(plain) == "notstated" else plain


def answer(text: str | None) -> str | None:
    """Read an answer as `yes`, `no` or not stated; None where the word is not known."""
    word = stated(text).lower()
    if word in YES:
        return "yes"
    if word in NO:
        return "no"
    return NOT_STATED if not word or unknown(word) else None


def unknown(text: str) -> bool:
    """Tell whether a source says by a word that it does not know."""
    return fold(text) in UNKNOWN


def somebody(text: str | None) -> str:
    """Return the name of a group; empty where it is one of the words for nobody."""
    name = stated(text)
    return "" if fold(name) in NOBODY else name


def frequency(text: str) -> Frequency | None:
    """Return how often, as either language writes it; None for a word that is not known."""
    return _frequencies().get(fold(text))


def in_french(written: str, known: Frequency) -> bool:
    """Tell whether a frequency is written as French writes it."""
    return fold(written) in {fold(word) for word in known.fr}


def family(kind: str, name: str) -> str | None:
    """Tell what kind of collector it is by how the source classes it, else by its name.

    Not stated where the source does not class it; None where its class is not known.
    """
    word = fold(kind)
    if not word or word in NOBODY:
        return "state_forces" if fold(name).startswith(STATE_FORCES) else NOT_STATED
    if word.startswith(STATE_FORCES):
        return "state_forces"
    return "armed_group" if word.startswith(ARMED_GROUPS) else None


def unmeddling(kind: str) -> bool:
    """Tell whether the source classes a group as one that was not seen to interfere."""
    return any(words in fold(kind) for words in UNMEDDLING)


@cache
def _frequencies() -> dict[str, Frequency]:
    return {fold(name): f for f in FREQUENCIES for name in (f.en, *f.fr, *f.more_en)}
