"""WCAG 2.2 AA, as axe-core reads an open page."""

from __future__ import annotations

from playwright.sync_api import Page

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]


def violations(page: Page) -> list[str]:
    """Return what axe-core finds, one line an element: rule, what is wrong, and where."""
    from axe_playwright_python.sync_playwright import Axe

    options = {"runOnly": {"type": "tag", "values": LEVELS}, "resultTypes": ["violations"]}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{rule['id']}: {node['failureSummary']} at {node['target']}"
            for rule in found for node in rule["nodes"]]
