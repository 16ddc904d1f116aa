"""The one list of layers: panels, legends, addresses, tables and exports follow it."""

from __future__ import annotations

from layers.base import Layer
from layers.corridors import Corridors
from layers.hexagons import Hexagons
from layers.incidents import Incidents

LAYERS: tuple[Layer, ...] = (Hexagons(), Incidents(), Corridors())
BY_ID: dict[str, Layer] = {layer.id: layer for layer in LAYERS}
