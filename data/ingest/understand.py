"""What a staged file is: its preset, and which of its records are no records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import ibis.expr.types as ir

from data.errors import UndecidedError
from data.i18n import Message, msg
from data.ingest import byvalue, hashtags
from data.ingest.presets.base import Preset
from data.ingest.presets.generic import GENERIC
from data.ingest.presets.hxl import HXL, meant
from data.ingest.records import Header
from data.store import Writer


@dataclass(frozen=True)
class Understood:
    """A file's records and what they are.

    Attributes:
        preset: the format, with the columns that its tags or values tell.
        header: the file's columns, those without a name called by their tags.
        raw: the staged records, without headings.
        headings: how many records were headings.
    """

    preset: Preset
    header: Header
    raw: ir.Table
    headings: int = 0

    @property
    def note(self) -> Message | None:
        """What a person should know of it."""
        if not self.headings:
            return None
        return msg("the records up to the row of HXL hashtags ({count}) were taken for headings",
                   count=self.headings)


def understand(
    writer: Writer, raw: ir.Table, header: Header, preset: Preset, *, named: bool,
    overrides: Mapping[str, str],
) -> Understood:
    """Find hashtags, and what names and values tell.

    Args:
        writer: the snapshot being built.
        raw: the staged records.
        header: the file's columns.
        preset: what their names tell.
        named: whether the user named it.
        overrides: columns by field, as the user said.

    Raises:
        UndecidedError: tags or values leave a column open, or there are no tags to go by.
    """
    tagged = hashtags.find(writer, raw, header)
    headings = tagged.row if tagged else 0
    header = hashtags.named(header, tagged) if tagged else header
    records = hashtags.below(raw, headings) if headings else raw
    if tagged and (preset is HXL or (preset is GENERIC and not named)):
        return Understood(meant(tagged, header, overrides), header, records, headings)
    if preset is HXL:
        raise UndecidedError(msg(
            "Where are the hashtags? The preset hxl needs a row such as #date, #geo+lat, #geo+lon "
            "under the header; use --preset generic where there is none."))
    if preset is GENERIC:
        preset = byvalue.complete(writer, records, header, preset, overrides)
    return Understood(preset, header, records, headings)
