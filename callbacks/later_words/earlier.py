"""What the bar over the link of an old export says."""

from __future__ import annotations

from data.i18n import Message, msg

WORDS: dict[str, Message] = {
    "earlier": msg("Data of an old link"),
    "earlier-offer": msg("This link was made from the data of {day}; newer data is shown. In what "
                         "is chosen here: {says}"),
    "earlier-shown": msg("As it was: the data of {day} is shown. Until now: {says}"),
    "earlier-gone": msg("The data of then is no longer kept, so the page cannot be shown as it "
                        "was."),
    "earlier-was": msg("Show it as it was"),
    "earlier-now": msg("Show it as it is now"),
    "earlier-stay": msg("Stay with what is now"),
}
