"""The sentence at the top: what, where, when, how many, from how many sources."""

from __future__ import annotations

from typing import Any

from dash import Dash, Input, Output, html

from callbacks import ids
from callbacks.context import Context
from callbacks.language import of_request
from callbacks.names import country
from callbacks.parts import extra
from data import taxonomy
from data.i18n import listing, nmsg, t
from data.queries.stats import totals
from data.selection import Selection, shortest_kinds

MOST_NAMED = 3


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
        return parts(context, Selection.from_query(query), language)


def parts(context: Context, selection: Selection, language: str) -> dict[str, Any]:
    """Return what and where, the number of sources, and whether nothing is synthetic."""
    snapshot = context.store.current()
    about = snapshot.rows(totals(selection))[0] if snapshot else {"sources": 0, "synthetic": 0}
    return {
        "what": what_and_where(selection, language),
        "sources": nmsg("{count} source", "{count} sources", about["sources"]).render(language),
        "synthetic": not about["synthetic"],
    }


def what_and_where(selection: Selection, language: str) -> str:
    """Say what and where, as in `Kidnapping for ransom · Gao, Mali`."""
    said = [_kinds(selection, language), _places(selection, language), *_more(selection, language)]
    return " · ".join(part for part in said if part)


def _kinds(selection: Selection, language: str) -> str:
    if not selection.kinds:
        return t(language, "All kinds of incident")
    labels = [_kind(word, language) for word in shortest_kinds(selection.kinds)]
    return _named(labels, language)


def _kind(word: str, language: str) -> str:
    found = taxonomy.GROUP_BY_ID.get(word) or taxonomy.BY_ID[word]
    return found.label(language)


def _places(selection: Selection, language: str) -> str:
    names = [name.partition(" (")[0] for name in selection.admin1]
    names += [country(code, language) for code in selection.countries]
    return _named(names, language) if names else t(language, "everywhere")


def _more(selection: Selection, language: str) -> list[str]:
    said = []
    if selection.actor:
        said.append(t(language, "actor “{words}”", words=selection.actor))
    if selection.text:
        said.append(t(language, "mentioning “{words}”", words=selection.text))
    if selection.sources:
        said.append(_named(list(selection.sources), language))
    if selection.bbox:
        said.append(t(language, "within a rectangle"))
    if selection.max_where_precision:
        said.append(t(language, "place precision {level} or better",
                      level=selection.max_where_precision))
    return said


def _named(names: list[str], language: str) -> str:
    if len(names) <= MOST_NAMED:
        return listing(names, language)
    more = nmsg("{count} more", "{count} more", len(names) - MOST_NAMED).render(language)
    return listing([*names[:MOST_NAMED], more], language)


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
