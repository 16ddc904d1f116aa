"""The sentences that the script of the incident's page says."""

from __future__ import annotations

from callbacks.words import rendered
from data.i18n import Message, msg

WORDS: dict[str, Message] = {
    "intro": msg("A record takes the same way as one of a file: it is checked, classified, located "
                 "and flagged, and nothing is written before you save."),
    "demonstration": msg("The map shows synthetic demonstration data now. What you enter goes into "
                         "a store of your own, which the map shows from then on."),
    "demonstration-record": msg("This is a record of the synthetic demonstration data, which "
                                "cannot be corrected."),
    "gone": msg("There is no incident {id} in the data. The link may be wrong, or the record was "
                "entered in another store."),
    "enter-one": msg("Enter an incident"),
    "required": msg("needed"),
    "by-rule": msg("The rule {rule} decided this kind from the notes (confidence {share}). A kind "
                   "that you choose goes before the rules."),
    "map": msg("Map to place the incident. Click, or press the arrow keys to move the point, with "
               "Shift in small steps; + and − zoom, Enter puts the point in the middle."),
    "map-hint": msg("Click on the map, or reach it with Tab and use the arrow keys."),
    "zoom-in": msg("Zoom in"),
    "zoom-out": msg("Zoom out"),
    "find": msg("Find this place"),
    "found": msg("Places called so; choose one to take its point"),
    "none-found": msg("No place of that name is known there. Place it on the map, or leave the "
                      "point open: the unit or the country then stands for it."),
    "no-country": msg("Say first which country it is in; places are sought there."),
    "no-place": msg("Write the place’s name first."),
    "alike": msg("name alike to {share}"),
    "taken": msg("The point of {place} has been taken."),
    "remove-point": msg("Remove the point"),
    "located": msg("The point lies in {where}."),
    "located-nowhere": msg("The point lies in no country that is drawn."),
    "no-point": msg("No point: the place’s name is looked up when you check."),
    "conflict": msg("You name {named}, and the point lies in {found}. Both are kept, and the "
                    "record is flagged."),
    "sea": msg("no country"),
    "shown-1": msg("The point itself."),
    "shown-2": msg("Somewhere in this circle of 25 km."),
    "shown-3": msg("Somewhere in the unit outlined."),
    "shown-4": msg("Somewhere in the first-level unit outlined."),
    "shown-5": msg("A vague area; the point only says where about."),
    "shown-6": msg("Somewhere in the country outlined."),
    "shown-7": msg("At sea or in the air."),
    "actor": msg("Name"),
    "role": msg("Role"),
    "actor-n": msg("Actor {n}"),
    "add-actor": msg("Add an actor"),
    "remove-actor": msg("Remove actor {n}"),
    "reason": msg("Why it is corrected"),
    "reason-help": msg("stands in the history; may stay empty"),
    "check": msg("Check"),
    "check-hint": msg("Shows what it will become; writes nothing."),
    "working": msg("Checking…"),
    "saving": msg("Saving…"),
    "wrong": msg("This cannot be used yet:"),
    "pair": msg("{name}: {value}"),
    "becomes": msg("What it will become"),
    "save": msg("Save"),
    "stale": msg("You have changed something since the check; check again before you save."),
    "doubts": msg("Doubts that it will carry"),
    "no-doubts": msg("No doubts."),
    "named": msg("named"),
    "in-fact": msg("found"),
    "suggestion": msg("suggestion"),
    "differs": msg("What changes"),
    "saved-entry": msg("The record is in the data now."),
    "retired-now": msg("The record is retired: off the map, and kept in the history."),
    "restored-now": msg("The record is in force again."),
    "see": msg("See it on the map"),
    "another": msg("Enter another"),
    "now": msg("Look at what it says now"),
    "changed": msg("The record has changed since the form was opened. What changes below is set "
                   "against what it says now."),
    "taken-number": msg("There is a record of this source with this number already, and it would "
                        "be overwritten. Give another number, or correct that record."),
    "exists": msg("Open the record that is there"),
    "history": msg("History"),
    "unheeded": msg("Said by files since, and not taken, because the record was entered by hand:"),
    "fill": msg("Fill the form with this version"),
    "filled": msg("The form holds what that version says. Check it, then save."),
    "retire": msg("Retire this record"),
    "retire-help": msg("It leaves the map and every figure, whatever files go on to list, and is "
                       "never deleted. It can be brought back here."),
    "retire-reason": msg("Why it is retired"),
    "restore": msg("Bring this record back"),
    "saving-restores": msg("A whole export retired it. Bring it back first if it is to count."),
    "offline": msg("The server does not answer. Check the connection, then try again; what you "
                   "wrote is still in the form."),
    "failed": msg("The server could not do that. Try again; what you wrote is still in the form."),
    "no-basemap": msg("The map could not be fetched; write latitude and longitude instead."),
}


def of(language: str) -> dict[str, str]:
    """Return every sentence in a language, its gaps left for the browser to fill."""
    return rendered(WORDS, {}, language)
