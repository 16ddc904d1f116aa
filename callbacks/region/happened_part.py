"""What was recorded in an area, in tables and sentences."""

from __future__ import annotations

from typing import Any

from dash import html

from callbacks.incident_details import when
from callbacks.parts import mark
from callbacks.region.telling import Telling, quiet, section, stated
from data import taxonomy
from data.i18n import Message, day, nmsg, t
from data.model import ROLE_LABELS
from data.profile import told
from data.profile.happened import Count, Happened
from layers.palette import GROUP_COLOURS


def part(telling: Telling) -> html.Section:
    """Tell what was recorded, by kind, exactness, unit and actor, and deaths by source."""
    language, own = telling.language, telling.profile.happened
    return section(
        "happened", t(language, "What was recorded"),
        html.P(told.counted(telling.profile).render(language)), _people(telling),
        *[html.P(told.apart(one, language).render(language)) for one in own.apart
          if one.incidents],
        *_kinds(telling), *_deaths(telling), *_exactness(telling), *_parts(telling),
        *_actors(telling), *_latest(telling))


def _people(telling: Telling) -> html.P:
    """Say how large the area is, and how many live there where that is loaded."""
    language, own = telling.language, telling.profile.living
    said = [t(language, "It measures {km2} km².", km2=round(own.km2)),
            *[one.render(language) for one in told.people(own, language)]]
    return html.P(" ".join(said))


def _kinds(telling: Telling) -> list[Any]:
    language, own = telling.language, telling.profile.happened
    if not own.kinds:
        return []
    title = t(language, "By kind")
    heads = [t(language, "Kind"), t(language, "Incidents"), t(language, "Share"),
             t(language, "From"), t(language, "To")]
    most = own.kinds[0].incidents
    rows = [[_kind(one.key, language), telling.number(one.incidents), _bar(one, most),
             day(one.first, language), day(one.last, language)] for one in own.kinds]
    several = quiet(t(language, "Incidents of several sources are counted together. Where two "
                      "sources tell of the same event, it counts twice.")) if len(
                          own.sources) > 1 else None
    return [html.H3(title), telling.table(heads, rows, title), several]


def _kind(id: str, language: str) -> list[Any]:
    kind = taxonomy.BY_ID[id]
    group = taxonomy.GROUP_BY_ID[kind.group]
    return [mark(group.letter, GROUP_COLOURS[group.id]), " ", kind.label(language)]


def _bar(one: Count, most: int) -> html.Span:
    return html.Span(className="bar", style={"--share": f"{100 * one.incidents / most:.1f}%"})


def _deaths(telling: Telling) -> list[Any]:
    language, own = telling.language, telling.profile.happened
    title = t(language, "Deaths, as each source states them")
    if not own.deaths:
        return [html.H3(title), html.P(t(language, "No incident here states deaths. That is not "
                                         "to say that nobody died."))] if own.incidents else []
    heads = [t(language, "Source"), t(language, "Lowest"), t(language, "Best estimate"),
             t(language, "Highest"), t(language, "Incidents that state deaths")]
    rows = [[one.source, *map(telling.number, (one.low, one.best, one.high, one.incidents))]
            for one in own.deaths]
    note = t(language, "Deaths of several sources are never added: they may tell of the same "
             "events.") if len(own.deaths) > 1 else ""
    return [html.H3(title), telling.table(heads, rows, title), quiet(note) if note else None]


def _exactness(telling: Telling) -> list[Any]:
    language, own = telling.language, telling.profile.happened
    if not own.exactness:
        return []
    title = t(language, "How exactly the place is known")
    rows = [[told.exactness(one.key).render(language), telling.number(one.incidents)]
            for one in own.exactness]
    flagged = t(language, "Outside the country that they name, and counted where they are said to "
                "be: {count}.", count=own.flagged) if own.flagged else ""
    return [html.H3(title), telling.table([t(language, "Place"), t(language, "Incidents")], rows,
                                          title), quiet(flagged) if flagged else None]


def _parts(telling: Telling) -> list[Any]:
    language, own = telling.language, telling.profile.happened
    if not own.parts:
        return []
    title = t(language, "Where in it")
    rows = [[html.A(one.unit.name(language), href=address(one.unit.id, telling)) if one.unit
             else t(language, "known no closer"), telling.number(one.incidents)]
            for one in own.parts]
    return [html.H3(title), telling.table([t(language, "Unit"), t(language, "Incidents")], rows,
                                          title)]


def address(unit: str, telling: Telling) -> str:
    """Return where the profile of a unit with the same filters is, beside this page."""
    return f"{unit}?{telling.query}"


def _actors(telling: Telling) -> list[Any]:
    language, own = telling.language, telling.profile.happened
    if not own.actors:
        return []
    title = t(language, "Who is named most often")
    heads = [t(language, "Actor, as sources name it"), t(language, "Role"),
             t(language, "Incidents")]
    rows = [[one.name, ROLE_LABELS[one.role].render(language) if one.role else "–",
             telling.number(one.incidents)] for one in own.actors]
    return [html.H3(title), telling.table(heads, rows, title)]


def _kept(own: Happened) -> list[Message]:
    """Say how many incidents are counted alone, and why."""
    secret, closed = own.secret, own.withheld - own.secret
    said = [
        nmsg("{count} incident is counted and not listed: its licence forbids to pass it on.",
             "{count} incidents are counted and not listed: their licence forbids to pass them "
             "on.", closed),
        nmsg("{count} incident is counted and not listed: it is restricted or confidential.",
             "{count} incidents are counted and not listed: they are restricted or confidential.",
             secret)]
    return [one for one, n in zip(said, (closed, secret), strict=True) if n]


def _latest(telling: Telling) -> list[Any]:
    """List the incidents that began last, and say how many may not be listed: this is printed."""
    language, own = telling.language, telling.profile.happened
    kept = " ".join(one.render(language) for one in _kept(own))
    title = t(language, "Latest incidents")
    if not own.latest:
        return [html.H3(title), quiet(kept)] if kept else []
    heads = [t(language, "Date"), t(language, "Kind"), t(language, "Place"),
             t(language, "Source, and its own number")]
    rows = [[when(row, language), taxonomy.BY_ID[row["kind"]].label(language),
             row["place"] or row["admin2"] or row["admin1"] or "–",
             f"{stated(row['source'] or '', language)} {row['source_record_id'] or ''}".strip()]
            for row in own.latest]
    return [html.H3(title), telling.table(heads, rows, title), quiet(kept) if kept else None]
