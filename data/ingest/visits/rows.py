"""From visits to rows of the evidence base: places, sites, visits, levies, in the published form.

A site's row is made from all of its visits in the file, and so is its place.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from data.evidence import notes
from data.evidence.columns import NOT_STATED
from data.evidence.minerals import Mineral
from data.ingest.presets.visits import VisitPreset
from data.ingest.verdicts import LONGEST_SPAN
from data.ingest.visits import positions, says, values
from data.ingest.visits.visit import Flag, Group, Visit

Row = dict[str, str]
KIND = "taxation.mining_site"
"""Of every record: whether a site is taxed, and by whom, is what visits ask."""


@dataclass(frozen=True)
class Located:
    """Where a site's point lies: ISO code and unit, not stated where unknown; a conflict."""

    iso2: str
    unit_id: str
    conflict: Flag | None = None


@dataclass(frozen=True)
class SiteVisits:
    """The visits to one site, and the position that most of them give.

    Among positions given equally often, that of the latest visit counts.
    """

    visits: tuple[Visit, ...]

    @property
    def latest(self) -> Visit:
        """The last visit, which names the site."""
        return max(self.visits, key=lambda v: (v.day.last, v.record))

    @property
    def placed(self) -> Visit:
        """The latest of the visits whose position counts."""
        counts = Counter((v.lat, v.lon) for v in self.visits)
        return max(self.visits, key=lambda v: (counts[v.lat, v.lon], v.day.last, v.record))

    def flags(self) -> list[Flag]:
        """Tell where visits disagree on what should be one."""
        found = []
        points = sorted({f"{v.lat}, {v.lon}" for v in self.visits})
        if len(points) > 1:
            kept = f"{self.placed.lat}, {self.placed.lon}"
            found.append(Flag("site_position_conflict", "; ".join(points), kept))
        names = sorted({v.name for v in self.visits if v.name})
        if len(names) > 1:
            found.append(Flag("site_name_conflict", "; ".join(names), self.latest.name))
        return found

    def position_flags(self) -> list[Flag]:
        """Tell what is doubtful about the site's point, and where visits disagree."""
        flags = self.flags()
        if not positions.read(self.placed.origin).known:
            flags.append(Flag("where_precision_unstated", self.placed.origin or None))
        if (self.placed.lat, self.placed.lon) == (0, 0):
            flags.append(Flag("zero_coordinates", "0, 0"))
        return flags


@dataclass(frozen=True)
class Rows:
    """Builds the rows of one file; `provenance` is the columns that every one of them has."""

    preset: VisitPreset
    source: str
    licence: str
    import_id: str

    def document(self) -> Row:
        """Return the row of the data set."""
        return self._row([], id=self.preset.document, title=self.preset.document_title,
                         publisher=self.preset.source or NOT_STATED, published=NOT_STATED,
                         url=NOT_STATED) | {"licence": self.licence}

    def place(self, site: SiteVisits, located: Located) -> Row:
        """Return the row of a site's point."""
        visit, position = site.placed, positions.read(site.placed.origin)
        name = site.latest.name or visit.site
        conflict = [located.conflict] if located.conflict else []
        return self._row(
            [*site.position_flags(), *conflict], id=visit.site, name_en=name, name_fr=name,
            iso2=located.iso2, lat=repr(visit.lat), lon=repr(visit.lon),
            where_precision=str(position.precision), unit_id=located.unit_id,
            position_en=position.en, position_fr=position.fr, area="")

    def site(self, site: SiteVisits) -> Row:
        """Return the row of a site."""
        minerals = list(dict.fromkeys(m for v in site.visits for m in v.minerals))
        english, french = says.mineral_names(minerals)
        date, precision = _span(site.visits)
        position = positions.read(site.placed.origin)
        said = says.site(site.latest, len(site.visits), _between(site.visits),
                         (", ".join(english), ", ".join(french)), position)
        return self._claim(
            site.flags(), site.latest, said, id=site.latest.site, date=date,
            date_precision=precision, evidence=_evidence(any(v.seen for v in site.visits)),
            kind="mining_site", commodities=";".join(_commodities(minerals)),
            minerals=";".join(english), controlled_by=NOT_STATED)

    def visit(self, visit: Visit) -> Row:
        """Return the row of a visit."""
        armed = dict.fromkeys(g.name.replace(";", ",") for g in visit.groups if g.name)
        return self._claim(
            visit.flags, visit, says.visit(visit), **_dated(visit),
            added=_date_note(visit), id=visit.id, site=visit.site,
            workers=NOT_STATED if visit.workers is None else str(visit.workers),
            minerals=";".join(says.mineral_names(visit.minerals)[0]),
            presence=visit.presence, armed=";".join(armed), interference=visit.interference,
            taxed=visit.taxed, onsite=visit.onsite)

    def levies(self, visit: Visit) -> list[Row]:
        """Return a row for each kind of levy of each group that the visit tells of."""
        return [self._levy(visit, group, kind)
                for group in visit.groups for kind in group.levies]

    def _levy(self, visit: Visit, group: Group, kind: str) -> Row:
        known = values.frequency(group.frequency)
        word = known.word if known else NOT_STATED
        added = [_date_note(visit), notes.PRESENCE_READ.about() if word != NOT_STATED else ""]
        return self._claim(
            group.flags, visit, says.levy(visit, group, kind), **_dated(visit),
            id=levy_id(visit, group.slot, kind), kind=kind,
            added=" ".join(note for note in added if note),
            payer=NOT_STATED, collector=group.name or NOT_STATED, collector_family=group.family,
            frequency=word, corridor=NOT_STATED, site=visit.site)

    def _claim(
        self, flags: Iterable[Flag], visit: Visit, said: says.Both, **fields: str
    ) -> Row:
        return self._row(
            flags, document=self.preset.document, section=NOT_STATED, says_en=said[0],
            says_fr=said[1], kinds=KIND, places=visit.site, qualifier=NOT_STATED,
            confidence=NOT_STATED, synthetic="no", **fields)

    def _row(self, flags: Iterable[Flag], **fields: str) -> Row:
        told = [{name: value for name, value in asdict(flag).items() if value} for flag in flags]
        return fields | {"import_id": self.import_id, "source": self.source,
                         "licence": self.licence,
                         "flags": json.dumps(told, ensure_ascii=False)}


def levy_id(visit: Visit, slot: int, kind: str) -> str:
    """Name what a visit's group of that number levies."""
    return f"{visit.id}-{slot}-{kind}"


def by_site(visits: Sequence[Visit]) -> dict[str, SiteVisits]:
    """Group visits by their site, in the order in which sites first appear."""
    grouped: dict[str, list[Visit]] = {}
    for visit in visits:
        grouped.setdefault(visit.site, []).append(visit)
    return {site: SiteVisits(tuple(found)) for site, found in grouped.items()}


def _dated(visit: Visit) -> dict[str, str]:
    return {"date": visit.day.text, "date_precision": str(visit.day.precision),
            "evidence": _evidence(visit.seen)}


def _date_note(visit: Visit) -> str:
    if any(flag.reason == "date_placeholder" for flag in visit.flags):
        return notes.YEAR_ALONE.about(visit.written_date)
    return ""


def _evidence(seen: bool) -> str:
    return "observed" if seen else "reported"


def _commodities(minerals: Iterable[Mineral | str]) -> list[str]:
    return list(dict.fromkeys(m.commodity for m in minerals if isinstance(m, Mineral)))


def _span(visits: Sequence[Visit]) -> tuple[str, str]:
    """Return the days from the first visit to the last, and how exact that is."""
    first = min(visits, key=lambda v: v.day.first).day
    last = max(visits, key=lambda v: v.day.last).day
    if first.text == last.text:
        return first.text, str(first.precision)
    days = (last.last - first.first).days + 1
    level = next((p for p, longest in LONGEST_SPAN.items() if days <= longest), 5)
    return f"{first.text}/{last.text}", str(level)


def _between(visits: Sequence[Visit]) -> says.Both:
    first = says.when(min(visits, key=lambda v: v.day.first).day)
    last = says.when(max(visits, key=lambda v: v.day.last).day)
    if first == last:
        return first
    return f"{first[0]} to {last[0]}", f"de {first[1]} à {last[1]}"

