"""The sentence at the top: what, where, when, how many, from how many sources."""

from __future__ import annotations

from typing import Any

from dash import Dash, Input, Output, html

from callbacks import ids
from callbacks.context import Context
from callbacks.language import of_request
from callbacks.parts import extra
from data.i18n import nmsg, t
from data.queries.stats import totals
from data.selection import Selection
from data.sentence import what_and_where


def register(app: Dash, context: Context) -> None:
    """Keep the parts that only the selection decides; the browser keeps the others."""

    @app.callback(
        output={
            "what": Output(ids.SENTENCE_WHAT, "children"),
            "sources": Output(ids.SENTENCE_SOURCES, "children"),
            "synthetic": Output(ids.SYNTHETIC, "hidden"),
        },
        inputs={"query": Input(ids.SELECTION, "data")},
        prevent_initial_call=True,
    )
    def say(query: str) -> dict[str, Any]:
        language = of_request(context.settings)
        return parts(context, context.selection(query), language)


def parts(context: Context, selection: Selection, language: str) -> dict[str, Any]:
    """Return what and where, the number of sources, and whether nothing is synthetic."""
    snapshot = context.store.current()
    about = snapshot.rows(totals(selection))[0] if snapshot else {"sources": 0, "synthetic": 0}
    return {
        "what": what_and_where(selection, language),
        "sources": nmsg("{count} source", "{count} sources", about["sources"]).render(language),
        "synthetic": not about["synthetic"],
    }


def controls(context: Context, selection: Selection, language: str) -> html.P:
    """Build the sentence; the browser fills in when and how many."""
    said = parts(context, selection, language)
    return html.P([
        html.Strong(said["what"], id=ids.SENTENCE_WHAT),
        html.Span(id="sentence-when"),
        html.Span(id="sentence-count"),
        html.Span(said["sources"], id=ids.SENTENCE_SOURCES),
    ], className="sentence", id="sentence", **extra({"aria-live": "polite"}))


def synthetic_mark(context: Context, selection: Selection, language: str) -> html.Span:
    """Build the mark that invented incidents are among those shown."""
    hidden = parts(context, selection, language)["synthetic"]
    return html.Span(
        t(language, "Synthetic data"), id=ids.SYNTHETIC, className="synthetic", hidden=hidden,
        title=t(language, "Demonstration incidents are invented; they are not findings."))
