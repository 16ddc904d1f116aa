"""The settings: one table of name, default and help; the environment is read here alone."""

from __future__ import annotations

import locale
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import platformdirs

from data.errors import SettingError
from data.i18n import LANGUAGES, Message, msg, negotiate

PREFIX = "ATLAS_"
APPLICATION = "illicit-economies-atlas"


def _folder(text: str) -> Path:
    return Path(text).expanduser()


def _at_least_one(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def _distance(text: str) -> float:
    number = float(text)
    # Also refuses what is not a number, which compares to nothing.
    if not 0 <= number < 1000:
        raise ValueError(text)
    return number


def _colour(text: str) -> str:
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", text):
        raise ValueError(text)
    return text.lower()


def _address(text: str) -> str:
    if not text.startswith(("https://", "http://")) or "?" in text or "#" in text:
        raise ValueError(text)
    return text.rstrip("/") + "/"


def _line(text: str) -> str:
    return " ".join(text.split())


def _language(text: str) -> str:
    if text not in LANGUAGES:
        raise ValueError(text)
    return text


def _sensitivity(text: str) -> str:
    if text not in ("public", "restricted", "confidential"):
        raise ValueError(text)
    return text


def _yes_or_no(text: str) -> bool:
    if text not in ("yes", "no"):
        raise ValueError(text)
    return text == "yes"


def _system_language() -> str:
    spoken = [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    return negotiate([*spoken, locale.getlocale()[0] or ""])


def _user_data(name: str) -> Path:
    return Path(platformdirs.user_data_dir(APPLICATION, appauthor=False)) / name


@dataclass(frozen=True)
class Setting:
    """One setting: `ATLAS_NAME` in the environment, its type, default and help."""

    name: str
    read: Callable[[str], Any]
    default: Callable[[], Any]
    expected: Message
    help: Message

    @property
    def variable(self) -> str:
        """The environment variable that carries it."""
        return PREFIX + self.name.upper()


def _user_configuration(name: str) -> Path:
    return Path(platformdirs.user_config_dir(APPLICATION, appauthor=False)) / name


def _user_cache(name: str) -> Path:
    return Path(platformdirs.user_cache_dir(APPLICATION, appauthor=False)) / name


SETTINGS: tuple[Setting, ...] = (
    Setting("store", _folder, lambda: _user_data("store"), msg("a folder"),
            msg("Folder of the snapshots that imports build and the page reads.")),
    Setting("demo_store", _folder, lambda: _user_data("demonstration"), msg("a folder"),
            msg("Folder of the synthetic demonstration data; imports never touch it.")),
    Setting("presets", _folder, lambda: _user_configuration("presets"), msg("a folder"),
            msg("Folder of the presets that you saved with --save-preset, one file each.")),
    Setting("language", _language, _system_language, msg("en or fr"),
            msg("Language of the command line, and of the page where a browser names none.")),
    Setting("border_tolerance_km", _distance, lambda: 5.0, msg("kilometres, from 0 to 1,000"),
            msg("How far outside the country it names a point may lie before it is flagged; "
            "boundaries are generalised.")),
    Setting("snapshots_kept", _at_least_one, lambda: 5, msg("a whole number from 1"),
            msg("How many snapshots stay for a rollback; older ones are deleted after an import.")),
    Setting("cube_rows", _at_least_one, lambda: 250_000, msg("a whole number from 1"),
            msg("The most rows that travel to the browser for one filter; above it days become "
            "months, then hexagons become coarser, and the page says so.")),
    Setting("points_shown", _at_least_one, lambda: 20_000, msg("a whole number from 1"),
            msg("The most single incidents that are drawn as points at once.")),
    Setting("import_batch", _at_least_one, lambda: 50_000, msg("a whole number from 1"),
            msg("Records read from a file at a time; smaller needs less memory.")),
    Setting("upload_mb", _at_least_one, lambda: 1_000, msg("a whole number from 1"),
            msg("The most megabytes that one upload through the page may have, all its files "
                "together.")),
    Setting("uploads", _folder, lambda: _user_cache("uploads"), msg("a folder"),
            msg("Folder of files that are uploaded through the page and not imported yet; what "
                "is left there for a day is deleted.")),
    Setting("export_sensitivity", _sensitivity, lambda: "public",
            msg("public, restricted or confidential"),
            msg("The most sensitive incidents that may leave by an export; of more sensitive "
                "ones, only their number is told.")),
    Setting("export_unstated", _yes_or_no, lambda: True, msg("yes or no"),
            msg("Whether incidents may leave by an export whose licence nobody stated; with no, "
                "they leave in counts only.")),
    Setting("public_address", _address, lambda: "", msg("an address that begins with https://"),
            msg("Address at which readers reach this atlas; sheets then carry a link to it and "
                "its QR code.")),
    Setting("organisation", _line, lambda: "", msg("a name"),
            msg("Name of the organisation that stands on sheets and other exports.")),
    Setting("logo", _folder, lambda: None, msg("a PNG or SVG file"),
            msg("The organisation’s logo on sheets, a PNG or SVG file.")),
    Setting("accent", _colour, lambda: "#1c5a62", msg("a colour such as #1c5a62"),
            msg("The organisation’s colour: the line under a sheet’s title, and its chart.")),
    Setting("disclaimer", _line, lambda: "", msg("a sentence"),
            msg("The organisation’s own disclaimer, below that on boundaries.")),
    Setting("marking", _line, lambda: "", msg("a few words"),
            msg("Classification marking, at the head and foot of every sheet.")),
)


@dataclass(frozen=True)
class Settings:
    """The values in force; see `SETTINGS` for what each means."""

    store: Path
    demo_store: Path
    presets: Path
    language: str
    border_tolerance_km: float
    snapshots_kept: int
    cube_rows: int
    points_shown: int
    import_batch: int
    upload_mb: int
    uploads: Path
    export_sensitivity: str
    export_unstated: bool
    public_address: str
    organisation: str
    logo: Path | None
    accent: str
    disclaimer: str
    marking: str


def load(environment: Mapping[str, str] | None = None, **overrides: Any) -> Settings:
    """Read the settings: an override first, then the environment, then the default.

    Overrides that are None count as not given. Raises `SettingError` for a value
    that cannot be read.
    """
    source = os.environ if environment is None else environment
    values: dict[str, Any] = {}
    for setting in SETTINGS:
        given = overrides.get(setting.name)
        values[setting.name] = _value(setting, source) if given is None else given
    return Settings(**values)


def _value(setting: Setting, source: Mapping[str, str]) -> Any:
    text = source.get(setting.variable)
    if text is None or text == "":
        return setting.default()
    try:
        return setting.read(text)
    except ValueError as error:
        raise SettingError(
            msg("The setting {name} cannot be “{value}”: it takes {expected}.",
                name=setting.variable, value=text, expected=setting.expected)
        ) from error
