"""The upload page's frame, and what its script is told once."""

from __future__ import annotations

from typing import Any

from flask import Flask, Response

from callbacks import bundle, plain_page
from callbacks.context import Context
from callbacks.guard import HEADER
from callbacks.language import of_request
from callbacks.upload import controls, target, words
from callbacks.upload.folder import MEGABYTE, OLDEST
from data import licences
from data.errors import AtlasError
from data.i18n import t
from data.ingest import presets
from data.ingest.presets import saved
from data.ingest.presets.visits import VisitPreset
from data.settings import Settings

NAME = "upload"
PART = 4_000_000
"""Bytes that the page sends at a time."""


def register(server: Flask, context: Context, base: str = "/") -> None:
    """Add `/import`."""

    def page() -> Response:
        language = of_request(context.settings)
        return plain_page.frame(NAME, t(language, "Import a file"),
                                told(context, language, base), language, base)

    for path in ("/import", "/import/"):
        server.add_url_rule(path, f"import-page{len(path)}", page)


def told(context: Context, language: str, base: str) -> dict[str, Any]:
    """Describe the page to its script."""
    settings = context.settings
    return {
        "lang": language, "base": base, "header": HEADER, "part": PART,
        "most": settings.upload_mb * MEGABYTE, "setting": "ATLAS_UPLOAD_MB",
        "hours": OLDEST // 3600,
        "demonstration": target.shows_demonstration(context),
        "words": words.of(language),
        "labels": {name: label.render(language) for name, label in controls.OPTIONS.items()},
        "orders": {name: label.render(language) for name, label in controls.ORDERS.items()},
        "encodings": list(controls.ENCODINGS),
        "presets": _presets(settings, language),
        "licences": [{"id": one.id, "label": one.label.render(language)}
                     for one in licences.LICENCES],
        "fields": [{"label": group.render(language),
                    "fields": [{"id": name, "label": controls.field(name, language)}
                               for name in controls.rows_of(names)]}
                   for group, names in controls.GROUPS],
        "basemap": {name: base + f"basemap/{name}.{bundle.mark(name)}.json"
                    for name in bundle.BASEMAP},
    }


def _presets(settings: Settings, language: str) -> list[dict[str, str]]:
    bases = [preset for preset in presets.PRESETS if not isinstance(preset, VisitPreset)]
    try:
        own = saved.load(settings.presets, bases)
    except AtlasError:
        # Reading a file meets it too, and says which of them is damaged.
        own = ()
    every = [*own, *presets.PRESETS]
    return [{"id": one.name, "title": one.title.render(language)} for one in every]
