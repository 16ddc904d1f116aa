"""Terms that need a word of explanation: one source for help and for each “?” on the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dash import html

from callbacks.parts import extra
from data.i18n import Message, msg, t
from data.taxonomy import fold

PART = "help"
"""The later part that a “?” fetches; its button names the term in `data-term`."""


@dataclass(frozen=True)
class Term:
    """A term, and what it means here."""

    id: str
    name: Message
    says: Message


TERMS: tuple[Term, ...] = (
    Term("hexagon", msg("Hexagon, and its resolution"),
         msg("Incidents are counted in the cells of one grid, H3. Its resolution says how large "
             "cells are: each step divides a hexagon into about seven. Small ones show more, and "
             "hold only incidents whose place is known well.")),
    Term("precision", msg("Precision of a place"),
         msg("How exactly a source tells where it was: at a point, within 25 km of one, somewhere "
             "in a unit, or only in a country. Whatever is known less exactly than the hexagons "
             "drawn is not put into one of them.")),
    Term("date-precision", msg("Coarse date"),
         msg("The source tells the week, month or year, and not the day. Such an incident stands "
             "in every window that it may belong to, and is drawn hatched or hollow.")),
    Term("apart", msg("Counted apart"),
         msg("Known to have happened, but not where exactly enough for what is drawn. These "
             "incidents are part of every total, and of no hexagon.")),
    Term("kind-confidence", msg("Confidence of a kind"),
         msg("How surely an incident is of its kind, from 0 to 1. It is high where the record or "
             "its source says the kind, and lower where a rule read it from the notes.")),
    Term("admiralty", msg("Admiralty code"),
         msg("A letter for how reliable a source is, from A for reliable to F for unknown, and a "
             "digit for how credible the information is, from 1 for confirmed to 6 for unknown.")),
    Term("breaks", msg("Classes: quantiles, natural breaks"),
         msg("Numbers are put into classes, one colour each. Quantiles put as many values into "
             "each class; natural breaks put values together that lie close to each other; equal "
             "intervals are as wide as each other; logarithmic ones grow from class to class.")),
    Term("rate", msg("Rate"),
         msg("Incidents divided by something that makes places comparable: by persons who live "
             "there, or by years where windows differ in length. Where few live, one incident "
             "more changes a rate a lot.")),
    Term("interval", msg("Exact interval, and “no clear change”"),
         msg("Small numbers go up and down by chance. The interval holds the ratios of rates that "
             "the two numbers allow at 95 %, exactly by Poisson’s distribution. Where it holds 1, "
             "both sides may be alike: then no change is clear.")),
    Term("unit", msg("Unit"),
         msg("An administrative area: a country is of level 0, its regions are of the first "
             "level, and what they are divided into is of the second.")),
    Term("claim", msg("Claim"),
         msg("What a document says, told with its source and section. It is shown as said, and "
             "neither counted with incidents nor taken for proved.")),
    Term("corridor", msg("Corridor"),
         msg("A way along which goods or people are said to move. Between the places that a "
             "document names its path is not known, and a dashed line says so.")),
    Term("taxation", msg("Taxation and levies"),
         msg("Money or goods that someone without the right of a state to do so takes regularly: "
             "at roadblocks, from traders, herds, mines or harvests.")),
    Term("zakat", msg("Zakat"),
         msg("The alms that Islam asks for, a share of what someone owns. Some armed groups "
             "collect under this name; the word here repeats what a source says of a levy, and "
             "says nothing of its religious standing.")),
    Term("factor", msg("Factor: vulnerability, resilience"),
         msg("Something documents say makes a place easier, or harder, to use for illicit "
             "economies. An index adds up factors by weights that you may change; it compares "
             "units with each other and measures nothing by itself.")),
    Term("synthetic", msg("Synthetic"),
         msg("Invented by a program so that the map can be tried without anyone’s data. It "
             "carries this mark wherever it is shown, and is no finding.")),
    Term("doubt", msg("Doubt"),
         msg("A mark on a record in which something does not fit, such as a point outside the "
             "country it names. The record stays and is counted; nothing is corrected by itself.")),
    Term("retired", msg("Retired, revised"),
         msg("A record is revised where its source now says something else, and retired where its "
             "source no longer lists it. What it said before stays in its history.")),
    Term("withheld", msg("Withheld"),
         msg("Not passed on in an export, since the record is marked sensitive or its licence does "
             "not allow it. An export tells how many are withheld.")),
)
BY_ID = {term.id: term for term in TERMS}
OF_LAYER: dict[str, tuple[str, ...]] = {
    "hexagons": ("hexagon", "apart", "rate", "breaks"), "incidents": ("precision",),
    "coarse": ("precision", "apart"), "taxation": ("taxation", "zakat", "claim"),
    "corridors": ("corridor", "claim"), "flows": ("claim",),
    "vulnerability": ("factor",), "resilience": ("factor",),
    "boundaries": ("unit",), "difference": ("interval", "rate"),
}
"""Terms that a layer's own words use, by its id."""


def hint(id: str, language: str) -> html.Button:
    """Build the “?” beside a control: its name says which term it explains.

    Raises:
        KeyError: no such term.
    """
    name = BY_ID[id].name.render(language)
    return html.Button("?", type="button", className="hint", **extra({
        "aria-label": t(language, "Explain: {term}", term=name), **_opens(id)}))


def hinted(id: str, control: Any, language: str) -> html.Div:
    """Set a “?” at the end of a control's label."""
    return html.Div([control, hint(id, language)], className="hinted")


def words(ids: tuple[str, ...], language: str) -> html.P | None:
    """List terms by name, each a button that explains it; None where there are none."""
    if not ids:
        return None
    buttons: list[Any] = [
        html.Button(BY_ID[id].name.render(language), type="button", className="term",
                    **extra(_opens(id))) for id in ids]
    return html.P([html.Span(t(language, "Words explained:")), *buttons], className="terms")


def listed(language: str) -> html.Dl:
    """Write all terms by name, for help; a “?” takes its words from here."""
    rows: list[Any] = []
    for term in sorted(TERMS, key=lambda one: fold(one.name.render(language))):
        rows += [html.Dt(term.name.render(language), id=f"term-{term.id}"),
                 html.Dd(term.says.render(language))]
    return html.Dl(rows, className="glossary")


def _opens(id: str) -> dict[str, str]:
    return {"data-opens": PART, "data-term": id, "aria-haspopup": "dialog"}
