"""A selection in words, for the top of the page and the titles of what is exported."""

from __future__ import annotations

import datetime as dt

from data import taxonomy
from data.i18n import alternatives, day, listing, month, month_names, nmsg, number, t, weekday_names
from data.model import DATE_PRECISION, WHERE_PRECISION
from data.names import country, unit
from data.selection import Near, Selection, last_day, shortest_kinds
from data.shapes.area import Area
from data.shapes.outline import square_km
from data.shapes.settled import picks_of

MOST_NAMED = 3


def sentence(selection: Selection, language: str) -> str:
    """Say what, where and when, as in `Kidnapping for ransom · Gao · Jan 2019 – Dec 2020`."""
    said = [what_and_where(selection, language), when(selection, language)]
    return " · ".join(part for part in said if part)


def when(selection: Selection, language: str) -> str:
    """Say the window: by months where it is whole months, by days otherwise; open is nothing."""
    start, end = selection.date_from, selection.date_to
    if start is None and end is None:
        return ""
    write = month if _whole_months(start, end) else day
    if start is None or end is None:
        known = start or end
        assert known is not None
        said = write(known, language)
        return (t(language, "until {date}", date=said) if start is None
                else t(language, "since {date}", date=said))
    first, last = write(start, language), write(end, language)
    return first if first == last else f"{first} – {last}"


def _whole_months(start: dt.date | None, end: dt.date | None) -> bool:
    begins = start is None or start.day == 1
    ends = end is None or end == last_day(end.strftime("%Y-%m"), "")
    return begins and ends


def what_and_where(selection: Selection, language: str) -> str:
    """Say what and where, as in `Kidnapping for ransom · Gao, Mali`."""
    said = [_kinds(selection, language), _places(selection, language), *_more(selection, language)]
    return " · ".join(part for part in said if part)


def what(selection: Selection, language: str) -> str:
    """Say what alone, where the place is told otherwise; filters that are not by kind follow."""
    return " · ".join([_kinds(selection, language), *_more(selection, language)])


def _kinds(selection: Selection, language: str) -> str:
    if not selection.kinds:
        return t(language, "All kinds of incident")
    labels = [_kind(word, language) for word in shortest_kinds(selection.kinds)]
    return _named(labels, language)


def _kind(word: str, language: str) -> str:
    found = taxonomy.GROUP_BY_ID.get(word) or taxonomy.BY_ID[word]
    return found.label(language)


def _places(selection: Selection, language: str) -> str:
    names = [_unit(name, selection, language) for name in selection.admin1]
    names += picks_of(selection).named(language) if selection.picked else []
    names += [country(code, language) for code in selection.countries]
    if names:
        return _named(names, language)
    return "" if selection.area or selection.near else t(language, "everywhere")


def _unit(name: str, selection: Selection, language: str) -> str:
    plain, _, code = name.partition(" (")
    return unit(plain, code.rstrip(")") or next(iter(selection.countries), None), language)


def area_named(selection: Selection, language: str) -> str:
    """Name the area of a selection: its units, and what is drawn or measured around."""
    said = picks_of(selection).named(language) if selection.picked else []
    if selection.area:
        said.append(_circle(selection.area, language) or t(language, "a drawn area"))
    if selection.near:
        said.append(_near(selection.near, language))
    named = " · ".join([_named(said[:-1], language), said[-1]] if len(said) > MOST_NAMED else said)
    return named[:1].upper() + named[1:]


def _more(selection: Selection, language: str) -> list[str]:
    said = []
    if selection.actor:
        said.append(t(language, "actor “{words}”", words=selection.actor))
    if selection.actor_names:
        said.append(t(language, "actor: {names}",
                      names=_named(list(selection.actor_names), language)))
    said += _calendar(selection, language)
    if selection.text:
        said.append(t(language, "mentioning “{words}”", words=selection.text))
    if selection.sources:
        said.append(_named(list(selection.sources), language))
    if selection.bbox:
        said.append(t(language, "within a rectangle"))
    if selection.area:
        said.append(_area(selection.area, language))
    if selection.near:
        said.append(_near(selection.near, language))
    if selection.min_kind_confidence is not None:
        said.append(t(language, "kind sure to at least {share}",
                      share=number(selection.min_kind_confidence, language)))
    if selection.max_where_precision:
        words = WHERE_PRECISION[selection.max_where_precision]
        said.append(t(language, "place at least: {words}", words=words))
    if selection.max_date_precision:
        words = DATE_PRECISION[selection.max_date_precision]
        said.append(t(language, "date at least: {words}", words=words))
    return said


def _area(area: Area, language: str) -> str:
    return _circle(area, language) or t(
        language, "inside a drawn area of {km2} km²", km2=round(square_km(area.shape)))


def _circle(area: Area, language: str) -> str:
    """Say a circle; nothing of an outline."""
    if area.circle is None:
        return ""
    lon, lat, km = area.circle
    spot = {"lat": number(round(lat, 2), language), "lon": number(round(lon, 2), language)}
    return t(language, "within {km} km of latitude {lat}°, longitude {lon}°", km=km, **spot)


def _near(near: Near, language: str) -> str:
    name = near.reach.name(language) if near.reach else near.corridor
    return t(language, "within {km} km of the corridor {name}", km=near.km, name=name)


def _calendar(selection: Selection, language: str) -> list[str]:
    """Say the days of the week and the months of the year."""
    said = []
    if selection.weekdays:
        names = [weekday_names(language)[number - 1] for number in selection.weekdays]
        said.append(t(language, "begun on a {days}", days=alternatives(names, language)))
    if selection.months:
        names = [month_names(language)[number - 1] for number in selection.months]
        said.append(t(language, "begun in {months}", months=alternatives(names, language)))
    return said


def _named(names: list[str], language: str) -> str:
    if len(names) <= MOST_NAMED:
        return listing(names, language)
    more = nmsg("{count} more", "{count} more", len(names) - MOST_NAMED).render(language)
    return listing([*names[:MOST_NAMED], more], language)
