"""Small pieces that several parts of the page are made of."""

from __future__ import annotations

from typing import Any

from dash import html


def extra(attributes: dict[str, Any]) -> dict[str, Any]:
    """Pass attributes whose names hold a hyphen, such as `aria-label` and `data-page`.

    Dash's generated signatures type every keyword they know, so a plain mapping of
    text would not type-check.
    """
    return attributes


def icon(name: str) -> html.Span:
    """Draw an icon of `assets/css/icons.css`; it says nothing to a screen reader."""
    return html.Span(className=f"icon icon-{name}", **extra({"aria-hidden": "true"}))


def icon_button(
    name: str, label: str, id: str, *, text: str | None = None, **more: Any
) -> html.Button:
    """Build a button of an icon; `label` is what it is called, `text` what stands beside it."""
    inside: list[Any] = [icon(name)]
    if text:
        inside.append(html.Span(text, className="button-text"))
    named = extra({} if text == label else {"aria-label": label})
    return html.Button(inside, id=id, type="button", title=label, className="icon-button",
                       **named, **more)


def section(id: str, title: str, *children: Any) -> html.Section:
    """Build a titled section of a side panel."""
    return html.Section([html.H2(title), *children], id=id, className="panel-section",
                        **extra({"aria-label": title}))


def mark(letter: str, colours: tuple[str, str]) -> html.Span:
    """Draw a family's mark: its colour and its letter."""
    return html.Span(letter, className="mark", style=two_tone(colours),
                     **extra({"aria-hidden": "true"}))


def two_tone(colours: tuple[str, str]) -> dict[str, str]:
    """Hand a light and a dark colour to the style sheet, which chooses by theme."""
    return {"--light": colours[0], "--dark": colours[1]}


def coded(text: str) -> list[Any]:
    """Write a sentence in which backticks set off what is typed as it stands."""
    return [html.Code(part) if i % 2 else part for i, part in enumerate(text.split("`"))]


def facts(pairs: list[tuple[str, Any]]) -> html.Dl:
    """List names and values; pairs without a value are left out."""
    rows: list[Any] = []
    for name, value in pairs:
        if value not in (None, "", []):
            rows += [html.Dt(name), html.Dd(value)]
    return html.Dl(rows, className="facts")
