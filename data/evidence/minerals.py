"""Minerals by their names in English and French, and the commodity that each is counted as."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from data.taxonomy import fold


@dataclass(frozen=True)
class Mineral:
    """A mineral; `commodity` is a word of `words.COMMODITIES`.

    A mixture that has no commodity of its own is listed with that of its parts.
    """

    en: str
    fr: str
    commodity: str


MINERALS: tuple[Mineral, ...] = (
    Mineral("gold", "or", "gold"),
    Mineral("cassiterite", "cassitérite", "tin_tantalum_tungsten"),
    Mineral("coltan", "coltan", "tin_tantalum_tungsten"),
    Mineral("wolframite", "wolframite", "tin_tantalum_tungsten"),
    Mineral("mixed minerals (cassiterite/coltan)", "minerais mixtes (cassitérite/coltan)",
            "tin_tantalum_tungsten"),
    Mineral("copper", "cuivre", "copper_cobalt"),
    Mineral("cobalt", "cobalt", "copper_cobalt"),
    Mineral("digenite", "digénite", "copper_cobalt"),
    Mineral("diamond", "diamant", "diamonds"),
    Mineral("amethyst", "améthyste", "other_minerals"),
    Mineral("arsenopyrite", "arsénopyrite", "other_minerals"),
    Mineral("bauxite", "bauxite", "other_minerals"),
    Mineral("coal", "charbon", "other_minerals"),
    Mineral("galena", "galène", "other_minerals"),
    Mineral("iron", "fer", "other_minerals"),
    Mineral("lead", "plomb", "other_minerals"),
    Mineral("manganese", "manganèse", "other_minerals"),
    Mineral("monazite", "monazite", "other_minerals"),
    Mineral("niobium", "niobium", "other_minerals"),
    Mineral("pyrochlore", "pyrochlore", "other_minerals"),
    Mineral("quartz", "quartz", "other_minerals"),
    Mineral("sapphire", "saphir", "other_minerals"),
    Mineral("silver", "argent", "other_minerals"),
    Mineral("titanium", "titane", "other_minerals"),
    Mineral("tourmaline", "tourmaline", "other_minerals"),
    Mineral("zircon", "zircon", "other_minerals"),
)


def find(text: str) -> Mineral | None:
    """Return the mineral of that name in either language, whatever its case and accents."""
    return _index().get(fold(text))


@cache
def _index() -> dict[str, Mineral]:
    index = {fold(name): m for m in MINERALS for name in (m.en, m.fr)}
    # Plurals, as English copies have them.
    return {**{f"{name}s": m for name, m in index.items()}, **index}
