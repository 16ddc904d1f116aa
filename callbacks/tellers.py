"""How a layer's marks are told in the details panel, where a mark is more than one claim."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from callbacks import (
    boundaries_details,
    chains,
    coarse_details,
    corridor_details,
    difference_details,
    effort_details,
    factor_details,
    interventions_details,
    mining_details,
    region_details,
    region_links,
    relation_details,
    seizure_details,
    site_details,
    taxation_details,
)
from callbacks.asked import Asked

Teller = Callable[[Asked], Any]

TELLERS: dict[str, Teller] = {
    "boundaries": boundaries_details.tell,
    chains.LAYER: chains.tell,
    "coarse": coarse_details.tell,
    difference_details.LAYER: difference_details.tell,
    "effort": effort_details.tell,
    "corridors": corridor_details.tell,
    "interventions": interventions_details.tell,
    "mining": mining_details.tell,
    region_links.LAYER: region_details.tell,
    "relations": relation_details.tell,
    "resilience": factor_details.tell,
    "sites": site_details.tell,
    "seizures": seizure_details.tell,
    "taxation": taxation_details.tell,
    "vulnerability": factor_details.tell,
}
"""By layer; a layer without one has single claims as marks, which are told as they are."""
