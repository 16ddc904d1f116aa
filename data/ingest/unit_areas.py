"""A file of administrative units is no file of incidents, even where it has a column of dates."""

from __future__ import annotations

import re

import ibis.expr.types as ir

from data.errors import UndecidedError
from data.i18n import msg
from data.ingest.formats.points import TYPE
from data.ingest.records import Header
from data.store import Writer

AREAS = ("Polygon", "MultiPolygon")
_CODE = re.compile(r"adm(?:in)?_?[0-5]_?(?:pcode|code)|gid_[0-5]|shape(?:iso|id)|iso_3166_2", re.I)
"""Columns that hold the codes of units, as publishers of boundaries call them."""


def refuse(writer: Writer, raw: ir.Table, header: Header, file: str) -> None:
    """Ask whether a file of units is meant as incidents.

    Args:
        writer: the snapshot being built.
        raw: the staged records.
        header: the file's columns.
        file: its name.

    Raises:
        UndecidedError: all its shapes are areas, and its columns hold the codes of units.
    """
    column = header.raw(TYPE)
    if column is None or not any(map(_CODE.fullmatch, header.names)):
        return
    others = raw.filter(~raw[column].isin(AREAS)).count()
    if writer.fetch(others.as_table()).to_pylist()[0] == {others.get_name(): 0}:
        raise UndecidedError(msg(
            "{file}: Are its areas incidents? They look like administrative units, which app.py "
            "boundaries FILE loads; if they are incidents, name their date with "
            "--map date_start=COLUMN.", file=file))
