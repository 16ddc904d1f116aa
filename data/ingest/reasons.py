"""Why a record was rejected, in words."""

from __future__ import annotations

from data.i18n import Message, msg

REASONS: dict[str, Message] = {
    "too_many_fields": msg("the record has more fields than the header"),
    "too_few_fields": msg("the record has fewer fields than the header"),
    "unclosed_quote": msg("a quotation mark opens here and is not closed"),
    "misplaced_quote": msg("a quotation mark stands inside a quoted field"),
    "empty_record": msg("every field is empty"),
    "id_missing": msg("the source’s identifier is missing"),
    "duplicate_id": msg("an earlier record of this file has the same identifier and says "
                        "something else"),
    "date_start_missing": msg("the first day is missing"),
    "date_start_invalid": msg("the first day is not a date in the column’s format"),
    "date_end_invalid": msg("the last day is not a date in the column’s format"),
    "date_end_before_start": msg("the last day lies before the first"),
    "lat_not_a_number": msg("the latitude is not a number"),
    "lon_not_a_number": msg("the longitude is not a number"),
    "lat_out_of_range": msg("the latitude lies outside −90 to 90"),
    "lon_out_of_range": msg("the longitude lies outside −180 to 180"),
    "coordinates_incomplete": msg("one of latitude and longitude is missing"),
    "no_location": msg("neither coordinates nor a known country or region are given"),
    "fatalities_low_not_a_number": msg("the lowest estimate of deaths is not a whole number"),
    "fatalities_best_not_a_number": msg("the best estimate of deaths is not a whole number"),
    "fatalities_high_not_a_number": msg("the highest estimate of deaths is not a whole number"),
    "victims_not_a_number": msg("the number of victims is not a whole number"),
    "quantity_not_a_number": msg("the quantity is not a number"),
    "amount_low_not_a_number": msg("the lowest amount is not a number"),
    "amount_best_not_a_number": msg("the amount is not a number"),
    "amount_high_not_a_number": msg("the highest amount is not a number"),
    "fatalities_low_negative": msg("the lowest estimate of deaths is negative"),
    "fatalities_best_negative": msg("the best estimate of deaths is negative"),
    "fatalities_high_negative": msg("the highest estimate of deaths is negative"),
    "victims_negative": msg("the number of victims is negative"),
    "quantity_negative": msg("the quantity is negative"),
    "amount_low_negative": msg("the lowest amount is negative"),
    "amount_best_negative": msg("the amount is negative"),
    "amount_high_negative": msg("the highest amount is negative"),
}
