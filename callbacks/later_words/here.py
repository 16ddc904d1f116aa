"""What is said at a place of the map that was asked about."""

from __future__ import annotations

from data.i18n import Message, msg

WORDS: dict[str, Message] = {
    "here-title": msg("At this place"),
    "here-at": msg("Latitude {lat}, longitude {lon}"),
    "here-add": msg("Add an incident here"),
}
