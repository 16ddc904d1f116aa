"""How mining sites look: a mineral's colour and letter, and whether someone taxes there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from data.evidence import words
from data.i18n import Message, msg, t
from layers.legend import Entry
from layers.levy_looks import BY_COLLECTOR, SEVERAL, Look
from layers.palette import COMMODITY_COLOURS, Themes
from layers.style import FINE, Style

TAXED, UNTAXED, UNSTATED, WIDE = "taxed", "untaxed", "unstated", "wide"
STATES: dict[str, Message] = {
    TAXED: msg("taxed"), UNTAXED: msg("not taxed"), UNSTATED: msg("not stated whether taxed"),
    WIDE: msg("somewhere in a unit or country"),
}
"""Whether a site is taxed, or that it is not known well enough to be a point at all."""
UNNAMED = "unnamed"
COLLECTORS: dict[str, Look] = {
    **{name: BY_COLLECTOR[name] for name in ("armed_group", "state_forces")},
    "other": BY_COLLECTOR["other"], SEVERAL: BY_COLLECTOR[SEVERAL],
    UNNAMED: Look(msg("not stated by whom"), ("#76777a", "#b4b6ba"), 0),
}
NOBODY: Themes = ("#5e6269", "#aeb2b9")


@dataclass(frozen=True)
class Ore:
    """A mineral's letter and colour."""

    letter: str
    colours: Themes


OTHER = "other_minerals"
ORES: dict[str, Ore] = {
    "gold": Ore("Au", COMMODITY_COLOURS["gold"]),
    "tin_tantalum_tungsten": Ore("3T", ("#1f5fa8", "#7db4f0")),
    "copper_cobalt": Ore("Cu", ("#00707a", "#5cc3cc")),
    "diamonds": Ore("D", ("#8b3a62", "#d890b4")),
    OTHER: Ore("M", ("#5b5f2a", "#b9bf7a")),
    "": Ore("?", ("#5e6269", "#aeb2b9")),
}
"""By the commodity that a mineral is counted as; the last where none is stated."""

RADIUS, WIDE_RADIUS = 6.5, 8.0
CLASSES: tuple[tuple[int, float], ...] = ((250, 11.0), (50, 8.5), (0, 6.0))
"""Persons at work from which a symbol has its radius, pixels."""
UNCOUNTED = 4.0
"""Radius where the number of persons is not stated: too small for a letter."""


def radius(workers: int | None) -> float:
    """Return the radius that says how many persons are at work, pixels."""
    if workers is None:
        return UNCOUNTED
    return next(size for least, size in CLASSES if workers >= least)


def ore(commodity: str) -> str:
    """Return the commodity under which a site is drawn."""
    return commodity if commodity in ORES else OTHER


def entries(by: str, language: str) -> Iterator[Entry]:
    """Return an entry for each look of a site, by mineral or by collector."""
    for name, one in ORES.items():
        label = _mineral(name, language)
        if by == "mineral":
            for state in (TAXED, UNTAXED, UNSTATED):
                yield Entry(_style(one.colours, state, one.letter),
                            f"{label} – {STATES[state].render(language)}", f"{name}-{state}")
        yield Entry(_style(one.colours, WIDE, one.letter),
                    f"{label} – {STATES[WIDE].render(language)}", f"{name}-{WIDE}")
    if by == "collector":
        yield from _collectors(language)


def sizes(language: str) -> tuple[Entry, ...]:
    """Return what the sizes of symbols mean."""
    said = (t(language, "250 persons at work or more"), t(language, "50 to 249"),
            t(language, "fewer than 50"))
    return (
        *(Entry(Style("symbol", NOBODY, radius=size, hollow=True), label)
          for (_, size), label in zip(CLASSES, said, strict=True)),
        Entry(Style("symbol", NOBODY, radius=UNCOUNTED, hollow=True),
              t(language, "number of persons not stated")))


def _collectors(language: str) -> Iterator[Entry]:
    for name, look in COLLECTORS.items():
        yield Entry(_style(look.colours, TAXED), t(
            language, "taxed: {who}", who=look.label.render(language)), name)
    for state in (UNTAXED, UNSTATED):
        yield Entry(_style(NOBODY, state), STATES[state].render(language), state)


def _mineral(name: str, language: str) -> str:
    return words.COMMODITIES[name].render(language) if name else t(language, "Mineral not stated")


def _style(colours: Themes, state: str, letter: str = "") -> Style:
    size = WIDE_RADIUS if state == WIDE else RADIUS
    return Style("symbol", colours, radius=size, letter=letter, hollow=state != TAXED,
                 dash=FINE if state in (UNSTATED, WIDE) else None)
