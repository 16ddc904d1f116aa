"""Any file with a row of HXL hashtags, whatever its columns are called.

Tags: HXL hashtag dictionary 1.1. Attributes may stand in any order, and others beside
them; a count that is broken down (women, children) is not the count of all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from data.errors import UndecidedError
from data.i18n import msg, quoted
from data.ingest.hashtags import Tag, Tagged
from data.ingest.presets.base import Preset
from data.ingest.records import Header

BROKEN_DOWN = frozenset({"m", "f", "i", "children", "adults", "elderly", "infants", "adolescents",
                         "boys", "girls", "women", "men", "male", "female", "civilians",
                         "military", "age0_5", "age5_12", "pct", "percent", "rate", "avg"})


@dataclass(frozen=True)
class Pattern:
    """A tag with attributes that a column must have, and others that it must not."""

    tag: str
    wanted: frozenset[str] = frozenset()
    unwanted: frozenset[str] = frozenset()

    def fits(self, tag: Tag) -> bool:
        """Tell whether a column's tag is meant."""
        return (tag.name == self.tag and self.wanted <= tag.attributes
                and not self.unwanted & tag.attributes)


def pattern(text: str) -> Pattern:
    """Read `#tag+wanted-unwanted`."""
    name, *parts = text.replace("-", "+-").split("+")
    return Pattern(name, frozenset(p for p in parts if not p.startswith("-")),
                   frozenset(p[1:] for p in parts if p.startswith("-")))


TAGS: tuple[tuple[str, str], ...] = (
    ("source_record_id", "#event+id #meta+id #event+code #id+code #id"),
    ("source_url", "#meta+url #meta+source+url #link"),
    ("kind", "#event+type #cause+type #event+name-id-code #event-id-code-date-description"),
    ("date_start", "#date+start #date+occurred #date+event #date+reported "
                   "#date-end-updated-modified-year-month-publication #date+year"),
    ("date_end", "#date+end"),
    ("lat", "#geo+lat"),
    ("lon", "#geo+lon"),
    ("where_precision", "#geo+precision"),
    ("country", "#country+name #country+code+iso3 #country+code #country"),
    ("named_admin1", "#adm1+name #adm1-code #adm1"),
    ("named_admin2", "#adm2+name #adm2-code #adm2"),
    ("place", "#loc+name #loc-code-type #loc"),
    ("fatalities_best", "#affected+killed #affected+dead #affected+deaths"),
    ("victims", "#affected+abducted #affected+kidnapped #affected+injured #affected-killed-dead"
                "-deaths"),
    ("quantity", "#item+quantity #item+num"),
    ("unit", "#item+unit"),
    ("commodity", "#item+name #item-quantity-num-unit-code"),
    ("amount_best", "#value-code-type"),
    ("currency", "#currency #value+currency"),
    ("notes", "#event+description #description #meta+notes #meta+description"),
)
"""For each field the columns that give it, the first that is there counts."""
COUNTED = ("fatalities_best", "victims")
KEPT = ("#meta+source", "#affected", "#actor", "#org", "#group", "#cause", "#impact", "#status",
        "#severity", "#sector", "#subsector", "#modality", "#loc+type", "#meta")
"""What is kept in the notes where it gives no field."""

HXL = Preset(
    name="hxl",
    title=msg("any table with a row of HXL hashtags"),
    source=None,
    licence="unstated",
    columns=MappingProxyType({field: () for field, _ in TAGS}),
)


def meant(tagged: Tagged, header: Header, overrides: Mapping[str, str]) -> Preset:
    """Return the preset whose columns are those that the tags point at.

    Args:
        tagged: the row of tags.
        header: the file's columns.
        overrides: columns by field, as the user said; nothing is asked about these.

    Raises:
        UndecidedError: two columns have the tag of one field alike.
    """
    names = header.names
    columns: dict[str, tuple[str, ...]] = {field: () for field, _ in TAGS}
    used: set[int] = set()
    for field, patterns in TAGS:
        if field in overrides:
            continue
        found = _column(field, patterns, tagged.tags, names)
        if found is not None:
            columns[field] = (names[found],)
            used.add(found)
    kept = tuple(names[i] for i, tag in enumerate(tagged.tags)
                 if tag and names[i] and i not in used
                 and any(pattern(text).fits(tag) for text in KEPT))
    return replace(HXL, columns=MappingProxyType(columns), kept=kept)


def _column(
    field: str, patterns: str, tags: Sequence[Tag | None], names: Sequence[str]
) -> int | None:
    """Return the column of a field: of the first pattern, with the fewest other attributes."""
    for text in patterns.split():
        wanted = pattern(text)
        fitting = {i: len(tag.attributes) for i, tag in enumerate(tags)
                   if tag and wanted.fits(tag) and _whole(field, tag)}
        fewest = [i for i, n in fitting.items() if n == min(fitting.values())]
        if len(fewest) > 1:
            raise UndecidedError(msg(
                "Which column holds {field}? {columns} have the hashtag {tag} alike; answer with "
                "--map {field}=COLUMN.", field=field, tag=text.partition("-")[0],
                columns=quoted(names[i] for i in fewest)))
        if fewest:
            return fewest[0]
    return None


def _whole(field: str, tag: Tag) -> bool:
    """Tell a count of all from one of some."""
    return field not in COUNTED or not tag.attributes & BROKEN_DOWN
