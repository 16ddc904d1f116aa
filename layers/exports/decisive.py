"""What decides the bytes of an export beside its description and the data."""

from __future__ import annotations

import hashlib
import platform
import zlib
from collections.abc import Mapping
from dataclasses import replace
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as version_of
from pathlib import Path
from typing import Any

from data import software
from data.model import SENSITIVITIES
from data.settings import SETTINGS, Settings
from data.store import FORMAT
from layers.exports.forms import FORMS
from layers.exports.written import UnfitError

KEPT = ("export_sensitivity", "export_unstated", "cube_rows", "points_shown", "public_address",
        "organisation", "accent", "disclaimer", "marking")
"""Settings that a manifest keeps as they are; of the logo it keeps a hash, and of folders
nothing."""
LOGO = "logo_sha256"

ALWAYS = ("duckdb", "pyarrow", "numpy", "h3", "shapely")
DRAWN = ("matplotlib", "contourpy", "pyproj", "geopandas", "pillow", "segno")
FOR: dict[str, tuple[str, ...]] = {
    "pdf": ("pypdf",), "pptx": ("python-pptx", "lxml", "xlsxwriter"),
    "docx": ("python-docx", "lxml"), "xlsx": ("xlsxwriter",), "gpkg": ("pyogrio", "geopandas"),
    "geoparquet": ("geopandas", "pyproj"), "mp4": ("imageio-ffmpeg",),
}
"""Libraries that write a form, by the names of their distributions."""


def software_used() -> dict[str, Any]:
    """Return the version, a hash of the code, and the layout of snapshots."""
    return {"version": software.version(), "code": software.code(), "layout": FORMAT}


def libraries(form: str) -> dict[str, str]:
    """Return the version of each library that decides a form's bytes; none is loaded for it."""
    names = {*ALWAYS, *FOR.get(form, ()), *(DRAWN if FORMS[form].drawn else ())}
    found = {name: known for name in sorted(names) if (known := _version(name))}
    found |= {"python": platform.python_version(), "zlib": zlib.ZLIB_RUNTIME_VERSION}
    return found | _within(form)


def _within(form: str) -> dict[str, str]:
    """Return what libraries bring with them; they are loaded by now, since the export is made."""
    found = {}
    if form == "gpkg":
        import pyogrio  # noqa: PLC0415 - loads GDAL

        found["gdal"] = ".".join(str(part) for part in pyogrio.__gdal_version__)
    if FORMS[form].drawn:
        import pyproj  # noqa: PLC0415 - only drawings need it

        found["proj"] = pyproj.proj_version_str
    return found


def _version(name: str) -> str | None:
    try:
        return version_of(name)
    except PackageNotFoundError:
        return None


def settings_used(settings: Settings) -> dict[str, Any]:
    """Return the settings that decide what an export holds and looks like."""
    return {**{name: getattr(settings, name) for name in KEPT}, LOGO: _hash(settings.logo)}


def settings_of(used: Mapping[str, Any], settings: Settings) -> Settings:
    """Return the settings in force with those of a manifest in their place.

    What may leave is never loosened: the stricter rule holds. The logo is that of today.
    """
    found = replace(settings, **{name: used[name] for name in KEPT if name in used})
    strict = min(settings.export_sensitivity, found.export_sensitivity, key=SENSITIVITIES.index)
    return replace(found, export_sensitivity=strict,
                   export_unstated=settings.export_unstated and found.export_unstated)


def require_settings(used: Mapping[str, Any], where: str) -> None:
    """Raise `UnfitError` where settings of a manifest are not what these settings can be."""
    for setting in SETTINGS:
        if setting.name not in KEPT or setting.name not in used:
            continue
        value = used[setting.name]
        said = {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
        try:
            same = said == "" or setting.read(said) == value
        except ValueError:
            same = False
        if not same:
            raise UnfitError(f"{where}.{setting.name}", setting.expected)


def differing(then: Mapping[str, Any], now: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the names of what is not the same."""
    return tuple(name for name in sorted({*then, *now}) if then.get(name) != now.get(name))


def _hash(path: Path | None) -> str | None:
    """Hash the logo; None where there is none, or it cannot be read."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest() if path else None
    except OSError:
        return None
