"""What a person may choose about classes and their colours; the same for every classed layer."""

from __future__ import annotations

from itertools import pairwise
from typing import cast

from data.analysis.methods import FEWEST, MOST, Choice, Method
from data.i18n import Message, msg, t
from layers.base import Request
from layers.options import Option
from layers.palette import Ramp, ramp_of

GROUP = msg("Classes and colours")


def typed(text: str) -> tuple[float, ...] | Message:
    """Read bounds as a person types them: numbers apart by spaces or semicolons.

    A comma or a point within a number is the decimal sign; a comma after one parts it from
    the next. Returns the numbers, or what is wrong with them.
    """
    words = text.replace(";", " ").replace(", ", " ").rstrip(", ").split()
    numbers = []
    for word in words:
        try:
            numbers.append(float(word.replace(",", ".")))
        except ValueError:
            return msg("“{word}” is not a number. Write where classes begin, such as: 5 20 100",
                       word=word)
    if not 1 <= len(numbers) < MOST:
        return msg("Write 1 to {most} numbers, where classes after the first begin.",
                   most=MOST - 1)
    if not all(0 < one < float("inf") for one in numbers):
        return msg("Bounds are above 0: hexagons without incidents are not drawn.")
    for before, after in pairwise(numbers):
        if after <= before:
            return msg("Bounds rise: {after} does not come after {before}.",
                       after=after, before=before)
    return tuple(numbers)


def _faults(text: str) -> Message | None:
    found = typed(text)
    return found if isinstance(found, Message) else None


METHOD = Option("classes", msg("How classes are made"), "log", (
    ("log", msg("Round numbers, logarithmic")),
    ("quantile", msg("Quantiles: as many values in each")),
    ("equal", msg("Equal intervals")),
    ("natural", msg("Natural breaks (Fisher and Jenks)")),
    ("hand", msg("By hand"))), group=GROUP)
COUNT = Option("class-count", msg("Most classes"), "6", low=FEWEST, high=MOST, step=1, group=GROUP)
BOUNDS = Option("bounds", msg("Bounds by hand"), "", group=GROUP, faults=_faults, hint="5 20 100")
COLOURS = Option("colours", msg("Colour scale"), "batlow", (
    ("batlow", msg("Batlow: orange to blue")),
    ("cividis", msg("Cividis: yellow to blue")),
    ("viridis", msg("Viridis: green to violet")),
    ("grey", msg("Grey, for print"))), group=GROUP)

OPTIONS = (METHOD, COUNT, BOUNDS)
"""Of a layer whose colours are its own."""


def choice_of(request: Request) -> Choice:
    """Return how classes are to be made; by hand only where bounds can be read."""
    bounds = typed(request.chosen(BOUNDS))
    return Choice(cast("Method", request.chosen(METHOD)), int(float(request.chosen(COUNT))),
                  () if isinstance(bounds, Message) else bounds)


def chosen_ramp(request: Request, classes: int) -> Ramp:
    """Return the colour scale that was chosen."""
    return ramp_of(request.chosen(COLOURS), classes)


def note(request: Request) -> str:
    """Say how classes came about, and that they stay while time moves."""
    language, choice = request.language, choice_of(request)
    if choice.method == "hand" and not choice.bounds:
        return t(language, "No bounds were given by hand, so classes begin with round numbers.")
    if choice.method == "hand":
        return t(language, "Classes as given by hand. A colour means the same in every window.")
    if request.classes is not None:
        return t(language, "Classes are made of all sheets together, so a colour means the same on "
                 "each.")
    return t(language, "Classes are made of what hexagons hold in every window of this length, "
             "wherever it stands: so a colour means the same while the clock moves.")
