"""An error as the panel says it: by the control that it is about, not by an option's name."""

from __future__ import annotations

import re

from callbacks.later_words.export import WORDS
from data.errors import AtlasError
from data.i18n import Message, msg, say

CONTROLS: dict[str, str] = {
    "--atlas": "level", "--series": "step", "--compare": "second_to", "--brief": "region",
    "UNIT": "region", "--title": "title", "--subtitle": "subtitle", "--page": "size",
    "--dpi": "dpi", "--coarsen": "coarsen", "--view": "view", "--step": "frame",
    "--mode": "mode", "--length": "length", "--speed": "speed",
}
"""Controls by the option of the command line that means the same."""
LABELS: dict[str, Message] = {
    "--from": msg("From"), "--to": msg("To"), "--page": msg("Page size"), "--title": msg("Title"),
    "--view": msg("The map shows"), "--layers": msg("Layers"), "--length": msg("Length"),
}
"""What the page calls options that a sentence may name."""
_OPTION = re.compile(r"--[a-z][a-z-]*")


def worded(error: AtlasError, language: str) -> dict[str, str]:
    """Return the sentence, and the control that it stands at; an empty one for none."""
    values = error.message.values
    own = getattr(error, "field", "")
    control = own or CONTROLS.get(str(values.get("option")), "")
    if own or not {"option", "value", "expected"} <= set(values):
        return {"message": _in_page(error.render(language), language), "field": control}
    why = _in_page(say(values["expected"], language), language)
    said = msg("“{value}” is not possible here: {why}.",
               value=_called(control, str(values["value"])), why=why)
    return {"message": said.render(language), "field": control}


def _called(control: str, value: str) -> Message | str:
    """Return what the page calls a choice of a control; what a person wrote is itself."""
    return WORDS.get(f"export-{control}-{value.removeprefix('admin')}", value)


def _in_page(text: str, language: str) -> str:
    def named(found: re.Match[str]) -> str:
        label = LABELS.get(found[0])
        return msg("“{name}”", name=label).render(language) if label else found[0][2:]

    return _OPTION.sub(named, text)
