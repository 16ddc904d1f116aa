"""Corridors that meet a region, relations between groups in it, and what was done in it."""

from __future__ import annotations

from data.evidence import near, words
from data.evidence.model import Relation
from data.i18n import clauses, nmsg, t
from data.profile import told
from data.profile.followed import Followed
from data.profile.passing import Passing
from layers import claims, rates
from layers.sheet.flow import Item
from layers.sheet.several.brief.telling import Telling


def corridors(telling: Telling) -> list[Item]:
    """Tell corridors, the firmest first, and what a load pays along each."""
    language, met = telling.language, telling.profile.corridors
    found = [telling.title(t(language, "Corridors"))]
    if not met:
        return [*found, *telling.said(t(
            language, "No document of this atlas tells of a corridor that crosses it or names a "
            "place in it."))]
    return [*found, *telling.bullets([_corridor(telling, one) for one in met]),
            *telling.quiet(t(language, "Directions in which documents say that things move. A "
                             "seizure is not a flow, and no amount is implied."))]


def _corridor(telling: Telling, one: Passing) -> str:
    language = telling.language
    name = near.name(one.corridor, language)
    said = [f"{name} – {told.HOW[one.how].render(language)}.", telling.says(one.corridor)]
    sums = [rates.added(s, language) for s in one.cost.sums]
    if sums:
        said.append(t(language, "A load pays at least {amounts} along it.",
                      amounts=clauses(sums, language)))
    return telling.claim(one.corridor, *said)


def relations(telling: Telling) -> list[Item]:
    """Tell who stands how to whom."""
    language, own = telling.language, telling.profile.relations
    found = [telling.title(t(language, "Relations between groups"))]
    if not own.here:
        found += telling.said(t(language, "No document of this atlas tells how groups in it stand "
                                "to each other."))
    return [*found, *telling.bullets([_relation(telling, one) for one in own.here]),
            *telling.around(own.around)]


def _relation(telling: Telling, one: Relation) -> str:
    language = telling.language
    said = " – ".join([claims.said(one.actor_a, language),
                       words.RELATIONS[one.relation].render(language),
                       claims.said(one.actor_b, language)])
    if one.share_percent is not None:
        said += ", " + t(language, "{share} % of those asked", share=one.share_percent)
    return telling.claim(one, said)


def interventions(telling: Telling) -> list[Item]:
    """Tell what was done, and what was recorded before and after; no effect is claimed."""
    language, own = telling.language, telling.profile.interventions
    found = [telling.title(t(language, "Interventions, and what was recorded afterwards"))]
    if own.here:
        found += telling.bullets([_done(telling, one) for one in own.here])
        found += telling.quiet(told.NO_EFFECT.render(language))
    else:
        found += telling.said(t(language, "No document of this atlas tells of an intervention in "
                                "it."))
    if own.reported:
        found += telling.quiet(nmsg(
            "{count} incident of intervention is among what was recorded.",
            "{count} incidents of intervention are among what was recorded.",
            own.reported).render(language))
    return [*found, *telling.around(own.around)]


def _done(telling: Telling, one: Followed) -> str:
    language, claim = telling.language, one.intervention
    kind = words.INTERVENTIONS[claim.kind].render(language)
    beside = told.beside(one.compared) if one.compared else told.WHY[one.why or "undated"]
    return " ".join([
        telling.claim(claim, f"{claim.name(language)} ({kind}).", telling.says(claim)),
        beside.render(language)])
