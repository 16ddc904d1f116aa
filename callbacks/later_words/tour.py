"""What the tour says, a step at a time."""

from __future__ import annotations

from data.i18n import Message, msg

WORDS: dict[str, Message] = {
    "tour": msg("Tour of the page"),
    "tour-at": msg("{n} of {all}"),
    "tour-back": msg("Back"),
    "tour-on": msg("Next"),
    "tour-done": msg("Done"),
    "tour-leave": msg("Leave the tour"),
    "tour-sentence": msg("This sentence always says what is on the map: which incidents, where, "
                         "when, how many, and from how many sources. Exports carry the same "
                         "sentence."),
    "tour-layers": msg("Switch layers on and off here. The arrow at the end of a line tells what "
                       "a layer shows and what it does not. Filters stand below; every part of "
                       "the page follows them."),
    "tour-map": msg("Click anything on the map to read what is known of it and who says so. With "
                    "the keyboard, arrows move the map and Enter asks about its middle. Dashed "
                    "lines are claims whose path is not known."),
    "tour-legend": msg("The legend belongs to what is drawn. “Counted apart” are incidents whose "
                       "place is known too vaguely for a hexagon; they are never drawn as if "
                       "they had happened in one."),
    "tour-clock": msg("Drag the handles, or the band between them, to choose a time; play moves "
                      "it on. The bars count incidents, stacked by family of kinds."),
    "tour-table": msg("The table holds everything that the map shows, as text, under the same "
                      "filters."),
    "tour-more": msg("Here are saved views, the import of your own files, the help and this "
                     "tour. Every view is a link that can be sent to others."),
}
