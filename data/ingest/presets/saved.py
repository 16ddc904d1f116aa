"""Presets of one's own: what was recognised in a file, kept for the next one like it.

Each is a TOML file in the folder of the setting `presets`, named after the preset.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, get_args

from data import licences
from data.errors import UsageError, unreadable, wrong_value
from data.i18n import msg
from data.ingest.dates import Order
from data.ingest.presets.base import ActorColumn, Preset
from data.model import ROLES

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}")


@dataclass(frozen=True)
class Saved:
    """What is kept of how a file was read.

    Attributes:
        name: what `--preset` takes.
        base: the preset that it is made from.
        header: the columns that a file must have to be recognised.
        columns: the column of each field.
        actors: columns that name actors, and their roles.
        kept: columns that are kept in the notes.
        derived: fields that the base derives from several columns.
        source, licence, date_order: what the user said, if anything.
    """

    name: str
    base: str
    header: tuple[str, ...]
    columns: Mapping[str, str]
    actors: Sequence[tuple[str, str]] = ()
    kept: tuple[str, ...] = ()
    derived: tuple[str, ...] = ()
    source: str | None = None
    licence: str | None = None
    date_order: Order | None = None


def require_name(name: str, taken: Iterable[str], folder: Path) -> None:
    """Raise `UsageError` where a preset cannot be saved under a name."""
    if not _NAME.fullmatch(name):
        raise wrong_value("--save-preset", name, msg(
            "a name is of small letters, digits, “-” and “_”, such as partner-form"))
    if name in taken:
        raise wrong_value("--save-preset", name, msg("a preset that comes with the product has "
                                                     "this name"))
    if _path(folder, name).exists():
        raise wrong_value("--save-preset", name, msg(
            "there is such a preset; delete {file} first, or choose another name",
            file=str(_path(folder, name))))


def write(folder: Path, saved: Saved) -> Path:
    """Write a preset and return its file."""
    folder.mkdir(parents=True, exist_ok=True)
    path = _path(folder, saved.name)
    path.write_text(_toml(saved), encoding="utf-8")
    return path


def load(folder: Path, bases: Sequence[Preset]) -> tuple[Preset, ...]:
    """Read every preset of a folder, those with the most columns first.

    Raises:
        UnreadableFileError: a file is not what `write` makes.
    """
    if not folder.is_dir():
        return ()
    by_name = {preset.name: preset for preset in bases}
    found = [_read(path, by_name) for path in sorted(folder.glob("*.toml"))]
    return tuple(sorted(found, key=lambda preset: -len(preset.layouts[0])))


def _path(folder: Path, name: str) -> Path:
    return folder / f"{name}.toml"


def _toml(saved: Saved) -> str:
    lines = [f"base = {_quoted(saved.base)}"]
    lines += [f"{name} = {_quoted(value)}" for name in ("source", "licence", "date_order")
              if (value := getattr(saved, name))]
    for name in ("header", "kept", "derived"):
        lines.append(f"{name} = [{', '.join(map(_quoted, getattr(saved, name)))}]")
    lines += ["", "[columns]"]
    lines += [f"{_quoted(name)} = {_quoted(column)}" for name, column in saved.columns.items()]
    lines += ["", "[actors]"]
    lines += [f"{_quoted(column)} = {_quoted(role)}" for column, role in saved.actors]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """Quote text as TOML and JSON both do, but for one control character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _read(path: Path, bases: Mapping[str, Preset]) -> Preset:
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        return _preset(path.stem, told, bases)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, UsageError) as error:
        raise unreadable(path.name, msg("it is no preset that was saved here ({why})",
                                        why=str(error)),
                         msg("correct or delete it in {folder}", folder=str(path.parent))
                         ) from error


def _preset(name: str, told: Mapping[str, Any], bases: Mapping[str, Preset]) -> Preset:
    base = bases[told["base"]]
    order = told.get("date_order")
    if order is not None and order not in get_args(Order):
        raise ValueError(order)
    derived = set(told["derived"])
    return replace(
        base, name=name, base=base.name, signature=frozenset(),
        title=msg("a preset of your own"),
        layouts=(frozenset(filter(None, _texts(told["header"]))),),
        columns=MappingProxyType({str(k): (str(v),) for k, v in told["columns"].items()}),
        actors=tuple(_actor(column, role, base) for column, role in told["actors"].items()),
        kept=tuple(_texts(told["kept"])),
        derived=tuple(each for each in base.derived if each.field in derived),
        source=told.get("source") or base.source,
        licence=_licence(told.get("licence")) or base.licence,
        date_order=order or base.date_order)


def _texts(values: Any) -> list[str]:
    if not isinstance(values, list):
        raise TypeError(values)
    return [str(value) for value in values]


def _actor(column: str, role: str, base: Preset) -> ActorColumn:
    """Return the base's own account of a column's actors, else the role that was saved."""
    if role not in ROLES:
        raise ValueError(role)
    own = next((actor for actor in base.actors if column in actor.columns), None)
    return own if own and own.role == role else ActorColumn((column,), role)


def _licence(text: str | None) -> str | None:
    return licences.require(text).id if text else None
