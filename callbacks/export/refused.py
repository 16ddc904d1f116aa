"""What the panel is told when something cannot be done."""

from __future__ import annotations

from data.errors import AtlasError
from data.i18n import Message, msg

WRONG, GONE, TOO_LARGE, OVERTAKEN, FULL = 400, 410, 413, 409, 503


class RefusedError(AtlasError):
    """A request that is not done.

    Attributes:
        status: of HTTP.
        field: the control that it is about; empty for none.
    """

    def __init__(self, message: Message, status: int = WRONG, field: str = "") -> None:
        super().__init__(message)
        self.status, self.field = status, field


def not_ours() -> RefusedError:
    """Build the refusal of what no control of the panel sends."""
    return RefusedError(msg("What was sent is not what the page sends; load the page again."))


def gone() -> RefusedError:
    """Build the refusal of an export that is not here."""
    return RefusedError(msg("This export is no longer here: it was cancelled, or lay for some "
                            "minutes. Make it again."), GONE)
