"""What a file says of itself: nothing of the libraries' templates stays."""

from __future__ import annotations

from typing import Any

from data.settings import Settings
from layers.documents.clean import clean
from layers.documents.packed import moment
from layers.sheet.gather import Content
from layers.sheet.save import CREATOR

TAGS = {"en": "en-GB", "fr": "fr-FR"}
MOST = 255
"""Letters of a property."""


def fill(
    core: Any, names: tuple[str, str], content: Content, settings: Settings, language: str
) -> None:
    """Fill the properties that slides and documents share.

    Args:
        core: the file's.
        names: title and subtitle of the whole.
        content: of its first page.
        settings: the organisation's name.
        language: of the words.
    """
    core.title, core.subject = (clean(name)[:MOST] for name in names)
    core.author = core.last_modified_by = clean(settings.organisation)[:MOST] or CREATOR
    core.comments = core.keywords = core.category = core.content_status = ""
    core.identifier, core.version = content.digest, content.snapshot
    core.language, core.revision = TAGS[language], 1
    core.created = core.modified = core.last_printed = moment(content.as_of)
