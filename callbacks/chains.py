"""Chains of stages beside the map: a Sankey diagram, the same as a list, and its numbers.

Plotly weighs more than the rest of the page: it comes with the first chain that is opened.
"""

from __future__ import annotations

from typing import Any

from dash import dcc, html

from callbacks.asked import Asked
from callbacks.parts import extra
from data.evidence import words
from data.evidence.base import Evidence, term
from data.evidence.columns import NOT_STATED
from data.evidence.model import Quantity, Stage
from data.i18n import listing, t
from layers import quantities
from layers.chains import Chain, chains, numbers

LAYER = "chains"
NODE, LINK = "#7a4d92", "rgba(122, 77, 146, 0.38)"
"""Purple of claims, between its light and its dark tone: white reads on it on both papers."""
TALL = 84
"""Pixels for a stage, one below the other."""
WIDE, LETTER = 300, 6.6
"""Pixels across the diagram, and of a letter: a name that does not fit its bar is in the list."""


def opener(language: str) -> html.Button:
    """Build the button that opens the first chain in the details panel."""
    return html.Button(t(language, "Chains, stage by stage"), type="button",
                       className="plain-button chains-open", **_picks(next(iter(words.CHAINS))))


def tell(asked: Asked) -> html.Div:
    """Tell of a chain by its id, with a choice of the others."""
    evidence, language = asked.ground.evidence, asked.language
    known = {chain.id: chain for chain in chains(evidence)}
    chain = known.get(str(asked.picked["id"])) or next(iter(known.values()))
    title = words.CHAINS[chain.id].render(language)
    return html.Div([
        html.H2(t(language, "Chains, stage by stage")),
        _choice(list(known.values()), chain, language),
        html.H3(title),
        _diagram(chain, language),
        html.P(_widths(chain, language), className="quiet"),
        html.Ol([html.Li(_stage(chain, stage, language)) for stage in chain.stages],
                className="claims stages"),
        *_numbers(chain, evidence, language),
    ])


def figure(chain: Chain, language: str) -> dict[str, Any]:
    """Return the diagram as Plotly takes it: stages from top to bottom, in their order."""
    return {
        "data": [{
            "type": "sankey", "orientation": "v", "arrangement": "snap",
            "node": {"label": [_label(chain, i, language) for i in range(len(chain.stages))],
                     "color": NODE, "pad": 24, "thickness": 20, "line": {"width": 0}},
            "link": {"source": [link.source for link in chain.links],
                     "target": [link.target for link in chain.links],
                     "value": [link.amount for link in chain.links], "color": LINK},
        }],
        "layout": {
            "margin": {"l": 4, "r": 4, "t": 8, "b": 8}, "paper_bgcolor": "rgba(0, 0, 0, 0)",
            "plot_bgcolor": "rgba(0, 0, 0, 0)", "font": {"size": 12}},
    }


def _label(chain: Chain, i: int, language: str) -> str:
    """Number a stage as the list does, and name it where its bar has room for that."""
    name = f"{i + 1}  {chain.stages[i].stage(language)}"
    return name if len(name) * LETTER <= WIDE * chain.share(i) else str(i + 1)


def _diagram(chain: Chain, language: str) -> html.Div:
    """Draw the chain; it is hidden from those who hear, since the list says the same."""
    return html.Div(
        dcc.Graph(figure=figure(chain, language), config={"staticPlot": True, "responsive": True},
                  style={"height": f"{_levels(chain) * TALL}px"}),
        className="sankey", **extra({"aria-hidden": "true"}))


def _levels(chain: Chain) -> int:
    return len({stage.order for stage in chain.stages})


def _choice(known: list[Chain], shown: Chain, language: str) -> html.Div:
    """Offer every chain; a click tells of it."""
    return html.Div([
        html.Button(words.CHAINS[one.id].render(language), type="button", **_picks(one.id),
                    **extra({"aria-pressed": str(one is shown).lower()}))
        for one in known], className="chips", role="group",
        **extra({"aria-label": t(language, "Which chain")}))


def _widths(chain: Chain, language: str) -> str:
    if chain.unit:
        return t(language, "Widths are amounts, in {unit}.", unit=term(chain.unit, language))
    return t(language, "Widths are equal: the document gives no amounts for these stages.")


def _stage(chain: Chain, stage: Stage, language: str) -> list[Any]:
    """Write a stage, what it comes after, and what the document says of it."""
    before = [one.stage(language) for one in chain.before(stage)]
    name = stage.stage(language)
    after = t(language, "after {stages}", stages=listing(before, language)) if before else ""
    return [html.Button([
        html.B(name[:1].upper() + name[1:]), html.Span(after, className="quiet"),
        html.Span(stage.says(language)), html.Span(_stated(stage, language), className="quiet"),
    ], type="button", className="plain-link", **extra({"data-claim": f"stages/{stage.id}"}))]


def _stated(stage: Stage, language: str) -> str:
    """Write the document's own word for how much or how often, where it has one."""
    return "" if stage.qualifier == NOT_STATED else quantities.reserve(stage, language)


def _numbers(chain: Chain, evidence: Evidence, language: str) -> list[Any]:
    found = numbers(chain, evidence)
    if not found:
        return []
    return [html.H3(t(language, "Numbers that documents give")),
            html.Ul([html.Li(_number(table, one, language)) for table, one in found],
                    className="claims outcomes")]


def _number(table: str, one: Quantity, language: str) -> html.Button:
    measure = one.measure(language)
    return html.Button(
        [html.Span(measure[:1].upper() + measure[1:]), html.B(quantities.said(one, language))],
        type="button", className="plain-link", **extra({"data-claim": f"{table}/{one.id}"}))


def _picks(chain: str) -> dict[str, Any]:
    return extra({"data-layer": LAYER, "data-mark": chain})
