"""What the browser is told once, when the page is built."""

from __future__ import annotations

from typing import Any

from callbacks import bundle, filters, help, home, ids, keys, words
from callbacks.context import ground_of
from callbacks.facets import Facets
from callbacks.map import view_of
from callbacks.state import PageState
from data import taxonomy
from data.ground import Ground
from data.store import Snapshot
from layers.palette import GROUP_COLOURS
from layers.registry import LAYERS
from layers.zooms import ZOOMS

NAMES = {
    "map": ids.MAP, "provider": ids.PROVIDER, "notices": ids.NOTICES,
    "legend": ids.LEGEND, "legendRequest": ids.LEGEND_REQUEST, "picked": ids.PICKED,
    "empty": ids.EMPTY, "emptyRequest": ids.EMPTY_REQUEST,
    "compareRequest": ids.COMPARE_REQUEST,
    "areaRequest": ids.AREA_REQUEST,
}


def of(snapshot: Snapshot | None, state: PageState, choices: Facets, base: str) -> dict[str, Any]:
    """Describe the page to its scripts; `base` is the address that it lies under."""
    language, first, ground = state.language, home.of(snapshot), ground_of(snapshot)
    return {
        "base": base,
        "snapshot": snapshot.id if snapshot else None,
        "lang": language,
        "words": words.of(language),
        "kinds": [{"id": k.id, "label": k.label(language), "group": k.group}
                  for k in taxonomy.KINDS],
        "groups": [{"id": g.id, "label": g.label(language), "letter": g.letter,
                    "colours": GROUP_COLOURS[g.id]} for g in taxonomy.GROUPS],
        "layers": _layers(state, ground),
        "optionOrder": [[layer.id, option.name] for layer in LAYERS
                        for option in layer.options(ground)],
        "domain": [choices.first.isoformat(), choices.last.isoformat()],
        "window": [day.isoformat() for day in state.window] if state.window else None,
        "selection": state.selection.to_query(),
        "res": state.resolution,
        "zooms": ZOOMS,
        "view": view_of(state.view or first),
        "viewGiven": state.view is not None,
        "home": view_of(first),
        "filters": filters.empty_values(),
        "basemap": bundle.ground(base),
        "later": {name: base + bundle.later_address(name, language)
                  for name in bundle.later()},
        "help": base + help.address(language),
        "keys": keys.actions(),
        "carried": dict(state.carried),
        "ids": NAMES,
        "problem": state.problem.render(language) if state.problem else None,
    }


def _layers(state: PageState, ground: Ground) -> list[dict[str, Any]]:
    return [
        {"id": layer.id, "draw": layer.draw, "order": layer.order, "colours": layer.colours,
         "switch": ids.layer_switch(layer.id), "group": layer.group, "follows": layer.follows,
         "gridded": layer.gridded, "on": layer.id in state.layers,
         "opacity": state.layers.get(layer.id, layer.opacity),
         "options": {option.name: option.default for option in layer.options(ground)},
         "chosen": {option.name: option.read(state.options.get((layer.id, option.name)))
                    for option in layer.options(ground)}}
        for layer in LAYERS
    ]
