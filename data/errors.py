"""The errors a person may meet: each says what was wrong, where, and what to do."""

from __future__ import annotations

from typing import Any, ClassVar

from data.i18n import Message, msg


class AtlasError(Exception):
    """The root of all errors that are sentences, not defects."""

    exit_status: ClassVar[int] = 1

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message

    def __reduce__(self) -> tuple[type[AtlasError], tuple[Message]]:
        """Let an error come back from another process."""
        return type(self), (self.message,)

    def render(self, language: str) -> str:
        """Say it in a language of `data.i18n.LANGUAGES`."""
        return self.message.render(language)


class UsageError(AtlasError):
    """A wrong option or value on the command line or in a link."""

    exit_status = 2


class SettingError(UsageError):
    """A setting that cannot be read."""


class UnreadableFileError(AtlasError):
    """A file that is not what it should be; nothing of it was used."""


class UndecidedError(AtlasError):
    """Something the file does not tell; the message names the option that answers it."""


class StoreError(AtlasError):
    """The store is missing, damaged, or held by another import."""


def unreadable(name: str, why: Message, do: Message) -> UnreadableFileError:
    """Build the error of a file from why it cannot be read and what to do about it."""
    return UnreadableFileError(msg("{file}: {why}; {do}.", file=name, why=why, do=do))


def wrong_value(option: str, value: Any, expected: Message) -> UsageError:
    """Build the error of an option whose value is not one that it takes."""
    return UsageError(
        msg("{option} does not take “{value}”: {expected}.",
            option=option, value=str(value), expected=expected)
    )
