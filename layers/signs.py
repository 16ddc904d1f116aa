"""Letters and signs of factors and relations, since colour alone says nothing to some.

Factors of vulnerability have one letter and those of resilience two, so that the two
sides are told apart without their colours.
"""

from __future__ import annotations

FACTOR_LETTERS: dict[str, str] = {
    "terrain_borders": "B", "transit_points": "T", "isolation": "I", "complicity": "L",
    "precariousness": "P", "youth": "Y", "rivalries": "R", "exclusion": "E", "corruption": "C",
    "governance": "G", "custom": "N", "forced_collaboration": "F",
    "awareness": "Aw", "social_rejection": "Rj", "cohesion": "Ch", "alternatives": "Al",
    "infrastructure": "If", "forces": "Fo", "inclusive_governance": "Ig", "consultation": "Cs",
    "self_defence": "Sd",
}
RELATION_SIGNS: dict[str, str] = {
    "cooperation": "+", "coopetition": "±", "competition": "×", "passage": "»",
    "convergence": "=", "support": "¤",
}
