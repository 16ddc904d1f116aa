"""What is said where an area is drawn, typed or picked."""

from __future__ import annotations

from data.i18n import Message, msg

WORDS: dict[str, Message] = {
    "area-select": msg("Select an area"),
    "area-now": msg("Selected area"),
    "area-making": msg("An area is being made"),
    "area-way-polygon": msg("Draw an outline"),
    "area-way-circle": msg("Draw a circle"),
    "area-way-units": msg("Pick units"),
    "area-way-corridor": msg("Around a corridor"),
    "area-way-text": msg("Type, paste or open an area"),
    "area-edit": msg("Change the selected area"),
    "area-edit-short": msg("Change"),
    "area-clear": msg("Clear the selected area"),
    "area-clear-short": msg("Clear"),
    "area-tell": msg("Details"),
    "area-use": msg("Use it"),
    "area-done": msg("Done"),
    "area-cancel": msg("Cancel"),
    "area-polygon": msg("Click the corners on the map, in their order; drag one to move it. "
                        "Corners: {n}."),
    "area-circle-centre": msg("Click the centre of the circle."),
    "area-circle-edge": msg("Click how far it reaches, or type the radius; drag to change it."),
    "area-km": msg("Radius, km"),
    "area-put-corner": msg("Corner at the cross"),
    "area-take-corner": msg("Remove the last corner"),
    "area-put-centre": msg("Take the spot at the cross"),
    "area-full": msg("An area takes at most {most} corners."),
    "area-full-units": msg("At most {most} units can be picked at once."),
    "area-surface": msg("Drawing. Arrow keys move the map under the cross, Enter puts a corner at "
                        "the cross, Tab goes to the corners and the buttons, Escape cancels."),
    "area-surface-units": msg("Picking units. Arrow keys move the map under the cross, Enter "
                              "picks the unit at the cross or takes it away, Escape cancels."),
    "area-corner": msg("Corner {n} of {of}, {at}. Arrow keys move it, Backspace removes it, Enter "
                       "puts another after it at the cross."),
    "area-centre": msg("Centre, {at}. Arrow keys move it."),
    "area-edge": msg("Edge, {at}. Arrow keys change the radius."),
    "north": msg("north"),
    "south": msg("south"),
    "east": msg("east"),
    "west": msg("west"),
    "area-pick": msg("Click units on the map to pick them, or write a name. Nothing is picked "
                     "yet."),
    "area-picked": msg("Picked: {names}. A second click takes a unit away."),
    "area-unit": msg("Name of a unit"),
    "area-toggle-unit": msg("Pick, or take away"),
    "area-no-unit": msg("There is no such unit."),
    "area-level": msg("Level of units"),
    "area-level-1": msg("First-level units"),
    "area-level-2": msg("Second-level units"),
    "area-corridor": msg("Corridor"),
    "area-within": msg("Within, km"),
    "area-text": msg("Corners, GeoJSON or well-known text"),
    "area-text-how": msg("One corner a line, longitude before latitude, in degrees: -0.04, 16.27. "
                         "Or circle:-0.04,16.27,25 for a circle of 25 km."),
    "area-file": msg("Or a file (GeoJSON or well-known text, up to 2 MB)"),
    "area-large": msg("The file is larger than 2 MB; simplify it first."),
}
