"""What tests of the page ask of its components."""

from __future__ import annotations

from collections.abc import Iterator

from dash.development.base_component import Component


def walk(component: Component) -> Iterator[Component]:
    """Go through a component and all that is in it, each before what it holds."""
    yield component
    children = getattr(component, "children", None)
    for child in children if isinstance(children, list | tuple) else [children]:
        if isinstance(child, Component):
            yield from walk(child)
