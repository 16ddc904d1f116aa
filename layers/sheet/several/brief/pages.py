"""The two pages of a brief on a region."""

from __future__ import annotations

from dataclasses import dataclass, replace

from matplotlib.figure import Figure

from data.i18n import t
from data.profile import told
from data.profile.area import COUNTRY, Area, everywhere, find
from data.profile.build import build
from data.selection import Selection
from data.sentence import what, when
from data.settle import settled
from layers.sheet.description import Sheet
from layers.sheet.press import Press
from layers.sheet.several.brief.region import found
from layers.sheet.several.brief.typeset import typeset
from layers.sheet.several.page import Page, plain
from layers.sheet.several.units import bounds

PAGES = 2


@dataclass(frozen=True)
class Leaf:
    """A page of a brief.

    Attributes:
        sheet: what its map shows.
        unit: id of the region.
        filters: of the profile.
        at: 0 for the first page, 1 for the second.
        name: of the region, as files have it.
    """

    sheet: Sheet
    unit: str
    filters: Selection
    at: int
    name: str

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """What the map of the first page shows."""
        return (self.sheet,)

    def draw(self, press: Press) -> Figure:
        """Draw it."""
        profile = build(find(press.ground, self.unit), self.filters, press.snapshot, press.ground,
                        press.rules)
        return typeset(self.sheet, profile, press, self.at)


def brief(sheet: Sheet, region: str, press: Press) -> tuple[Page, ...]:
    """Return the pages of a brief on a region, by its id or name.

    The region takes the place of the selection's own filters by place.

    Raises:
        UsageError: no region is called so, or several are.
    """
    area = found(region, press, sheet.language)
    mapped = replace(
        sheet, selection=_within(sheet.selection, area, press), outlined=area.unit.id,
        extent=None if sheet.view else bounds(area.shape), chart="none",
        title=told.title(area, sheet.language) if sheet.title is None else sheet.title)
    leaves = (Leaf(mapped, area.unit.id, sheet.selection, at, plain(area.name("en")))
              for at in range(PAGES))
    return tuple(replace(one, sheet=replace(mapped, subtitle=_subtitle(sheet, one.at)))
                 for one in leaves)


def _within(selection: Selection, area: Area, press: Press) -> Selection:
    bare = everywhere(selection)
    if area.level == COUNTRY:
        return replace(bare, countries=(area.iso2,))
    return settled(replace(bare, picked=(area.unit.id,)), press.ground)


def _subtitle(sheet: Sheet, at: int) -> str:
    language, bare = sheet.language, everywhere(sheet.selection)
    said = [what(bare, language), when(bare, language) or t(language, "all dates")]
    if sheet.subtitle is not None:
        said = [sheet.subtitle] if sheet.subtitle else []
    said.append(t(language, "page {at} of {all}", at=at + 1, all=PAGES))
    return " · ".join(said)
