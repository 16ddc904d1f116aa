"""The value for which a record was rejected."""

from __future__ import annotations

from data.ingest.plan import Plan
from data.ingest.reasons import ABOUT_WORDS
from data.ingest.rejects import Reject, unique

COORDINATES = ("lat", "lon")
ABOUT: dict[str, tuple[str, ...]] = {
    "coordinates_incomplete": COORDINATES,
    "no_location": ("country", "named_admin1", *COORDINATES),
    "id_missing": ("source_record_id",),
    "duplicate_id": ("source_record_id",),
    "date_end_before_start": ("date_start", "date_end"),
    "total_row": ("place", "country"),
}
"""Fields that reasons are about whose names do not begin with theirs."""


def guilty(reject: Reject, plan: Plan | None) -> list[tuple[str, str]]:
    """Return the columns that the reasons are about, each with its value.

    A damaged record has its text alone, without a column; a reason that is about the record
    as a whole names nothing.
    """
    if plan is None:
        return []
    found: dict[str, str] = {}
    for reason in reject.reasons:
        name, _, detail = reason.partition(":")
        if name in ABOUT_WORDS and detail:
            found[""] = detail
        elif name in ("unclosed_quote", "misplaced_quote", "too_few_fields", "not_a_feature"):
            found[""] = next((value for value in reject.fields.values() if value), "")
        for column in _columns(name, plan):
            found[column] = reject.fields.get(column) or ""
    return list(found.items())


def _columns(reason: str, plan: Plan) -> list[str]:
    """Return the columns of the fields that a reason is about, as rejects call them."""
    names = dict(zip(plan.header.names, unique(plan.header.names), strict=True))
    fields = ABOUT.get(reason) or _fields(reason, plan)
    columns: list[str] = []
    for field in fields:
        made = next((made for made in plan.made if made.derived.field == field), None)
        if made is not None:
            columns += [names[column] for column in made.columns if column]
        elif column := plan.names.get(field):
            columns.append(names[column])
    return list(dict.fromkeys(columns))


def _fields(reason: str, plan: Plan) -> tuple[str, ...]:
    """Return the field whose name a reason begins with, the longest."""
    fitting = [field for field in plan.names if reason.startswith(f"{field}_")]
    return (max(fitting, key=len),) if fitting else ()
