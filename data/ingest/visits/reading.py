"""From the text of a record to a visit, or to the reasons why it is none."""

from __future__ import annotations

import datetime as dt
import hashlib
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from data.evidence import minerals
from data.evidence.columns import NOT_STATED
from data.ingest.dates import Format, Span
from data.ingest.identity import SEPARATOR
from data.ingest.lookups import ABSENT
from data.ingest.presets.visits import LEVIED, VisitPreset
from data.ingest.visits import values
from data.ingest.visits.visit import Day, Flag, Group, Visit
from data.taxonomy import fold

DIGITS = 12
MOST_WORKERS = 1_000_000
"""At one site; a larger number is a mistake."""
ANSWERS = ("presence", "interference", "onsite")
MARKS = (">", ";")
"""What parts identifiers in a list, so that none may hold it."""

Texts = Mapping[str, str]


@dataclass(frozen=True)
class Reader:
    """Reads the records of one file; `date` is the format of its dates, if it has any."""

    preset: VisitPreset
    date: Format | None
    today: dt.date

    def read(self, record: int, texts: Texts) -> Visit | list[str]:
        """Return the visit, or every reason of `data.ingest.reasons` against it."""
        lat, lon = _degrees(texts["lat"]), _degrees(texts["lon"])
        span = self.date.read(texts["date_start"].strip()) if self.date else None
        reasons = [*_site_reasons(texts), *_date_reasons(texts, span),
                   *_place_reasons(texts, lat, lon)]
        if reasons or span is None or lat is None or lon is None:
            return reasons
        return self._visit(record, texts, (lat, lon), span)

    def _visit(
        self, record: int, texts: Texts, point: tuple[float, float], span: Span
    ) -> Visit:
        groups = tuple(self._groups(texts))
        day, day_flags = self._day(span)
        levied = [texts.get(f"{kind}{slot}") or "" for slot, kind in self.preset.levies()]
        answers, answer_flags = self._answers(texts)
        workers, worker_flags = _workers(values.stated(texts.get("workers")))
        found, mineral_flags = _minerals(texts)
        flags = (*day_flags, *answer_flags, *worker_flags, *mineral_flags,
                 *(flag for group in groups for flag in group.flags))
        said = {name: values.stated(texts.get(name)) for name in (
            "name", "origin", "territory", "province", "hindrance", "visited_by", "project")}
        visit = Visit(
            record=record, id="", site=values.stated(texts["site_id"]), lat=point[0], lon=point[1],
            day=day, written_date=texts["date_start"].strip(), workers=workers, minerals=found,
            taxed=_taxed(levied), seen=self._seen(answers["onsite"], said),
            groups=groups, flags=flags, **answers, **said)
        return replace(visit, id=self._id(texts, visit))

    def _id(self, texts: Texts, visit: Visit) -> str:
        """Name a visit by the source's number; else by site, date and what it says."""
        if own := values.stated(texts.get("source_record_id")):
            return f"{self.preset.prefix}{own}"
        said = SEPARATOR.join(f"{name}={text.strip()}" for name, text in sorted(texts.items()))
        digest = hashlib.sha256(said.encode()).hexdigest()[:DIGITS]
        return f"{self.preset.prefix}{visit.site}-{visit.day.text}-{digest}"

    def _day(self, span: Span) -> tuple[Day, list[Flag]]:
        if self.preset.year_alone and span.precision == 1 and (
                span.start.month, span.start.day) == (1, 1):
            last = dt.date(span.start.year, 12, 31)
            return Day(span.start, last, f"{span.start:%Y}", 5), [
                Flag("date_placeholder", span.start.isoformat(), f"{span.start:%Y}")]
        text = {1: span.start.isoformat(), 4: f"{span.start:%Y-%m}"}.get(
            span.precision, f"{span.start:%Y}")
        late = [Flag("date_in_future", text)] if span.start > self.today else []
        return Day(span.start, span.end, text, span.precision), late

    def _seen(self, onsite: str, said: Mapping[str, str]) -> bool:
        told = {fold(said["visited_by"]), fold(said["hindrance"])} & self.preset.third_party
        return onsite == "yes" and not told

    def _groups(self, texts: Texts) -> Iterator[Group]:
        groups = (_group(slot, texts) for slot in self.preset.slots)
        yield from (group for group in groups if group.name or group.levies)

    def _answers(self, texts: Texts) -> tuple[dict[str, str], list[Flag]]:
        """Read the answers on the whole visit; flag all words that are neither yes nor no."""
        levied = [f"{kind}{slot}" for slot, kind in self.preset.levies()]
        read = {name: values.answer(texts.get(name)) for name in (*ANSWERS, *levied)}
        flags = [Flag("answer_unknown", f"{name}: {values.stated(texts.get(name))}")
                 for name, found in read.items() if found is None]
        return {name: read[name] or NOT_STATED for name in ANSWERS}, flags


def _group(slot: int, texts: Texts) -> Group:
    name = values.somebody(texts.get(f"group{slot}"))
    kind = values.stated(texts.get(f"group_type{slot}"))
    often = values.stated(texts.get(f"frequency{slot}"))
    levies = tuple(levy for levy in LEVIED
                   if values.answer(texts.get(f"{levy}{slot}")) == "yes")
    family = values.family(kind, name)
    flags = []
    if levies and not name:
        flags.append(Flag("collector_unstated", kind or None))
    if family is None:
        flags.append(Flag("collector_kind_unknown", kind))
    if often and values.frequency(often) is None:
        flags.append(Flag("frequency_unknown", often))
    if levies and values.unmeddling(kind):
        flags.append(Flag("levy_contradicted", kind, ", ".join(levies)))
    return Group(slot, name, family or NOT_STATED, often, levies, tuple(flags))


def _site_reasons(texts: Texts) -> Iterator[str]:
    site = values.stated(texts["site_id"])
    if not site:
        yield "site_id_missing"
    if any(mark in site for mark in MARKS):
        yield "id_not_usable"


def _date_reasons(texts: Texts, span: Span | None) -> Iterator[str]:
    if not values.stated(texts["date_start"]):
        yield "visit_date_missing"
    elif span is None:
        yield "visit_date_invalid"


def _place_reasons(texts: Texts, lat: float | None, lon: float | None) -> Iterator[str]:
    given = {name: bool(values.stated(texts[name])) for name in ("lat", "lon")}
    if not any(given.values()):
        yield "coordinates_missing"
    elif not all(given.values()):
        yield "coordinates_incomplete"
    for name, value, most in (("lat", lat, 90), ("lon", lon, 180)):
        if given[name] and value is None:
            yield f"{name}_not_a_number"
        elif value is not None and abs(value) > most:
            yield f"{name}_out_of_range"


def _degrees(text: str) -> float | None:
    """Read degrees; a comma is a decimal mark, as in `data.ingest.typed.coordinate`."""
    try:
        value = float(text.strip().replace(",", ".").replace("\u2212", "-"))
    except ValueError:
        return None
    return value if math.isfinite(value) and "_" not in text else None


def _taxed(levied: list[str]) -> str:
    """Tell whether any group levied anything: no only where all that was answered is no."""
    said = {values.answer(text) for text in levied} - {NOT_STATED}
    if "yes" in said:
        return "yes"
    return "no" if said == {"no"} else NOT_STATED


def _workers(text: str) -> tuple[int | None, list[Flag]]:
    plain = text.replace(" ", "").replace(",", ".")
    if not plain or values.unknown(plain):
        return None, []
    try:
        number = float(plain)
    except ValueError:
        number = math.nan
    if number >= 0 and number == int(min(number, MOST_WORKERS)):
        return int(number), []
    return None, [Flag("workers_not_a_number", text)]


def _minerals(texts: Texts) -> tuple[tuple[minerals.Mineral | str, ...], list[Flag]]:
    """Read the minerals in their order; one that is not known stays as it is written."""
    found: dict[minerals.Mineral | str, None] = {}
    flags = []
    for name in (f for f in texts if f.startswith("mineral")):
        text = values.stated(texts[name])
        if not text or values.unknown(text) or text.lower() in ABSENT:
            continue
        mineral = minerals.find(text)
        if mineral is None:
            flags.append(Flag("mineral_unknown", text))
        found[mineral or text.replace(";", ",")] = None
    return tuple(found), flags
