"""Why a record was rejected, in words.

A reason may end in `:` and a detail, which is the column or the word that it is about.
"""

from __future__ import annotations

from data.areas.reasons import OF_AREAS
from data.gazetteer.reasons import OF_GAZETTEERS
from data.i18n import Message, msg
from data.ingest.visits.reasons import OF_VISITS

OF_INCIDENTS: dict[str, Message] = {
    "too_many_fields": msg("the record has more fields than the header"),
    "too_few_fields": msg("the record has fewer fields than the header"),
    "unclosed_quote": msg("a quotation mark opens here and is not closed"),
    "misplaced_quote": msg("a quotation mark stands inside a quoted field"),
    "not_a_feature": msg("the line is not a GeoJSON feature"),
    "empty_record": msg("every field is empty"),
    "id_missing": msg("the source’s identifier is missing"),
    "duplicate_id": msg("an earlier record of this file has the same identifier and says "
                        "something else"),
    "date_start_missing": msg("the first day is missing"),
    "date_start_invalid": msg("the first day is not a date in the column’s format"),
    "date_end_invalid": msg("the last day is not a date in the column’s format"),
    "date_end_before_start": msg("the last day lies before the first"),
    "lat_not_a_number": msg("the latitude is not a number of degrees such as 14.35, negative "
                            "in the south"),
    "lon_not_a_number": msg("the longitude is not a number of degrees such as 3.61, negative "
                            "in the west"),
    "lat_out_of_range": msg("the latitude lies outside −90 to 90"),
    "lon_out_of_range": msg("the longitude lies outside −180 to 180"),
    "coordinates_incomplete": msg("one of latitude and longitude is missing"),
    "no_location": msg("neither coordinates nor a known country or region are given"),
    "total_row": msg("it is called a total, and would count twice what other rows tell"),
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

OF_EVIDENCE: dict[str, Message] = {
    "value_missing": msg("a value is missing"),
    "value_unknown": msg("the word is not one that the column takes"),
    "value_not_a_number": msg("the value is not a number"),
    "value_not_whole": msg("the value is not a whole number"),
    "value_not_yes_or_no": msg("the value is neither yes nor no"),
    "value_out_of_range": msg("the value lies outside what the column takes"),
    "date_not_understood": msg("the date is not written as 2020, 2020-11, 2020-11-30 or two of "
                               "these joined by “/”"),
    "geometry_not_understood": msg("the shape is not well-known text of the kind that the column "
                                   "takes, in degrees"),
    "geometry_unfit": msg("a shape of this kind does not place a record of this table"),
    "kind_unknown": msg("the kind named is not in the taxonomy"),
    "country_not_known": msg("the country named is not one that is known"),
    "place_unknown": msg("no known place, country or first-level unit has this name"),
    "place_ambiguous": msg("several known places or units have this name; a column “country” "
                           "tells them apart"),
    "places_too_few": msg("two places at least are needed, joined by “>” in their order"),
    "segments_do_not_match": msg("a word is needed for each segment between two places, or none"),
    "factor_side_conflict": msg("the factor belongs to the other side"),
    "reference_unknown": msg("no known record has the identifier that is given"),
    "id_not_usable": msg("an identifier holds neither “>” nor “;”"),
    "id_taken": msg("a record that comes with the product has the same identifier"),
}
REASONS: dict[str, Message] = {**OF_INCIDENTS, **OF_EVIDENCE, **OF_VISITS, **OF_AREAS,
                               **OF_GAZETTEERS}

ABOUT_WORDS = frozenset({"kind_unknown", "place_unknown", "place_ambiguous"})
"""Reasons whose detail is a word of the file, and not a column of ours."""


def worded(reason: str) -> Message:
    """Say a reason in words, with the column or the word that it is about."""
    name, _, detail = reason.partition(":")
    if not detail:
        return REASONS[name]
    return msg("{reason} ({detail})", reason=REASONS[name], detail=detail)


def counted(reason: str) -> str:
    """Return what a reason is counted as: a file's own words are too many to tell apart."""
    name = reason.partition(":")[0]
    return name if name in ABOUT_WORDS else reason
