"""Colours, chosen to survive colour blindness, paper and a dark screen.

The ramp is sampled from batlow (F. Crameri, "Scientific colour maps", perceptually
even and safe for colour-vision deficiency), from its light end to its dark one; the
families of kinds follow Okabe and Ito's qualitative set. A family always also has a
letter, since colour alone says nothing to some.
"""

from __future__ import annotations

from dataclasses import dataclass

Themes = tuple[str, str]
"""A colour on the light page and on the dark one, as `#rrggbb`."""

RAMP_LIGHT = ("#f8b08c", "#dd9a4f", "#9d892b", "#577647", "#1c5a62", "#04215a")
RAMP_DARK = ("#1f6167", "#4d7450", "#8b8431", "#cf9343", "#f8a986", "#fbd0f4")
CIVIDIS_LIGHT = ("#dac65b", "#aba072", "#807f78", "#5a5f6e", "#2d416d", "#00224e")
CIVIDIS_DARK = ("#3b496c", "#61656f", "#848279", "#aba072", "#d5c25e", "#fee838")
VIRIDIS_LIGHT = ("#a2da37", "#3fbc73", "#1f948c", "#2f6b8e", "#443b84", "#440154")
VIRIDIS_DARK = ("#3e4989", "#2c728e", "#1f988b", "#3fbc73", "#98d83e", "#fde725")
"""Sampled from cividis (Nuñez, Anderton and Renslow, 2018) and viridis (Smith and van der Walt)."""
GREY_LIGHT = ("#c9c9c9", "#a3a3a3", "#7e7e7e", "#5b5b5b", "#3a3a3a", "#1b1b1b")
GREY_DARK = ("#4b4b4b", "#6b6b6b", "#8c8c8c", "#afafaf", "#d2d2d2", "#f7f7f7")

GROUP_COLOURS: dict[str, Themes] = {
    "cattle_theft": ("#e69f00", "#e69f00"),
    "kidnapping": ("#c4500a", "#e8762c"),
    "taxation": ("#0072b2", "#4a9fd4"),
    "seizure": ("#008f68", "#1fb58a"),
    "trafficking": ("#b8618f", "#d68fb8"),
    "predation": ("#8a6d1c", "#c0a24a"),
    "finance": ("#3d9bd1", "#8ccaf0"),
    "violence": ("#76777a", "#9a9ca0"),
    "intervention": ("#2b2b2e", "#e8e6e0"),
    "unclassified": ("#a9a6a0", "#6f6d69"),
}
CLAIM: Themes = ("#5b2a6e", "#cfa3e0")
"""What documents claim: corridors and levies, apart from anything counted."""

VULNERABLE: Themes = ("#a8480b", "#f0a06a")
RESILIENT: Themes = ("#00765a", "#3fcaa0")
RELATED: Themes = ("#374a8a", "#a7b6f0")
"""What documents say of places: factors of either side, and how groups stand to one another."""
VULNERABLE_RAMP: tuple[Themes, ...] = (
    ("#ecc9a8", "#5e3a22"), ("#d9a373", "#854f29"), ("#c47b40", "#b06a38"),
    ("#9c5222", "#dc915b"), ("#6b2d08", "#fccaa2"))
RESILIENT_RAMP: tuple[Themes, ...] = (
    ("#bfdfd0", "#1f4d41"), ("#8cc4ac", "#246b5d"), ("#55a587", "#2f8f77"),
    ("#228065", "#60bd9f"), ("#00503c", "#b8eed9"))
"""One hue a side from its lowest class to its highest, apart from the ramp of incidents."""
PAIRED: tuple[tuple[Themes, ...], ...] = (
    (("#e4e0d8", "#3b3f45"), ("#82b0bf", "#3d7288"), ("#1f7fa6", "#3fa4cc")),
    (("#d6a27a", "#926140"), ("#807a7a", "#969491"), ("#29507a", "#9ac8e2")),
    (("#c8651b", "#e8833a"), ("#7e4434", "#efb899"), ("#33224d", "#f6ecf8")))
"""Two measures at once, by class of the first and then of the second, mixed of orange and blue."""

LESS: tuple[Themes, ...] = (("#9dbbdd", "#3a5878"), ("#5a8ec6", "#5b91c8"), ("#1f5796", "#a9d2f7"))
MORE: tuple[Themes, ...] = (("#eeb375", "#7a5228"), ("#d07425", "#c9853b"), ("#8f4008", "#ffcb90"))
"""Blue and orange around a neutral middle, from a small change to a large one."""
UNCLEAR: Themes = ("#7f7a72", "#96918a")

BOUNDARY: Themes = ("#6f6a60", "#a5a096")
"""Units of a level: the ground's own grey, a little stronger."""

COMMODITY_COLOURS: dict[str, Themes] = {
    "gold": ("#a87400", "#e6b840"),
    "cocaine": ("#8b3a62", "#d890b4"),
    "drugs": ("#8b3a62", "#d890b4"),
    "cannabis": ("#3f6f2a", "#96c47e"),
    "khat": ("#3f6f2a", "#96c47e"),
    "cannabis_khat": ("#3f6f2a", "#96c47e"),
    "fuel": ("#2f4b7c", "#8fb0e8"),
    "migrants": ("#00707a", "#5cc3cc"),
    "persons": ("#00707a", "#5cc3cc"),
    "firearms": ("#43464b", "#c9ccd1"),
    "ammunition": ("#5e6269", "#aeb2b9"),
    "explosives": ("#9c3d10", "#ec9a70"),
    "medicines": ("#3b57a8", "#a3b7f2"),
    "sanitary_goods": ("#4a7ab8", "#a9cdf5"),
    "livestock": ("#7a4f1d", "#d3a672"),
    "cultural_property": ("#6b4a8e", "#bfa1e0"),
}
COMMODITY_LETTERS: dict[str, str] = {
    "gold": "Au", "cocaine": "C", "drugs": "D", "cannabis": "H", "khat": "Q",
    "cannabis_khat": "HQ", "fuel": "F", "migrants": "M", "persons": "P", "firearms": "A",
    "ammunition": "B", "explosives": "X", "medicines": "Rx", "sanitary_goods": "G",
    "livestock": "L", "cultural_property": "H", "hostages": "O", "money": "¤",
}

RAMPS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "batlow": (RAMP_LIGHT, RAMP_DARK),
    "cividis": (CIVIDIS_LIGHT, CIVIDIS_DARK),
    "viridis": (VIRIDIS_LIGHT, VIRIDIS_DARK),
    "grey": (GREY_LIGHT, GREY_DARK),
}
"""Scales that a person may choose, on the light page and on the dark one; each was measured to
rise evenly in lightness and to be told apart in colour blindness (tests/unit/layers)."""

COARSE: Themes = ("#3f6d9e", "#8fb4da")
"""Incidents known to a unit and no closer."""
SPREAD_LIGHT = ("#d3dfec", "#9db8d3", "#6b93bb", "#3f6d9e", "#1f446f")
SPREAD_DARK = ("#27435f", "#365f88", "#5584b3", "#87acd3", "#c6dbf0")
EFFORT_LIGHT = ("#e0c0d4", "#cb9dbb", "#b07099", "#8e4676", "#5f1f4e")
EFFORT_DARK = ("#5e3652", "#7b4669", "#9a5c86", "#c389b0", "#ecc3de")
"""One hue each, apart from the ramp of incidents: their shares, and how many report."""


@dataclass(frozen=True)
class Ramp:
    """Colours from the lowest class to the highest, one list a theme."""

    light: tuple[str, ...]
    dark: tuple[str, ...]


def ramp(classes: int) -> Ramp:
    """Spread the ramp over a number of classes, 1 to 7; the ends stay the ends."""
    return ramp_of("batlow", classes)


def ramp_of(name: str, classes: int) -> Ramp:
    """Spread one of `RAMPS` over a number of classes; as `ramp`. `KeyError` for another name."""
    light, dark = RAMPS[name]
    return Ramp(_spread(light, classes), _spread(dark, classes))


def spread_ramp(classes: int) -> Ramp:
    """Return the ramp of incidents spread over hexagons; as `ramp`."""
    return Ramp(_spread(SPREAD_LIGHT, classes), _spread(SPREAD_DARK, classes))


def effort_ramp(classes: int) -> Ramp:
    """Return the ramp of reporting effort; as `ramp`."""
    return Ramp(_spread(EFFORT_LIGHT, classes), _spread(EFFORT_DARK, classes))


def commodity_colours(commodity: str) -> Themes:
    """Return a commodity's colours; those of claims in general where it has none."""
    return COMMODITY_COLOURS.get(commodity, CLAIM)


def rgb(colour: str) -> tuple[int, int, int]:
    """Read `#rrggbb` as three numbers, 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _spread(stops: tuple[str, ...], classes: int) -> tuple[str, ...]:
    if classes <= 1:
        return (stops[len(stops) // 2],) * classes
    return tuple(_at(stops, i * (len(stops) - 1) / (classes - 1)) for i in range(classes))


def _at(stops: tuple[str, ...], place: float) -> str:
    low = min(int(place), len(stops) - 2)
    share = place - low
    mixed = (
        round(a + (b - a) * share)
        for a, b in zip(rgb(stops[low]), rgb(stops[low + 1]), strict=True)
    )
    return "#" + "".join(f"{part:02x}" for part in mixed)
