"""What was recorded, and how that compares with the region's own past."""

from __future__ import annotations

from data import taxonomy
from data.i18n import nmsg, t
from data.model import ROLE_LABELS
from data.profile import told
from layers.palette import GROUP_COLOURS
from layers.sheet.flow import Item
from layers.sheet.furniture import chart
from layers.sheet.several.brief.telling import Telling


def happened(telling: Telling) -> list[Item]:
    """Tell what was recorded: how much, of which kinds, where in it, by whom, how exactly."""
    language, profile = telling.language, telling.profile
    own = profile.happened
    return [
        telling.title(t(language, "What was recorded")),
        *telling.said(told.counted(profile).render(language),
                      *(told.apart(one, language).render(language) for one in own.apart
                        if one.incidents)),
        *telling.said(t(language, "It measures {km2} km².", km2=round(profile.living.km2)),
                      *(one.render(language) for one in told.people(profile.living, language))),
        *_kinds(telling), *_deaths(telling), *_parts(telling), *_actors(telling),
        *_exactness(telling), *_withheld(telling)]


def _kinds(telling: Telling) -> list[Item]:
    language, own = telling.language, telling.profile.happened
    if not own.kinds:
        return []
    most = own.kinds[0].incidents
    bars = [chart.bar(taxonomy.BY_ID[one.key].label(language), (one.incidents, most),
                      telling.room, telling.size, language=language,
                      colour=GROUP_COLOURS[taxonomy.BY_ID[one.key].group][0])
            for one in own.kinds[:telling.lines]]
    return [telling.head(t(language, "By kind")), *bars,
            *telling.more(len(own.kinds), telling.lines)]


def _deaths(telling: Telling) -> list[Item]:
    language, own = telling.language, telling.profile.happened
    if not own.deaths:
        return []
    rows = [(one.source, t(language, "{best} ({low} – {high})", best=one.best, low=one.low,
                           high=one.high)) for one in own.deaths]
    several = t(language, "Deaths of several sources are never added: they may tell of the same "
                "events.") if len(rows) > 1 else ""
    return [telling.head(t(language, "Deaths, as each source states them")),
            *telling.pairs(rows), *telling.quiet(several)]


def _parts(telling: Telling) -> list[Item]:
    language, own = telling.language, telling.profile.happened
    if not own.parts:
        return []
    rows = [(one.unit.name(language) if one.unit else t(language, "known no closer"),
             telling.number(one.incidents)) for one in own.parts]
    return [telling.head(t(language, "Where in it")), *telling.pairs(rows)]


def _actors(telling: Telling) -> list[Item]:
    language, own = telling.language, telling.profile.happened
    if not own.actors:
        return []
    rows = [(f"{one.name} ({ROLE_LABELS[one.role].render(language)})" if one.role else one.name,
             telling.number(one.incidents)) for one in own.actors]
    return [telling.head(t(language, "Who is named most often")), *telling.pairs(rows)]


def _exactness(telling: Telling) -> list[Item]:
    language, own = telling.language, telling.profile.happened
    if not own.exactness:
        return []
    rows = [(told.exactness(one.key).render(language), telling.number(one.incidents))
            for one in own.exactness]
    return [telling.head(t(language, "How exactly the place is known")), *telling.pairs(rows)]


def _withheld(telling: Telling) -> list[Item]:
    if not telling.withheld:
        return []
    return telling.quiet(nmsg(
        "{count} more may not leave as a record, and is in none of the numbers of this text.",
        "{count} more may not leave as records, and are in none of the numbers of this text.",
        telling.withheld).render(telling.language))


def trend(telling: Telling) -> list[Item]:
    """Tell how often incidents came lately, against the past, with a chart of all months."""
    language, own = telling.language, telling.profile.trend
    title = telling.title(t(language, "Against its own past"))
    if own is None:
        return [title, *telling.said(t(language, "There are no records to compare."))]
    rows = tuple((str((first.year - 1970) * 12 + first.month - 1), n) for first, n in own.months)
    bars = chart.items(rows, "trend", telling.room, telling.size, language=language,
                       accent=telling.accent) if any(n for _, n in rows) else []
    loose = told.loose(own)
    return [
        title, *telling.bullets([one.render(language) for one in told.lately(own)]), *bars,
        *telling.quiet(*(told.uneven(one).render(language) for one in own.uneven),
                       loose.render(language) if loose else "",
                       told.SEASONS.render(language), told.CAUTION.render(language))]
