"""Interventions with what was recorded before and after, and recommendations."""

from __future__ import annotations

from typing import Any

from dash import html

from callbacks.region.telling import Telling, quiet, section, synthetic
from data.evidence import words
from data.evidence.columns import NOT_STATED
from data.evidence.words import FACTORS
from data.i18n import listing, nmsg, t
from data.profile import told
from data.profile.followed import Followed
from data.profile.standing import Answer
from layers import claims, quantities


def part(telling: Telling) -> html.Section:
    """Tell what was done, each with what was recorded before and after it."""
    language, own = telling.language, telling.profile.interventions
    none: Any = html.P(t(language, "No document of this atlas tells of an intervention in it."))
    reported = nmsg("{count} incident of intervention is among what was recorded.",
                    "{count} incidents of intervention are among what was recorded.",
                    own.reported).render(language) if own.reported else ""
    caution = [quiet(told.NO_EFFECT.render(language), told.CAUTION.render(language))]
    return section(
        "interventions", t(language, "Interventions, and what was recorded afterwards"),
        *([_one(telling, one) for one in own.here] or [none]),
        *(caution if own.here else []), quiet(reported) if reported else None,
        *telling.around("interventions", own.around))


def _one(telling: Telling, one: Followed) -> html.Div:
    language, claim = telling.language, one.intervention
    when = claims.date(claim, language) if claim.days else t(language, "undated")
    kind = words.INTERVENTIONS[claim.kind].render(language)
    afterwards = claim.afterwards(language)
    beside = (told.beside(one.compared) if one.compared else told.WHY[one.why or "undated"])
    return html.Div([
        html.H3([claim.name(language), " ", telling.mark("interventions", claim)]),
        html.P([f"{kind[:1].upper()}{kind[1:]} · {when}. ", claim.says(language), " ",
                synthetic(claim, language)]),
        html.Ul([html.Li([telling.pair(outcome.measure(language),
                                       quantities.said(outcome, language)),
                          " ", telling.mark("outcomes", outcome)]) for outcome in one.outcomes],
                className="said") if one.outcomes else None,
        html.P(t(language, "Recorded afterwards, as the document says: {said}", said=afterwards))
        if afterwards != NOT_STATED else None,
        html.P(beside.render(language), className="beside"),
    ], className="one")


def answers_part(telling: Telling) -> html.Section:
    """Tell recommendations that answer factors, those of the area itself first."""
    language, many = telling.language, telling.profile.answers
    own = [one for one in many if one.factors]
    wider = [one for one in many if not one.factors]
    inside: list[Any] = []
    if own:
        inside += [html.Ul([_answer(telling, one, own=True) for one in own], className="said")]
    else:
        inside += [html.P(t(language, "No recommendation answers a factor that is named here."))]
    if wider:
        inside += [html.H3(t(language, "In answer to factors named around it, not in it")),
                   html.Ul([_answer(telling, one, own=False) for one in wider],
                           className="said around")]
    return section("answers", t(language, "What documents recommend in answer"), *inside)


def _answer(telling: Telling, one: Answer, *, own: bool) -> html.Li:
    language = telling.language
    names = [FACTORS[factor].render(language) for factor in (one.factors if own else one.around)]
    return html.Li([
        one.recommendation.says(language), " ",
        t(language, "In answer to: {factors}.", factors=listing(names, language)), " ",
        synthetic(one.recommendation, language),
        html.Span([telling.source(one.recommendation), " ",
                   telling.mark("recommendations", one.recommendation)], className="cite")])
