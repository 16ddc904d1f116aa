"""What documents say holds places together against illicit economies."""

from __future__ import annotations

from data.evidence.words import RESILIENCES
from data.i18n import msg
from layers.factors import Factors
from layers.palette import RESILIENT, RESILIENT_RAMP


class Resilience(Factors):
    """Factors of resilience where documents name them, or an index of them by unit."""

    id = "resilience"
    title = msg("Resilience")
    says = msg(
        "What documents name as holding places together, where they name it, with the risks "
        "that they see in it. It is what was written about, not a measure of every place: "
        "nothing is spread to a wider area, and where nothing is shown nothing was found.")
    order = 26
    colours = RESILIENT
    side = "resilience"
    factors = RESILIENCES
    weighing = msg("Weights of factors of resilience in the index")
    ramp = RESILIENT_RAMP
    places_title = msg("Factors of resilience, as documents name them")
    index_title = msg("Index of factors of resilience, 0 to 100")
