"""Interventions over time, for the marks under the histogram: what was done, and when."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from data.evidence import words
from data.evidence.choose import chosen
from data.evidence.model import Intervention
from data.ground import Ground
from data.selection import Selection
from layers.base import Payload
from layers.interventions import LETTERS
from layers.parts import EPOCH


def payload(ground: Ground, selection: Selection, language: str) -> Payload:
    """Return dated interventions of a selection, the earliest first.

    The description has `items` with `id` (as claims are picked by), `label`, `kind` and
    `letter`; the columns are their `start` and `end`, days since 1970-01-01.
    """
    dated = [(one.days, one) for one in chosen(ground.evidence.interventions, selection)
             if one.days]
    found = sorted(dated, key=lambda pair: (pair[0], pair[1].id))
    days = np.array([[(day - EPOCH).days for day in span] for span, _ in found], np.int32)
    days = days.reshape(-1, 2)
    return Payload({"items": [_item(one, language) for _, one in found]},
                   {"start": days[:, 0].copy(), "end": days[:, 1].copy()})


def _item(one: Intervention, language: str) -> Mapping[str, Any]:
    return {"id": f"interventions/{one.id}", "label": one.name(language),
            "kind": words.INTERVENTIONS[one.kind].render(language), "letter": LETTERS[one.kind]}
