"""Which options have an effect on which forms; one without any is refused, not passed over."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Collection
from typing import Any

from data.errors import UsageError
from data.i18n import msg
from data.packages.order import MAPS
from layers.exports.forms import FORMS

Applies = Callable[[str], bool]
DOTS = ("png", "pptx", "docx", "gif", "mp4")
"""Forms that hold pictures made of dots."""
TEXTS = ("docx", "pptx", "pdf")


def _drawn(form: str) -> bool:
    return FORMS[form].drawn


def animated(form: str) -> bool:
    """Tell whether a form runs through time."""
    return FORMS[form].media == "image/gif" or FORMS[form].media.startswith("video/")


EFFECTS: dict[str, Applies] = {
    **dict.fromkeys(("page", "portrait", "title", "subtitle", "made_on", "view", "fit"), _drawn),
    "chart": lambda form: _drawn(form) and not animated(form),
    "dpi": lambda form: form in DOTS,
    **dict.fromkeys(("layers", "res", "option"), lambda form: _drawn(form) or form in MAPS),
    "no_notes": lambda form: not _drawn(form) or form in TEXTS,
    **dict.fromkeys(("atlas", "series", "compare", "brief"), lambda form: FORMS[form].several),
    **dict.fromkeys(("mode", "step", "length", "speed"), animated),
}
"""By the name of an option's value among the arguments; what is not here is for every form."""


def given(args: argparse.Namespace) -> dict[str, Any]:
    """Return the options that a person gave, by the name of their values."""
    return {name: value for name, value in vars(args).items()
            if value is not None and value is not False and value != []}


def written(name: str) -> str:
    """Write the name of an option's value as the option."""
    return "--" + name.rstrip("_").replace("_", "-")


def require_effect(args: argparse.Namespace, form: str) -> None:
    """Raise `UsageError` for an option that changes nothing about what is to be written."""
    for name in given(args):
        applies = EFFECTS.get(name)
        if applies is not None and not applies(form):
            able = ", ".join(one for one in FORMS if applies(one))
            raise UsageError(msg("{option} has no effect on {form}; it is for {forms}.",
                                 option=written(name), form=form, forms=able))
    if args.atlas and args.view:
        raise UsageError(msg("{option} has no effect beside {verb}.", option="--view",
                             verb="--atlas"))


def require_alone(args: argparse.Namespace, verb: str, beside: Collection[str]) -> None:
    """Raise `UsageError` for an option that has no meaning beside another one."""
    for name in given(args):
        if name != verb and name not in beside:
            raise UsageError(msg("{option} has no effect beside {verb}.", option=written(name),
                                 verb=written(verb)))
