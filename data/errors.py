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

    def __reduce__(self) -> tuple[type[AtlasError], tuple[Any, ...]]:
        """Let an error come back from another process."""
        return type(self), (self.message,)

    def render(self, language: str) -> str:
        """Say it in a language of `data.i18n.LANGUAGES`."""
        return self.message.render(language)

    @property
    def on_page(self) -> Message:
        """What it says where options have no names of the command line."""
        return self.message


class UsageError(AtlasError):
    """A wrong option or value on the command line or in a link."""

    exit_status = 2


class WrongValueError(UsageError):
    """A value that its option does not take; `expected` says what it takes."""

    def __init__(self, option: str, value: str, expected: Message) -> None:
        super().__init__(msg("{option} does not take “{value}”: {expected}.",
                             option=option, value=value, expected=expected))
        self._told = (option, value, expected)

    def __reduce__(self) -> tuple[type[WrongValueError], tuple[str, str, Message]]:
        """Let it come back from another process, with what it is made of."""
        return type(self), self._told

    @property
    def on_page(self) -> Message:
        """What it says beside a field, or of a link: which option is no word of the page."""
        _, value, expected = self._told
        return msg("“{value}” does not fit here: {expected}.", value=value, expected=expected)


class SettingError(UsageError):
    """A setting that cannot be read."""


class UnreadableFileError(AtlasError):
    """A file that is not what it should be; nothing of it was used."""


class UndecidedError(AtlasError):
    """Something the file does not tell; the message names the option that answers it."""


class NamelessError(UndecidedError):
    """A table whose first line holds values where the names of its columns should be."""


class StoreError(AtlasError):
    """The store is missing, damaged, or held by another import."""


def unreadable(name: str, why: Message, do: Message) -> UnreadableFileError:
    """Build the error of a file from why it cannot be read and what to do about it."""
    return UnreadableFileError(msg("{file}: {why}; {do}.", file=name, why=why, do=do))


def wrong_value(option: str, value: Any, expected: Message) -> WrongValueError:
    """Build the error of an option whose value is not one that it takes."""
    return WrongValueError(option, str(value), expected)
