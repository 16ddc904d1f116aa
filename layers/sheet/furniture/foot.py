"""The foot of a sheet: sources with licences and citations, dates, disclaimers and hashes."""

from __future__ import annotations

from dataclasses import dataclass

from data.i18n import clauses, day, nmsg, t
from data.settings import Settings
from layers.legend import Source
from layers.sheet.canvas import INK, QUIET
from layers.sheet.description import Sheet
from layers.sheet.flow import Item, balanced, tall
from layers.sheet.furniture.words import paragraph
from layers.sheet.gather import Content

SIZE = 5.6
SMALLER = (1.0, 0.92, 0.84)
"""Shares of the size of letters, tried one after another until all has its place."""


@dataclass(frozen=True, eq=False)
class About:
    """What is said: of the sheet, its content, and the organisation.

    `inset` tells whether a locator stands: not where the map itself shows as much.
    """

    sheet: Sheet
    content: Content
    settings: Settings
    inset: bool = True


def columns(
    about: About, room: float, count: int, most: float
) -> tuple[list[list[Item]], float]:
    """Part the foot into so many columns of a width, at most so tall, points.

    Where even small letters need more, the last sources give way to a sentence that says how
    many they are.

    Returns:
        The columns, and how tall the tallest is.
    """
    content = about.content
    for share in SMALLER:
        found = balanced(_items(about, room, share), count, most)
        if found is not None:
            return found, max(tall(one) for one in found)
    for kept in range(len(content.sources), -1, -1):
        found = balanced(_items(about, room, SMALLER[-1], kept), count, most)
        if found is not None:
            break
    assert found is not None, "what must stand on a sheet has room on every page"
    return found, max(tall(one) for one in found)


def _items(
    about: About, room: float, share: float, kept: int | None = None
) -> list[Item]:
    sheet, content = about.sheet, about.content
    language, size = sheet.language, SIZE * sheet.type * share
    sources = content.sources if kept is None else content.sources[:kept]
    found = [paragraph(t(language, "Sources"), room, size, bold=True, keep=True, name="foot",
                       after=0.0)]
    for one in sources:
        found.append(paragraph(source_line(one), room, size, ink=INK, name="foot", after=0.08))
    if not content.sources:
        found.append(paragraph(t(language, "None: nothing is drawn."), room, size, name="foot"))
    if kept is not None and kept < len(content.sources):
        more = nmsg("and {count} more source, which the atlas lists",
                    "and {count} more sources, which the atlas lists",
                    len(content.sources) - kept).render(language)
        found.append(paragraph(more, room, size, name="foot"))
    for said in content.citations if kept is None else ():
        found.append(paragraph(t(language, "Cite as: {citation}", citation=said), room, size,
                               ink=QUIET, name="foot", after=0.08))
    found += [paragraph(said, room, size, ink=QUIET, name="foot", after=0.22)
              for said in remarks(about.sheet, about.content, about.settings)]
    return found


def source_line(one: Source) -> str:
    """Write a source on one line: title, publisher, licence."""
    return " · ".join(part for part in (one.title, one.publisher, one.licence) if part)


def remarks(sheet: Sheet, content: Content, settings: Settings) -> list[str]:
    """Say what is invented, what boundaries mean, dates, hashes, and the link."""
    language = sheet.language
    found = [
        t(language, "Boundaries are generalised and imply no opinion on the status of any "
          "territory. Dashed: disputed."),
        t(language, "Boundaries and land: {vintage}.", vintage=t(
            language, "Natural Earth 1:10m in the region, 1:50m elsewhere"))]
    if content.synthetic:
        found.insert(0, t(language, "Contains synthetic demonstration data: invented, not "
                          "findings."))
    if settings.disclaimer:
        found.append(settings.disclaimer)
    dates = []
    if content.as_of:
        dates.append(t(language, "Data as of {date}", date=day(content.as_of, language)))
    if sheet.made_on:
        dates.append(t(language, "made on {date}", date=day(sheet.made_on, language)))
    marks = [t(language, "data hash {hash}", hash=content.digest),
             t(language, "snapshot {id}", id=content.snapshot)]
    found += [clauses([*dates, *marks], language)]
    if settings.public_address:
        found.append(settings.public_address + "?" + content.link)
    return found
