"""Who reports on an area, with which gaps, what is not loaded, and every record cited."""

from __future__ import annotations

from typing import Any

from dash import html

from callbacks.parts import facts
from callbacks.region.happened_part import address
from callbacks.region.telling import Telling, quiet, section, stated, synthetic
from data import licences
from data.evidence.base import term
from data.evidence.columns import NOT_STATED
from data.evidence.model import Claim, Document
from data.i18n import day, t
from data.profile import told
from layers import claims


def part(telling: Telling) -> html.Section:
    """Tell sources, gaps, reporting effort beside neighbours, and what is missing."""
    language, own = telling.language, telling.profile.reporting
    return section(
        "sources", t(language, "Sources and gaps"), *_reporters(telling),
        *[html.P(one.render(language))
          for one in (told.gaps(own.gaps, language) if own.gaps else ())],
        *_effort(telling), *_documents(telling), *_ground(telling),
        html.H3(t(language, "What is not told")),
        html.Ul([html.Li(told.MISSING[name].render(language)) for name in own.missing] or [
            html.Li(t(language, "Everything that this product can load is loaded."))],
            className="said"))


def _reporters(telling: Telling) -> list[Any]:
    language, own = telling.language, telling.profile.reporting
    if not own.reporters:
        return [html.P(t(language, "No source of incidents reports on it."))]
    title = t(language, "Sources of incidents")
    heads = [t(language, "Source"), t(language, "Incidents"), t(language, "Months with a report"),
             t(language, "Reports on the country from"), t(language, "To")]
    rows = [[stated(one.source, language), telling.number(one.incidents),
             telling.number(one.months), day(one.reach.first, language),
             day(one.reach.last, language)] for one in own.reporters]
    return [html.H3(title), telling.table(heads, rows, title)]


def _effort(telling: Telling) -> list[Any]:
    """Set reporting on the area beside that on its neighbours."""
    language, own = telling.language, telling.profile.reporting
    if own.own is None or not own.neighbours:
        return []
    title = t(language, "Reporting, beside that on its neighbours")
    heads = [t(language, "Unit"), t(language, "Sources"), t(language, "Months with a report"),
             t(language, "Incidents")]
    rows: list[list[Any]] = [[html.B(own.own.unit.name(language)), *_numbers(telling, own.own)]]
    rows += [[html.A(one.unit.name(language), href=address(one.unit.id, telling)),
              *_numbers(telling, one)] for one in own.neighbours]
    return [html.H3(title), telling.table(heads, rows, title), quiet(t(
        language, "Few reports may mean few incidents, or few who tell of them. Neighbours "
        "without any may simply not be covered by what is loaded."))]


def _numbers(telling: Telling, one: Any) -> list[str]:
    return [telling.number(n) for n in (one.sources, one.months, one.incidents)]


def _documents(telling: Telling) -> list[Any]:
    language, own = telling.language, telling.profile.reporting
    if not own.documents:
        return []
    title = t(language, "Documents")
    heads = [t(language, "Document"), t(language, "Publisher"), t(language, "Published"),
             t(language, "Records used")]
    rows = [[_title(document), claims.said(document.publisher, language),
             claims.said(document.published, language), telling.number(n)]
            for document, n in own.documents]
    return [html.H3(title), telling.table(heads, rows, title)]


def _title(document: Document) -> Any:
    if not document.url.startswith(("https://", "http://")):
        return document.title
    return html.A(document.title, href=document.url, rel="noreferrer")


def _ground(telling: Telling) -> list[Any]:
    """Tell the outline's own source, where it has one."""
    if telling.profile.area.level is None:
        return []
    language, area = telling.language, telling.profile.area
    licence = licences.find(area.licence)
    drawn = [(t(language, "Outline drawn by"), area.source),
             (t(language, "Licence of the outline"),
              licence.label.render(language) if licence else area.licence),
             (t(language, "State that it shows"), area.vintage)]
    return [facts(drawn), quiet(t(
        language, "Its outline implies no opinion on the status of any territory."))]


def records_part(telling: Telling) -> html.Section | None:
    """List every record that the page cites, by its number; None where it cites none."""
    if not telling.cited:
        return None
    language = telling.language
    return section(
        "records", t(language, "Records cited"),
        quiet(t(language, "Claims of the documents, not findings of this atlas.")),
        html.Ol([_record(telling, at, claim) for at, claim in telling.cited.values()],
                className="records"))


def _record(telling: Telling, at: int, claim: Claim) -> html.Li:
    language, document = telling.language, claim.cited
    section_of = telling.evidence.sections.get(claim.section)
    parts = [
        (t(language, "Section"), term(section_of.title, language) if section_of else ""),
        (t(language, "Date"), claims.date(claim, language) if claim.days
         else t(language, "undated")),
        (t(language, "How it is held"), claims.held(claim, language)),
        (t(language, "Qualifier in the document"), _given(claim.qualifier, language)),
        (t(language, "Confidence"), _given(claim.confidence, language)),
        (t(language, "Added by this atlas"), term(claim.added, language))]
    return html.Li([
        html.Span(f"[{at}] ", className="at"), claim.says(language), " ",
        synthetic(claim, language), html.Span([
            _title(document), *[f" · {telling.pair(name, value)}" for name, value in parts
                                if value]], className="cite"),
    ], id=f"record-{at}")


def _given(text: str, language: str) -> str:
    return "" if text in ("", NOT_STATED) else term(text, language)
