"""An error as the panel says it: by the control that it is about, not by an option's name."""

from __future__ import annotations

from data.errors import AtlasError
from data.i18n import msg, say

CONTROLS: dict[str, str] = {
    "--atlas": "level", "--series": "step", "--compare": "second_to", "--brief": "region",
    "UNIT": "region", "--title": "title", "--subtitle": "subtitle", "--page": "size",
    "--dpi": "dpi", "--coarsen": "coarsen", "--view": "view", "--step": "frame",
    "--mode": "mode", "--length": "length", "--speed": "speed",
}
"""Controls by the option of the command line that means the same."""


def worded(error: AtlasError, language: str) -> dict[str, str]:
    """Return the sentence, and the control that it stands at; an empty one for none."""
    values = error.message.values
    own = getattr(error, "field", "")
    control = own or CONTROLS.get(str(values.get("option")), "")
    if own or not {"option", "value", "expected"} <= set(values):
        return {"message": error.render(language), "field": control}
    why = say(values["expected"], language)
    said = msg("“{value}” is not possible here: {why}.", value=values["value"], why=why)
    return {"message": said.render(language), "field": control}
