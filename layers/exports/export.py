"""An export as it is asked for: with the data and the settings, all that decides its bytes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from data.errors import UsageError, wrong_value
from data.i18n import is_line, msg
from data.selection import Selection
from layers.exports.clock import Clock
from layers.exports.forms import FORMS
from layers.exports.many import Many
from layers.sheet.description import Sheet
from layers.sheet.formats import DPI


@dataclass(frozen=True)
class Export:
    """One export.

    Attributes:
        form: one of `FORMS`.
        sheet: selection, layers, language, and what is left out; of what is drawn also page,
            view and words.
        many: several sheets instead of one; None for a single one.
        clock: how an animation runs.
        dpi: dots an inch of what is drawn as points.
        link: the page's query that shows the same, where a page asked.
    """

    form: str
    sheet: Sheet = field(default_factory=Sheet)
    many: Many | None = None
    clock: Clock = field(default_factory=Clock)
    dpi: int = DPI
    link: str = ""

    def __post_init__(self) -> None:
        if self.form not in FORMS:
            raise wrong_value("--format", self.form, msg(
                "the forms are {forms}", forms=", ".join(FORMS)))
        if self.many is not None and not FORMS[self.form].several:
            able = ", ".join(name for name, form in FORMS.items() if form.several)
            raise wrong_value(self.many.option, self.many.value, msg(
                "{form} holds one map; several go into {able}", form=self.form, able=able))
        for option, text in (("--title", self.sheet.title), ("--subtitle", self.sheet.subtitle)):
            # Not said again: a terminal would obey it.
            if text is not None and not is_line(text):
                raise UsageError(msg(
                    "A character that cannot be printed stands in {option}; type it again "
                    "instead of pasting it.", option=option))

    def of(self, selection: Selection) -> Export:
        """Return the same export of another selection."""
        return replace(self, sheet=self.sheet.of(selection))
