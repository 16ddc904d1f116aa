"""How a mark looks, said once: the map, the sheet and the legend draw by the same words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from layers.palette import Themes

Form = Literal["hexagon", "fill", "hatch", "outline", "line", "arc", "symbol", "dot", "ring"]
Dash = tuple[float, float]

UNSURE: Dash = (11, 7)
"""A path that is not known, or a claim that is not confirmed."""
DOUBTFUL: Dash = (3, 6)
"""What a document itself only believes."""
FINE: Dash = (3.5, 2.5)
"""The edge of a symbol that stands for what people believe or perceive."""


@dataclass(frozen=True)
class Style:
    """The look of one legend entry and of all its marks.

    Attributes:
        form: what is drawn.
        colours: on the light page and on the dark one.
        width: of lines and edges, pixels.
        dash: pixels drawn and left out; None for a line in one piece.
        arrow: whether a line shows its direction.
        angle: of a hatch, degrees anticlockwise from the east, so that hatches tell apart.
        sparse: a hatch so wide that it claims no extent.
        radius: of a symbol, pixels; a mark may have one of its own.
        letter: within a symbol or a hexagon, since colour alone says nothing to some.
        hollow: a symbol without a filling.
        alpha: 0 to 1.
    """

    form: Form
    colours: Themes
    width: float = 1.5
    dash: Dash | None = None
    arrow: bool = False
    angle: float = 45.0
    sparse: bool = False
    radius: float = 7.0
    letter: str = ""
    hollow: bool = False
    alpha: float = 1.0
