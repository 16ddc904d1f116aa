"""The one filter state: what, where, when, who, how precise; and its form in a link."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Self
from urllib.parse import parse_qs, urlencode

from data import taxonomy
from data.boundaries import resolve_country
from data.digits import whole_number
from data.errors import UsageError, wrong_value
from data.i18n import Message, encodable, msg
from data.reach import Reach
from data.shapes.area import Area, parse_area
from data.shapes.picks import Picks, read_units

BBox = tuple[float, float, float, float]

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


LEAST_KM, MOST_KM = 1.0, 500.0


@dataclass(frozen=True)
class Near:
    """Within a distance of a corridor.

    Attributes:
        corridor: its id.
        km: kilometres on the ground, 1 to 500.
        reach: the hexagons so near, once worked out; see `data.evidence.near`.
    """

    corridor: str
    km: float
    reach: Reach | None = field(default=None, compare=False, repr=False)

    def __str__(self) -> str:
        return f"{self.corridor}:{repr(float(self.km)).removesuffix('.0')}"


ARGUMENTS = frozenset({
    "kind", "country", "admin1", "actor", "from", "to", "bbox", "max-where-precision", "source",
    "text", "near", "kind-confidence", "max-date-precision", "actor-is", "weekday", "month",
    "area", "unit",
})
"""What a link calls the fields of a selection."""


@dataclass(frozen=True)
class Selection:
    """Which incidents are meant; an empty field leaves its dimension open.

    Attributes:
        kinds: ids of `taxonomy.KINDS`, in the taxonomy's order.
        countries: ISO 3166-1 alpha-2 codes, sorted.
        admin1: names of first-level units, as a person wrote them.
        actor: words of which all must stand in one actor's name.
        date_from, date_to: first and last day of the window, both included. An
            incident is in it when it starts by its end and ends by its start or later.
        bbox: west, south, east, north in degrees; west > east crosses the antimeridian.
        max_where_precision: coarsest place precision that is let in, 1 to 7.
        sources: names of sources.
        text: words of which all must stand in the notes or the place.
        near: within a distance of a corridor, as exactly as places are known.
        min_kind_confidence: how sure the kind must be, 0 to 1; incidents that are not
            classified, or of which nothing is known about this, are left out.
        max_date_precision: coarsest date precision of incidents that is let in, 1 to 5; claims
            of documents stay, since most tell a year.
        actor_names: whole names of actors, of which one must take part.
        weekdays: days of the week that an incident began on, 1 (Monday) to 7; those whose
            day is not known are left out.
        months: months of the year that an incident began in, 1 to 12; those whose month
            is not known are left out.
        area: an outline or a circle; incidents known only to a unit that it cuts are left out.
        picked: ids or names of units of the first or second level, picked one by one; an
            incident is in any of them, or of those that `admin1` names.
        picks: what `picked` means, once looked up in a snapshot; see `data.settle`.
        units: ids of the units that `admin1` names, once looked up in a snapshot that has
            units of its own; see `data.settle`. None leaves it to the shipped boundaries.
    """

    kinds: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    admin1: tuple[str, ...] = ()
    actor: str = ""
    date_from: dt.date | None = None
    date_to: dt.date | None = None
    bbox: BBox | None = None
    max_where_precision: int | None = None
    sources: tuple[str, ...] = ()
    text: str = ""
    near: Near | None = None
    min_kind_confidence: float | None = None
    max_date_precision: int | None = None
    actor_names: tuple[str, ...] = ()
    weekdays: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    area: Area | None = None
    picked: tuple[str, ...] = ()
    picks: Picks | None = field(default=None, compare=False, repr=False)
    units: tuple[str, ...] | None = field(default=None, compare=False, repr=False)

    def __post_init__(self) -> None:
        if self.date_from and self.date_to and self.date_from > self.date_to:
            raise UsageError(msg("The window ends ({end}) before it starts ({start}).",
                                 end=self.date_to, start=self.date_from))

    @classmethod
    def of(
        cls,
        *,
        kind: Iterable[str] = (),
        country: Iterable[str] = (),
        admin1: Iterable[str] = (),
        actor: str | None = None,
        from_: str | None = None,
        to: str | None = None,
        bbox: str | None = None,
        max_where_precision: str | int | None = None,
        source: Iterable[str] = (),
        text: str | None = None,
        near: str | None = None,
        kind_confidence: str | float | None = None,
        max_date_precision: str | int | None = None,
        actor_is: Iterable[str] = (),
        weekday: Iterable[str | int] = (),
        month: Iterable[str | int] = (),
        area: str | None = None,
        unit: str | None = None,
    ) -> Self:
        """Build a selection from words, as they stand in a link or on a command line.

        Raises:
            UsageError: a word that is not understood; the message says what is.
        """
        return cls(
            kinds=_kinds(kind),
            countries=tuple(sorted({_country(word) for word in country})),
            admin1=tuple(dict.fromkeys(name.strip() for name in admin1 if name.strip())),
            actor=_plain(actor),
            date_from=first_day(from_, "--from") if from_ else None,
            date_to=last_day(to, "--to") if to else None,
            bbox=parse_bbox(bbox) if bbox else None,
            max_where_precision=_precision("--max-where-precision", max_where_precision, 7),
            sources=tuple(dict.fromkeys(encodable(name) for name in source if name)),
            text=_plain(text),
            near=parse_near(near) if near else None,
            min_kind_confidence=parse_confidence(kind_confidence),
            max_date_precision=_precision("--max-date-precision", max_date_precision, 5),
            actor_names=tuple(dict.fromkeys(encodable(name) for name in actor_is if name)),
            weekdays=_numbers(weekday, "--weekday", 7, msg(
                "a day of the week is a whole number from 1 (Monday) to 7 (Sunday)")),
            months=_numbers(month, "--month", 12, msg(
                "a month of the year is a whole number from 1 (January) to 12 (December)")),
            area=parse_area(area) if area else None,
            picked=read_units(encodable(unit)) if unit else (),
        )

    def to_query(self) -> str:
        """Write the selection as the query part of a link, without the `?`."""
        pairs: list[tuple[str, str]] = [("kind", word) for word in shortest_kinds(self.kinds)]
        pairs += [("country", code) for code in self.countries]
        pairs += [("admin1", name) for name in self.admin1]
        single = {
            "actor": self.actor,
            "from": self.date_from.isoformat() if self.date_from else "",
            "to": self.date_to.isoformat() if self.date_to else "",
            "bbox": ",".join(repr(float(edge)).removesuffix(".0")
                             for edge in self.bbox or ()),
            "max-where-precision": str(self.max_where_precision or ""),
        }
        pairs += [(name, value) for name, value in single.items() if value]
        pairs += [("source", name) for name in self.sources]
        pairs += [("text", self.text)] if self.text else []
        pairs += [("near", str(self.near))] if self.near else []
        if self.min_kind_confidence is not None:
            sure = repr(self.min_kind_confidence).removesuffix(".0")
            pairs.append(("kind-confidence", sure))
        if self.max_date_precision:
            pairs.append(("max-date-precision", str(self.max_date_precision)))
        pairs += [("actor-is", name) for name in self.actor_names]
        pairs += [("weekday", str(number)) for number in self.weekdays]
        pairs += [("month", str(number)) for number in self.months]
        pairs += [("area", str(self.area))] if self.area else []
        pairs += [("unit", ",".join(self.picked))] if self.picked else []
        return urlencode(pairs)

    @classmethod
    def from_query(cls, query: str) -> Self:
        """Read `to_query` back; keys that are not of a selection are left alone."""
        return cls.from_arguments(parse_qs(query.lstrip("?")))

    @classmethod
    def from_arguments(cls, given: Mapping[str, list[str]]) -> Self:
        """Read a selection from parsed query arguments, each a list of words."""

        def one(name: str) -> str | None:
            values = given.get(name)
            return values[-1] if values else None

        return cls.of(
            kind=given.get("kind", ()), country=given.get("country", ()),
            admin1=given.get("admin1", ()), actor=one("actor"), from_=one("from"), to=one("to"),
            bbox=one("bbox"), max_where_precision=one("max-where-precision"),
            source=given.get("source", ()), text=one("text"), near=one("near"),
            max_date_precision=one("max-date-precision"),
            kind_confidence=one("kind-confidence"), actor_is=given.get("actor-is", ()),
            weekday=given.get("weekday", ()), month=given.get("month", ()),
            area=one("area"), unit=one("unit"),
        )

    def anytime(self) -> Self:
        """Return the same selection with its window open."""
        return replace(self, date_from=None, date_to=None)


def shortest_kinds(kinds: tuple[str, ...]) -> list[str]:
    """Name kinds by their group where all of its kinds are chosen."""
    words: list[str] = []
    chosen = set(kinds)
    for group in taxonomy.GROUPS:
        members = [k.id for k in taxonomy.KINDS if k.group == group.id]
        if chosen.issuperset(members):
            words.append(group.id)
        else:
            words += [kind for kind in members if kind in chosen]
    return words


def first_day(text: str, option: str) -> dt.date:
    """Read `2019`, `2019-03` or `2019-03-07` as the first day of it."""
    year, month, day = _parts(text, option)
    return _date(year, month or 1, day or 1, text, option)


def last_day(text: str, option: str) -> dt.date:
    """Read `2019`, `2019-03` or `2019-03-07` as the last day of it."""
    year, month, day = _parts(text, option)
    month = month or 12
    if not day:
        day = calendar.monthrange(year, month)[1] if 1 <= month <= 12 else 1
    return _date(year, month, day, text, option)


def parse_bbox(text: str) -> BBox:
    """Read `W,S,E,N` in degrees; raises `UsageError`."""
    expected = msg("write west,south,east,north in degrees, such as -12.3,10,4.3,25")
    try:
        west, south, east, north = (float(edge) for edge in text.split(","))
    except ValueError:
        raise wrong_value("--bbox", text, expected) from None
    sane = -180 <= west <= 180 and -180 <= east <= 180 and -90 <= south <= north <= 90
    if not sane:
        raise wrong_value("--bbox", text, expected)
    return west, south, east, north


def parse_near(text: str) -> Near:
    """Read `CORRIDOR:KM`; raises `UsageError`."""
    corridor, _, distance = encodable(text).strip().rpartition(":")
    try:
        km = float(distance)
    except ValueError:
        km = 0.0
    if not corridor.strip() or not LEAST_KM <= km <= MOST_KM:
        raise wrong_value("--near", text, msg(
            "write the corridor’s id and a distance of 1 to 500 km, such as gold-gao-niger:25"))
    return Near(corridor.strip(), km)


def parse_confidence(value: str | float | None) -> float | None:
    """Read a confidence from 0 to 1; nothing where it is empty. Raises `UsageError`."""
    if value is None or value == "":
        return None
    try:
        number = float(str(value).replace(",", "."))
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        raise wrong_value("--kind-confidence", value, msg("it is a number from 0 to 1, such as "
                                                          "0.7"))
    return number


def _numbers(
    words: Iterable[str | int], option: str, most: int, expected: Message
) -> tuple[int, ...]:
    """Read whole numbers from 1 to `most`, each once and in their order."""
    found = set()
    for word in words:
        text = str(word).strip()
        number = whole_number(text)
        if number is None or not 1 <= number <= most:
            raise wrong_value(option, text, expected)
        found.add(number)
    return tuple(sorted(found))


def _plain(text: str | None) -> str:
    return encodable(text or "").strip()


def _kinds(words: Iterable[str]) -> tuple[str, ...]:
    chosen = {kind for word in words for kind in taxonomy.require(word)}
    return tuple(kind.id for kind in taxonomy.KINDS if kind.id in chosen)


def _country(word: str) -> str:
    code = resolve_country(word)
    if code is None:
        raise wrong_value("--country", word,
                          msg("give an ISO two-letter code or a country’s name"))
    return code


def _precision(option: str, value: str | int | None, most: int) -> int | None:
    if value is None or value == "":
        return None
    try:
        number = int(value)
    except ValueError:
        number = 0
    if not 1 <= number <= most:
        raise wrong_value(option, value,
                          msg("it is a whole number from 1 (exact) to {most}", most=most))
    return number


def _parts(text: str, option: str) -> tuple[int, int, int]:
    match = _DAY.fullmatch(text.strip())
    if not match:
        raise wrong_value(option, text, msg("write a date as 2019-03-07, 2019-03 or 2019"))
    year, month, day = match.groups()
    return int(year), int(month or 0), int(day or 0)


def _date(year: int, month: int, day: int, text: str, option: str) -> dt.date:
    try:
        return dt.date(year, month, day)
    except ValueError:
        raise wrong_value(option, text, msg("there is no such day")) from None
