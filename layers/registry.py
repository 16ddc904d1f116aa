"""The one list of layers: panels, legends, addresses, tables and exports follow it."""

from __future__ import annotations

from layers.base import Layer
from layers.boundaries import Boundaries
from layers.coarse import Coarse
from layers.corridors import Corridors
from layers.difference import Difference
from layers.effort import Effort
from layers.flows import Flows
from layers.hexagons import Hexagons
from layers.incidents import Incidents
from layers.interventions import Interventions
from layers.mining import Mining
from layers.relations import Relations
from layers.resilience import Resilience
from layers.seizures import Seizures
from layers.sites import Sites
from layers.taxation import Taxation
from layers.vulnerability import Vulnerability

LAYERS: tuple[Layer, ...] = (
    Boundaries(), Effort(), Hexagons(), Difference(), Coarse(), Vulnerability(), Resilience(),
    Taxation(), Interventions(), Mining(), Incidents(), Seizures(), Corridors(), Flows(),
    Relations(), Sites())
BY_ID: dict[str, Layer] = {layer.id: layer for layer in LAYERS}
