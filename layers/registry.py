"""The one list of layers: panels, legends, addresses, tables and exports follow it."""

from __future__ import annotations

from layers.base import Layer
from layers.corridors import Corridors
from layers.hexagons import Hexagons
from layers.incidents import Incidents
from layers.taxation import Taxation

LAYERS: tuple[Layer, ...] = (Hexagons(), Taxation(), Incidents(), Corridors())
BY_ID: dict[str, Layer] = {layer.id: layer for layer in LAYERS}
