"""What the panel offers for the page as it is: forms, regions, and the words of the sheet."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, get_args

from callbacks import facets
from callbacks.context import Context, ground_of
from callbacks.export.asked import CHARTS, DPI, SPEEDS, sheet_of
from callbacks.export.choices import choices, group
from callbacks.export.forms import ABOUT, GROUPS, NAMES, missing
from callbacks.export.given import Given
from data.ground import Ground
from data.hexes import RESOLUTIONS
from data.i18n import LANGUAGES
from data.names import country
from data.profile.area import levels, search
from data.store import Snapshot
from data.taxonomy import fold
from layers.exports import clock, many
from layers.exports.forms import FORMS
from layers.sheet.formats import FORMATS

DRAWN = "pdf"
"""A form whose words stand on a sheet."""


def offered(context: Context, given: Given, language: str) -> dict[str, Any]:
    """Describe every choice; `given` holds the page's query, and a region if one is asked for.

    Raises:
        AtlasError: there is no data, or a filter that is not understood.
    """
    snapshot = context.store.require()
    return {
        "forms": forms(language),
        "groups": [{"id": name, "label": label.render(language)}
                   for name, label in GROUPS.items()],
        "regions": regions(snapshot, language, given.text("region")),
        "titles": {spoken: _words(context, given, spoken) for spoken in LANGUAGES},
        "sizes": list(FORMATS), "charts": list(CHARTS), "dpi": list(DPI), "speeds": list(SPEEDS),
        "coarsen": list(RESOLUTIONS), "modes": list(get_args(clock.Mode)),
        "frames": list(get_args(clock.Step)), "steps": list(get_args(many.Step)),
        "levels": [level for level, _ in levels(ground_of(snapshot))],
    }


def forms(language: str) -> list[dict[str, Any]]:
    """Describe every form that is registered, in the order offered."""
    return [{
        "id": name, "group": group(name), "choices": choices(name), "drawn": form.drawn,
        "label": NAMES[name].render(language) if name in NAMES else name.upper(),
        "about": ABOUT[name].render(language) if name in ABOUT else "",
        "missing": why.render(language) if (why := missing(name)) else None,
    } for name, form in FORMS.items()]


def regions(snapshot: Snapshot, language: str, also: str) -> list[dict[str, Any]]:
    """List countries and first-level units that hold anything, under their country.

    `also` is a unit of any level that is listed too, if there is one of that id or name.
    """
    ground, known = ground_of(snapshot), facets.of(snapshot)
    held, first = set(known.units), ground.units(1)
    listed: list[dict[str, Any]] = []
    for code in known.countries:
        items = [(first.name(id, language), id) for id, iso2, name in
                 zip(first.ids, first.iso2, first.names, strict=True)
                 if iso2 == code and (name, iso2) in held]
        named = country(code, language)
        listed.append({"group": named, "items": [
            {"value": code, "label": named},
            *({"value": id, "label": name} for name, id in sorted(
                items, key=lambda item: fold(item[0])))]})
    listed.sort(key=lambda one: fold(str(one["group"])))
    if also and not any(item["value"] == also for one in listed for item in one["items"]):
        listed.insert(0, _also(ground, also, language))
    return listed


def _also(ground: Ground, text: str, language: str) -> dict[str, Any]:
    area = search(ground, text)
    return {"group": area.country(language),
            "items": [{"value": area.unit.id, "label": area.name(language)}]}


def _words(context: Context, given: Given, language: str) -> dict[str, str]:
    """Write title and subtitle as a sheet does that is given none."""
    from layers.sheet.gather import subtitle, title  # noqa: PLC0415 - loads matplotlib

    sheet = sheet_of(Given({"page": given.text("page"), "form": DRAWN}), context)
    sheet = replace(sheet, selection=context.settled(sheet.selection), language=language)
    return {"title": title(sheet), "subtitle": subtitle(sheet)}
