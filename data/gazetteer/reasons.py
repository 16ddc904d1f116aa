"""Why a row of a gazetteer was rejected, in words."""

from __future__ import annotations

from data.i18n import Message, msg

OF_GAZETTEERS: dict[str, Message] = {
    "place_name_missing": msg("the place has no name"),
    "place_point_missing": msg("the place has no coordinates"),
    "place_country_unknown": msg("the place lies in no known country; --country says which it is"),
    "place_repeated": msg("an earlier row lists the same place"),
}
