"""First-level units by the index of one side's factors: marks, classes, rows and words."""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa

from data.analysis.composite import LEAST_UNITS
from data.analysis.factor_index import Indices, UnitIndex
from data.evidence.words import FACTORS
from data.ground import Ground
from data.i18n import Message, listing, msg, nmsg, t
from data.profile.standing_told import ranks
from layers.areas import unit_name, unit_shape
from layers.legend import Entry
from layers.marks import Area, Drawing
from layers.palette import Themes
from layers.style import Style

BOUNDS: tuple[tuple[int, int], ...] = ((0, 10), (11, 20), (21, 30), (31, 50), (51, 100))
"""Of classes, fixed, so that a colour means the same whatever the weights."""
PREFIX = "unit/"

COLUMNS: dict[str, Message] = {
    "unit": msg("First-level unit"),
    "index": msg("Index, 0 to 100"),
    "ranks": msg("Rank, and its range as weights vary"),
    "records": msg("Records behind it"),
    "factors": msg("Factors found"),
}
SCHEMA = pa.schema([("id", pa.string()), ("mark", pa.string()), ("unit", pa.string()),
                    ("index", pa.int64()), ("ranks", pa.string()), ("records", pa.int64()),
                    ("factors", pa.string())])


def areas(found: Indices, ground: Ground, language: str) -> Drawing:
    """Return a filled area for each unit with evidence; one whose shape is unknown has none."""
    return tuple(
        Area(id=PREFIX + one.unit, key=key(one.score), shape=shape, days=one.days, named=True,
             label=f"{unit_name(ground, one.unit, language)} {one.score}",
             says=ranks(one, len(found.units), language))
        for one in found.units.values() if (shape := unit_shape(ground, one.unit)) is not None)


def entries(colours: Sequence[Themes], language: str) -> tuple[Entry, ...]:
    """Return the classes of an index, lowest first."""
    return tuple(
        Entry(Style("fill", pair, alpha=0.8), t(language, "{low} – {high}", low=low, high=high),
              key(low), low, high)
        for (low, high), pair in zip(BOUNDS, colours, strict=True))


def key(score: int) -> str:
    """Return the key of the class that holds an index of 0 to 100."""
    return f"class-{sum(score >= low for low, _ in BOUNDS) - 1}"


def notes(found: Indices, language: str) -> tuple[str, ...]:
    """Say how the index is made, that what is empty is not zero, and what ranks rest on."""
    return (
        t(language, "Index: weight times level of each factor named there, divided by the sum of "
          "all weights; a level that is not stated counts as 1. A factor without evidence adds "
          "nothing, which does not mean that it is absent."),
        t(language, "Units without evidence of their own are empty, not zero. What is said of a "
          "whole country or a vague area is not counted in its units."),
        ranked(found, language),
        t(language, "All dates together, whatever the window: a unit is shown while its evidence "
          "is."),
    )


def ranked(found: Indices, language: str) -> str:
    """Say over what ranks range, or why there are none."""
    if found.sets is None:
        return nmsg("No ranks: {count} unit has evidence, and ranks need {least}.",
                    "No ranks: {count} units have evidence, and ranks need {least}.",
                    len(found.units), least=LEAST_UNITS).render(language)
    return t(language, "Ranks over {sets} sets of weights: those chosen, each one half lower and "
             "half higher, and others drawn at random around them.", sets=found.sets)


def rows(found: Indices, drawn: Drawing, ground: Ground, language: str) -> pa.Table:
    """Return one row a unit that is drawn, with its index, ranks, and what is behind them."""
    units = [found.units[mark.id.removeprefix(PREFIX)] for mark in drawn]
    return pa.Table.from_pylist([
        {"id": PREFIX + one.unit, "mark": PREFIX + one.unit, "index": one.score,
         "unit": unit_name(ground, one.unit, language),
         "ranks": ranks(one, len(found.units), language),
         "records": len(one.claims), "factors": factors(one, language)} for one in units], SCHEMA)


def factors(one: UnitIndex, language: str) -> str:
    """Name the factors with evidence in a unit."""
    return listing([FACTORS[part.factor].render(language) for part in one.parts], language)
