"""Dash's own HTML components written as text, for pages that need no script to be read.

Every text and attribute is escaped; only `Drawn`, which our own drawing made, is not.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from dash.development.base_component import Component
from markupsafe import escape

VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "col"})
NAMES = {"className": "class", "htmlFor": "for", "tabIndex": "tabindex", "colSpan": "colspan",
         "hrefLang": "hreflang"}


@dataclass(frozen=True)
class Drawn:
    """Markup that this product's own code made, such as a drawing in SVG."""

    text: str


@dataclass
class Styles:
    """Styles of single elements, as one sheet: a page's policy lets no attribute set any."""

    _numbers: dict[str, int] = field(default_factory=dict)

    def attribute(self, style: str) -> str:
        """Return the attribute by which the sheet finds an element of this style."""
        return f' data-style="{self._numbers.setdefault(style, len(self._numbers))}"'

    def sheet(self) -> str:
        """Return the sheet of all styles that were asked for."""
        return "".join(f'[data-style="{number}"]{{{style}}}'
                       for style, number in self._numbers.items())


def written(part: Any, styles: Styles | None = None) -> str:
    """Write components, texts and lists of them as HTML; None is nothing.

    Args:
        part: what is written.
        styles: takes the styles of elements; without it they stay attributes.

    Raises:
        TypeError: a component that is no element of HTML.
    """
    if part is None:
        return ""
    if isinstance(part, Drawn):
        return part.text
    if isinstance(part, list | tuple):
        return "".join(written(one, styles) for one in part)
    if not isinstance(part, Component):
        return str(escape(str(part)))
    if part._namespace != "dash_html_components":
        raise TypeError(f"{part!r} is no element of HTML")
    return _element(part, styles)


def _element(part: Component, styles: Styles | None) -> str:
    props: dict[str, Any] = dict(part.to_plotly_json()["props"])  # type: ignore[no-untyped-call]
    inside, tag = props.pop("children", None), str(part._type).lower()
    attributes = "".join(_attribute(name, value, styles) for name, value in props.items())
    if tag in VOID:
        return f"<{tag}{attributes}>"
    return f"<{tag}{attributes}>{written(inside, styles)}</{tag}>"


def _attribute(name: str, value: Any, styles: Styles | None) -> str:
    if value is None or value is False:
        return ""
    if name == "style":
        value = ";".join(f"{key}:{held}" for key, held in value.items())
        if styles is not None:
            return styles.attribute(value)
    if value is True:
        value = "true" if name.startswith("aria-") else ""
    return f' {NAMES.get(name, name)}="{escape(str(value))}"'
