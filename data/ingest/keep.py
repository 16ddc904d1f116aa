"""How a file was read, as a preset of the user's own."""

from __future__ import annotations

from data.ingest.dates import Order
from data.ingest.formats import points
from data.ingest.plan import Plan
from data.ingest.presets.saved import Saved


def to_saved(
    name: str, plan: Plan, *, source: str | None, licence: str | None, order: Order | None
) -> Saved:
    """Return what is kept of a plan under a name.

    Args:
        name: what `--preset` will take.
        plan: how the file was read.
        source: who published the records, where the user said it.
        licence: what may be handed on, likewise.
        order: the order of day and month, likewise.
    """
    preset = plan.preset
    made = tuple(found.derived.field for found in plan.made)
    columns = {field: column for field, column in plan.names.items()
               if field not in made and column not in points.NAMES}
    actors = [(plan.header.names[int(actor.raw.removeprefix("c"))], actor.column.role)
              for actor in plan.actors]
    own = preset.source if preset.base else None
    return Saved(
        name=name, base=preset.base or preset.name,
        header=tuple(column for column in plan.header.names
                     if column and column not in points.NAMES),
        columns=columns, actors=actors, kept=tuple(column for column, _ in plan.kept),
        derived=made, source=source or own, licence=licence or (plan.licence if own else None),
        date_order=order or preset.date_order)
