"""Common questions at the head of the layers: each turns on the layers that answer it."""

from __future__ import annotations

from dash import html

from callbacks.parts import extra
from data.i18n import listing, t
from layers.questions import QUESTIONS, Question
from layers.registry import BY_ID


def controls(language: str) -> html.Details:
    """Build the menu. `assets/js/questions.js` sets the switches; opacities stay."""
    return html.Details([
        html.Summary([
            html.Span(t(language, "Ask a question")),
            html.B(id="question", **extra({"aria-live": "polite"})),
        ]),
        html.Ul([html.Li(_button(one, language)) for one in QUESTIONS]),
    ], className="questions")


def _button(question: Question, language: str) -> html.Button:
    names = [BY_ID[id].title.render(language) for id in question.layers]
    return html.Button(
        [html.Span(question.asks.render(language), className="asks"),
         html.Span(t(language, "Shows: {layers}", layers=listing(names, language)))],
        type="button", **extra({"data-layers": " ".join(question.layers),
                                "aria-pressed": "false"}))
