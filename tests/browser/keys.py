"""Moving about without a pointer: to a control by the Tab key, and how it shows the focus."""

from __future__ import annotations

from pathlib import Path

import pytest

FOCUS = (Path(__file__).parent / "focus.js").read_text(encoding="utf-8")
MATCHES = "wanted => document.activeElement.matches(wanted)"
MOST = 160
"""Presses of Tab after which a control counts as not reached."""


def reach(page, selector):
    """Go to a control by the Tab key, and see that it is to be seen there."""
    _tab_until(page, selector, lambda: page.evaluate(MATCHES, selector))
    assert page.evaluate(FOCUS, "unseen") == "", selector


def reach_named(page, role, name):
    """Go to a control that is known by its role and its name alone."""
    wanted = page.get_by_role(role, name=name, exact=True).first
    wanted.wait_for(state="attached")
    _tab_until(page, name, lambda: wanted.evaluate("one => one === document.activeElement"))


def _tab_until(page, wanted, reached):
    for _ in range(MOST):
        if reached():
            return
        page.keyboard.press("Tab")
    pytest.fail(f"Tab does not lead to {wanted}")


def stops(page, most=300):
    """Press Tab through a page; tell of each stop its `name`, and its `fault` if it has one.

    A stop must be to be seen, covered by nothing, and look otherwise than without the focus.
    """
    found: list[dict[str, str]] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS, "stop")
        if stop["same"]:
            found[-1]["fault"] = found[-1]["fault"] or "looks as it does without the focus"
        if not stop["name"]:
            return found
        found.append(stop)
    pytest.fail(f"Tab does not leave the page: {found[-3:]}")
