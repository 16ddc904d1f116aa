"""Which hexagons a map of a zoom shows; `assets/js/map.js` is told the same."""

ZOOMS = ((4.1, 3), (6.2, 4), (7.5, 5), (8.9, 6), (10.3, 7), (11.7, 8))
"""Zooms below which hexagons are of a resolution; the finest above the last."""
