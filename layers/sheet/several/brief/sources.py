"""Who tells of a region, with which gaps, and the documents that the brief cites."""

from __future__ import annotations

from data.evidence.model import Document
from data.i18n import nmsg, t
from data.profile import told
from data.profile.reporting import Reporter
from layers import claims
from layers.sheet.flow import Item
from layers.sheet.several.brief.telling import Telling


def gaps(telling: Telling) -> list[Item]:
    """Tell who reports, in how many months nobody did, and what is not loaded."""
    language, own = telling.language, telling.profile.reporting
    found = [telling.title(t(language, "Sources and gaps"))]
    if own.reporters:
        found += telling.bullets([_reporter(one, language) for one in own.reporters])
    else:
        found += telling.said(t(language, "No source of incidents reports on it."))
    if own.gaps:
        found += telling.said(*(one.render(language) for one in told.gaps(own.gaps, language)))
    missing = [told.MISSING[name].render(language) for name in own.missing]
    if missing:
        found += [telling.head(t(language, "What is not told")),
                  *map(telling.bullet, missing)]
    return found


def _reporter(one: Reporter, language: str) -> str:
    source = one.source or t(language, "not stated")
    months = nmsg("{count} month", "{count} months", one.months).render(language)
    said = nmsg("{count} incident in {months}", "{count} incidents in {months}", one.incidents,
                months=months).render(language)
    return t(language, "{name}: {value}", name=source, value=said)


def documents(telling: Telling) -> list[Item]:
    """List the documents that are cited, each by its number; told last, when they are known."""
    known = {document.id: document for document, _ in telling.profile.reporting.documents}
    if not telling.cited:
        return []
    said = [f"[{at}] {_document(known[id], telling.language)}"
            for id, at in telling.cited.items()]
    return [telling.title(t(telling.language, "Documents cited")),
            *(line for one in said for line in telling.quiet(one)),
            *telling.quiet(t(telling.language, "What they say are their claims, not findings of "
                             "this atlas."))]


def _document(one: Document, language: str) -> str:
    parts = (one.title, claims.said(one.publisher, language), claims.said(one.published, language))
    return " · ".join(part for part in parts if part)
