"""What a person chose on the upload page, as the options of an import."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from callbacks.upload.refused import RefusedError
from data.classify.rules import own_table, read
from data.errors import wrong_value
from data.i18n import encodable, msg
from data.ingest import presets
from data.ingest.options import Options

LONGEST = 500
MOST = 400
ORDERS = ("dmy", "mdy")


@dataclass(frozen=True)
class Choices:
    """The form of the page, read.

    Attributes:
        given: as the browser sent it, to be kept with what was checked.
        columns: the column of each field; an empty one means that the field is not read.
    """

    given: Mapping[str, Any]
    columns: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, given: Any) -> Choices:
        """Read what the browser sent; raises `RefusedError` where it is no form of ours."""
        if not isinstance(given, dict):
            raise _not_ours()
        columns = given.get("map") or {}
        if not isinstance(columns, dict) or len(columns) > MOST:
            raise _not_ours()
        return cls(given, {str(name)[:LONGEST]: str(column) for name, column in columns.items()})

    def options(self, rules: Path | None, *, dry_run: bool) -> Options:
        """Return the options that they mean.

        Args:
            rules: a table of rules of the person's own, where there is one.
            dry_run: whether nothing is to be written.

        Raises:
            AtlasError: a value that an option does not take, or rules that cannot be read.
        """
        order = self._text("date_order")
        return Options(
            preset=self._text("preset") or presets.AUTO,
            map=[f"{name}={column}" for name, column in self.columns.items() if column.strip()],
            without=tuple(name for name, column in self.columns.items() if not column.strip()),
            source=self._text("source") or None, licence=self._text("licence") or None,
            encoding=self._text("encoding") or None,
            date_order=_order(order), sheets=self._texts("sheets"),
            layer=self._text("layer") or None, header=not self.given.get("no_header"),
            dry_run=dry_run, rules=read(rules) if rules else own_table(),
            as_of=_day(self._text("as_of")), full=bool(self.given.get("full")),
            yes=bool(self.given.get("yes")))

    @property
    def save_as(self) -> str:
        """The name under which how the file was read is to be kept; empty for none."""
        return self._text("save_as")

    def _text(self, name: str) -> str:
        return encodable(str(self.given.get(name) or "").strip())[:LONGEST]

    def _texts(self, name: str) -> list[str]:
        values = self.given.get(name) or []
        if not isinstance(values, list):
            raise _not_ours()
        return [encodable(str(value)) for value in values[:MOST]]


def _order(text: str) -> Any:
    if text and text not in ORDERS:
        raise wrong_value("--date-order", text, msg("day and month come as dmy or mdy"))
    return text or None


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError as error:
        raise wrong_value("--as-of", text,
                          msg("write a day as year-month-day, such as 2024-05-01")) from error


def _not_ours() -> RefusedError:
    return RefusedError(400, msg("What was sent is not what the page sends; load the page again."))
