"""What the upload page is told when something cannot be done."""

from __future__ import annotations

from data.errors import AtlasError
from data.i18n import Message, msg

MEGABYTE = 1_000_000


class RefusedError(AtlasError):
    """A request that is not done; `status` is its HTTP status."""

    def __init__(self, status: int, message: Message) -> None:
        super().__init__(message)
        self.status = status


def gone() -> RefusedError:
    """Build the refusal of an upload that is not here."""
    return RefusedError(410, msg(
        "This upload is no longer here: it was left, or nobody touched it for a day. Bring the "
        "file again."))


def too_large(most: int) -> RefusedError:
    """Build the refusal of what exceeds the limit, in bytes."""
    return RefusedError(413, msg(
        "That is more than the {most} MB that this server takes at once (setting {setting}). "
        "Compress the file as .gz or .zip, or import it on the command line: app.py import FILE.",
        most=most // MEGABYTE, setting="ATLAS_UPLOAD_MB"))


def busy() -> RefusedError:
    """Build the refusal of a second piece of work on the same upload."""
    return RefusedError(409, msg(
        "This upload is being worked on already, perhaps in another tab; wait until that has "
        "ended, or cancel it."))
