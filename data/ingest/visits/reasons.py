"""Why a visit was rejected, in words; the other reasons are those of every record."""

from __future__ import annotations

from data.i18n import Message, msg

OF_VISITS: dict[str, Message] = {
    "site_id_missing": msg("the identifier of the site is missing"),
    "visit_date_missing": msg("the day of the visit is missing"),
    "visit_date_invalid": msg("the day of the visit is not a date in the column’s format"),
    "coordinates_missing": msg("latitude and longitude are missing"),
}
