"""What is doubtful about a record of evidence that a user's file brought, in words.

Doubts that any record may have are `data.model.FLAGS`.
"""

from __future__ import annotations

from data.i18n import Message, msg
from data.model import FLAGS

OF_VISITS: dict[str, Message] = {
    "site_position_conflict": msg(
        "visits give the site several positions; the one that most of them give is kept"),
    "site_name_conflict": msg("visits give the site several names; the latest is kept"),
    "date_placeholder": msg(
        "the date is 1 January, which the source writes where it knows the year alone"),
    "mineral_unknown": msg("the mineral is not one that is known; kept as it is written"),
    "frequency_unknown": msg("the frequency is not one that is known; kept as it is written"),
    "answer_unknown": msg("the answer is neither yes nor no; taken as not stated"),
    "workers_not_a_number": msg(
        "the number of persons at work is not a whole number; taken as not stated"),
    "collector_unstated": msg("the source does not name the group that levies"),
    "collector_kind_unknown": msg("the kind of group is not one that is known"),
    "levy_contradicted": msg(
        "the source says that the group levies, and that it was not seen to interfere"),
}
OF_TABLES: dict[str, Message] = {
    "one_language": msg("it is said in French alone, and shown so in both languages"),
    "position_not_used": msg("it names known places; its own position was not used"),
    "unit_newer": msg("the unit named is newer than those drawn; it counts as a vague area"),
    "numbers_order": msg("its numbers are not in the order lowest, best, highest"),
    "source_changed": msg("a record of another source had this identifier and was revised"),
}
DOUBTS: dict[str, Message] = {**FLAGS, **OF_VISITS, **OF_TABLES}
