"""Data packages: tables, and maps with their layers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from data.manifest.mark import Mark, dated
from data.packages.order import MAPS, Order
from data.queries.exports import Rules
from data.settings import Settings
from layers.exports.export import Export
from layers.exports.made import Made, Tell
from layers.exports.told import told
from layers.packages.save import save
from layers.sheet.press import Press


def write(export: Export, press: Press, path: Path, tell: Tell) -> Made:
    """Write the package."""
    tell(0, 1)
    order = ordered(export, press.settings)
    link = dated(order.link or order.selection.to_query(), Mark.of(press.held))
    built = save(press.held, press.settings, replace(order, link=link), path)
    tell(1, 1)
    facts = built.facts
    return Made(built.files, facts.title, 0, facts.leaving,
                facts.kept_by_licence + facts.kept_by_sensitivity, tuple(told(built)))


def ordered(export: Export, settings: Settings) -> Order:
    """Return the package that an export means."""
    sheet = export.sheet
    drawn = export.form in MAPS
    return Order(
        export.form, sheet.selection, sheet.language, sheet.coarsen, notes=sheet.notes,
        layers=tuple(one.id for one in sheet.layers) if drawn else (),
        options=tuple((one.id, name, value) for one in sheet.layers
                      for name, value in one.options),
        resolution=sheet.resolution, rules=Rules.of(settings), link=export.link)
