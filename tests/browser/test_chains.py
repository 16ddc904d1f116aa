"""A chain opens beside the map; Plotly comes with it and not before."""

from __future__ import annotations


def plotly(visit):
    return [url for url in visit.requests() if "plotly" in url or "async-graph" in url]


def test_the_diagram_comes_when_it_is_asked_for(visit):
    page = visit.open()
    visit.legend()
    assert plotly(visit) == []
    page.click(".chains-open")
    page.wait_for_selector("#details .sankey svg .sankey-node", state="attached")
    assert plotly(visit)
    assert page.locator("#details .stages li").count() == page.locator(
        "#details .sankey .sankey-node").count()
    page.click("#details .chips button:has-text('Laundering of money')")
    page.wait_for_selector("#details h3:has-text('Laundering of money')")
    page.click("#details .stages button >> nth=0")
    page.wait_for_selector("#details:has-text('What a document says')")
