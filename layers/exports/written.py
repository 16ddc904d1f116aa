"""An export written as plain values, for JSON, and read back as the same export.

What is written follows the fields of `Export` and of all that it holds: a field that is added
to one of them is written by itself, and one that a file lacks has its default.
"""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Hashable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from data.errors import AtlasError
from data.i18n import Message, encodable, msg
from data.selection import Selection
from layers.exports.export import Export


class UnfitError(Exception):
    """Written values that are no export: where, and why."""

    def __init__(self, where: str, why: Message) -> None:
        super().__init__(f"{where}: {why}")
        self.where, self.why = where, why


def plain(export: Export) -> dict[str, Any]:
    """Return an export as objects, lists, texts and numbers."""
    written: dict[str, Any] = _plain(Export, export)
    return written


def export_of(value: Any, where: str = "export") -> Export:
    """Read `plain` back.

    Args:
        value: as JSON gives it.
        where: what it is called in errors.

    Raises:
        UnfitError: something in it is not what an export holds.
    """
    found: Export = _read(Export, value, where)
    return found


def _plain(hint: Any, value: Any) -> Any:
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, str):
        return encodable(value)
    if isinstance(value, Selection):
        return value.to_query()
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(item, one) for item, one in zip(
            _items(hint, len(value)), value, strict=True)]
    kind: Any = type(value)
    hints = _hints(kind)
    inner = {one.name: _plain(hints[one.name], getattr(value, one.name)) for one in fields(value)}
    return {_tag(kind): inner} if len(_choices(hint)) > 1 else inner


def _read(hint: Any, value: Any, where: str) -> Any:
    choices = _choices(hint)
    if value is None and type(None) in get_args(hint):
        return None
    if len(choices) > 1:
        return _one_of(choices, value, where)
    (kind,) = choices
    if get_origin(kind) is tuple:
        return _parts(kind, value, where)
    if kind is Selection:
        return _made(lambda: Selection.from_query(_text(value, where)), where)
    if kind is dt.date:
        return _day(value, where)
    return _object(kind, value, where) if is_dataclass(kind) else _simple(kind, value, where)


def _parts(kind: Any, value: Any, where: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise UnfitError(where, msg("it is a list"))
    items = _items(kind, len(value))
    if len(items) != len(value):
        raise UnfitError(where, msg("it has {count} parts", count=len(items)))
    return tuple(_read(item, one, f"{where}[{place}]")
                 for place, (item, one) in enumerate(zip(items, value, strict=True)))


def _object(kind: Any, value: Any, where: str) -> Any:
    given = _mapping(value, where)
    hints = _hints(kind)
    known = {one.name: one for one in fields(kind)}
    for name in given:
        if name not in known:
            raise UnfitError(f"{where}.{name}", msg(
                "this version of the atlas does not know it"))
    for name, one in known.items():
        if name not in given and one.default is MISSING and one.default_factory is MISSING:
            raise UnfitError(f"{where}.{name}", msg("it is missing"))
    read = {name: _read(hints[name], held, f"{where}.{name}") for name, held in given.items()}
    return _made(lambda: kind(**read), where)


def _one_of(choices: tuple[Any, ...], value: Any, where: str) -> Any:
    """Read what stands under the name of its kind, such as `{"series": {"step": "year"}}`."""
    given = _mapping(value, where)
    by_name = {_tag(one): one for one in choices}
    if len(given) != 1 or next(iter(given)) not in by_name:
        raise UnfitError(where, msg("it is one of {names}", names=", ".join(by_name)))
    name, inner = next(iter(given.items()))
    return _object(by_name[name], inner, f"{where}.{name}")


def _made(make: Any, where: str) -> Any:
    try:
        return make()
    except AtlasError as error:
        raise UnfitError(where, error.message) from error


def _simple(kind: Any, value: Any, where: str) -> Any:
    if get_origin(kind) is Literal:
        if value not in get_args(kind):
            raise UnfitError(where, msg("it is one of {names}", names=", ".join(
                str(one) for one in get_args(kind))))
        return value
    right = (isinstance(value, (int, float)) and not isinstance(value, bool)
             if kind is float else type(value) is kind)
    if not right:
        raise UnfitError(where, {
            str: msg("it is a text"), bool: msg("it is true or false"), int: msg(
                "it is a whole number"), float: msg("it is a number")}[kind])
    return kind(value)


def _mapping(value: Any, where: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise UnfitError(where, msg("it is an object"))
    return value


def _text(value: Any, where: str) -> str:
    return str(_simple(str, value, where))


def _day(value: Any, where: str) -> dt.date:
    try:
        return dt.date.fromisoformat(_text(value, where))
    except ValueError as error:
        raise UnfitError(where, msg("it is a day such as 2026-03-07")) from error


def _choices(hint: Any) -> tuple[Any, ...]:
    """Return the kinds that a hint allows beside None."""
    if get_origin(hint) in (Union, types.UnionType):
        return tuple(one for one in get_args(hint) if one is not type(None))
    return (hint,)


def _items(hint: Any, count: int) -> tuple[Any, ...]:
    """Return the hint of each item of a tuple that has `count` of them."""
    (kind,) = _choices(hint)
    inner = get_args(kind)
    return (inner[0],) * count if inner[1:] == (...,) else inner


def _tag(kind: type) -> str:
    return kind.__name__.lower()


@cache
def _hints(kind: Hashable) -> dict[str, Any]:
    return get_type_hints(kind)
