"""What the dialogue of saved views says."""

from __future__ import annotations

from data.i18n import Message, msg, nmsg

WORDS: dict[str, Message] = {
    "views": msg("Saved views"),
    "views-where": msg("A view is everything on this page: filters, layers, time and place. Views "
                       "stay in this browser; nothing is sent anywhere."),
    "views-none": msg("No view has been saved yet."),
    "view-name": msg("Name of this view"),
    "view-save": msg("Save"),
    "view-needs-name": msg("Give the view a name."),
    "view-replaces": msg("A view is called “{name}” already. Save again to replace it."),
    "view-saved": msg("“{name}” has been saved."),
    "views-not-kept": msg("This browser keeps nothing for this page, or has no room left. Copy "
                          "the link to the view instead."),
    "view-opened": msg("The view “{name}” is open; undo brings back what was there."),
    "view-rename": msg("Rename"),
    "view-rename-it": msg("Rename “{name}”"),
    "view-new-name": msg("New name of “{name}”"),
    "view-name-taken": msg("“{name}” cannot be used: it is empty, or another view has it."),
    "view-delete": msg("Delete"),
    "view-delete-it": msg("Delete “{name}”"),
    "view-removed": msg("“{name}” has been deleted."),
    "views-export": msg("Save all to a file"),
    "views-import": msg("Take views from a file"),
    "views-no-file": msg("“{name}” is not a file of saved views."),
    "close": msg("Close"),
}
COUNTED: dict[str, Message] = {
    "views-taken": nmsg("{n} view has been taken in.", "{n} views have been taken in.", 1),
}
