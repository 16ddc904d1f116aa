"""What a document says of a map in words: numbers, sources, licences, dates, and what it shows."""

from __future__ import annotations

from data.i18n import clauses, number, t
from data.settings import Settings
from layers.documents.tables import by_kind
from layers.sheet.description import Sheet
from layers.sheet.furniture.foot import remarks, source_line
from layers.sheet.furniture.numbers import told
from layers.sheet.gather import Content
from layers.sheet.press import Press


def numbers(content: Content, language: str) -> str:
    """Say every number of incidents in one line."""
    said = [words if count is None else f"{number(count, language)} {words}"
            for words, count in told(content, language)]
    return t(language, "Incidents: {numbers}.", numbers=clauses(
        [one.rstrip(".") for one in said], language))


def numbers_of(sheets: tuple[Sheet, ...], content: Content, press: Press) -> str:
    """Say the numbers of a page's map; of one that compares, the incidents of each side."""
    language = sheets[0].language
    sides = by_kind(press, sheets)
    if len(sides.columns) == 1:
        return numbers(content, language)
    return t(language, "Incidents: {numbers}.", numbers=clauses(
        [f"{name}, {number(n, language)}" for name, n in
         zip(sides.columns, sides.totals, strict=True)], language))


def sources(content: Content, language: str) -> list[str]:
    """List sources with publisher and licence, a line each."""
    if not content.sources:
        return [t(language, "None: nothing is drawn.")]
    return [" · ".join(part for part in (source_line(one), one.url) if part)
            for one in content.sources]


def citations(content: Content, language: str) -> list[str]:
    """Say how sources ask to be cited, a line each."""
    return [t(language, "Cite as: {citation}", citation=said) for said in content.citations]


def about(sheet: Sheet, content: Content, settings: Settings) -> list[str]:
    """Say what is invented, what boundaries mean, dates, hashes, and how to find it again."""
    said = remarks(sheet, content, settings)
    if not settings.public_address:
        said.append(t(sheet.language, "Selection code: {code}", code=content.code))
    return said


def drawn(content: Content, language: str) -> str:
    """Describe the map for a person who cannot see it."""
    layers = [part.legend.title for part in reversed(content.parts)]
    said = [t(language, "Map"), content.title, content.subtitle, *layers]
    return ". ".join([*(one for one in said if one), numbers(content, language)])


def credits(content: Content, settings: Settings, language: str) -> str:
    """Say in a line what must stand on every slide: sources, day, boundaries, code."""
    names = list(dict.fromkeys(one.title for one in content.sources))
    shown = ", ".join(names[:MOST])
    if len(names) > MOST:
        shown = t(language, "{names} and {n} more", names=shown, n=len(names) - MOST)
    said = [t(language, "Sources: {names}", names=shown)] if names else []
    if content.as_of:
        said.append(t(language, "Data as of {date}", date=content.as_of))
    said.append(t(language, "Boundaries imply no opinion on the status of any territory"))
    if settings.disclaimer:
        said.append(settings.disclaimer.rstrip("."))
    said.append(t(language, "Selection code: {code}", code=content.code))
    return " · ".join(said) + "."


MOST = 3
"""Sources named on a slide itself; its notes name all."""
