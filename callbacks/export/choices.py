"""Which choices have an effect on a form; the others are neither shown nor read."""

from __future__ import annotations

from data.packages.order import MAPS
from layers.exports.forms import FORMS, Form

SHEET = ("size", "standing", "language", "title", "subtitle", "view", "coarsen")
AT_REST = ("chart",)
PACKAGE = ("language", "coarsen", "notes")
ANIMATION = ("mode", "frame", "length", "speed")
SEVERAL = ("several", "level", "step", "region", "first_from", "first_to", "second_from",
           "second_to")
WITH_DOTS = ("png", "pptx", "docx")
"""Forms that hold a picture whose dots are chosen; an animation has as many as suit it."""
OFFICE = "application/vnd.openxmlformats"


def choices(name: str) -> tuple[str, ...]:
    """Return the names of the choices that change a file of a form."""
    form = FORMS[name]
    found: tuple[str, ...] = SHEET if form.drawn else PACKAGE
    if form.several:
        found += SEVERAL
    if name in WITH_DOTS:
        found += ("dpi",)
    if form.drawn:
        found += ANIMATION if animated(form) else AT_REST
    return found


def animated(form: Form) -> bool:
    """Tell whether a form runs through time."""
    return form.media == "image/gif" or form.media.startswith("video/")


def layered(name: str) -> bool:
    """Tell whether a form holds the layers that the page shows."""
    return FORMS[name].drawn or name in MAPS


def group(name: str) -> str:
    """Return which group of forms a form stands in."""
    form = FORMS[name]
    if not form.drawn:
        return "data"
    if animated(form):
        return "animation"
    return "documents" if form.media.startswith(OFFICE) else "sheets"
