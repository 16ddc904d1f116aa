"""What makes a region vulnerable and what holds it together, and what is recommended in answer."""

from __future__ import annotations

from collections.abc import Sequence

from data.evidence.model import Factor, Perception
from data.evidence.words import FACTORS, PERCEPTIONS, RESILIENCES, VULNERABILITIES
from data.i18n import listing, nmsg, t
from data.profile.area import COUNTRY
from data.profile.said import Said
from data.profile.standing import Answer, Index
from data.profile.standing_told import SIDES, THIRD, ranks
from layers.sheet.flow import Item
from layers.sheet.several.brief.telling import Telling


def standing(telling: Telling) -> list[Item]:
    """Tell both sides: the index with its range, and each factor with its evidence."""
    language, own = telling.language, telling.profile.standing
    found = [telling.title(t(language, "Vulnerability and resilience"))]
    if telling.profile.area.level == COUNTRY:
        found += [line for one in own.indices for line in _units(telling, one)]
    else:
        found += telling.said(*(_index(telling, one) for one in own.indices), _pair(telling))
    found += _side(telling, "vulnerability", own.vulnerability, VULNERABILITIES)
    found += _side(telling, "resilience", own.resilience, RESILIENCES)
    if own.perceptions.here:
        found += [telling.head(t(language, "How illicit economies are seen")),
                  *telling.bullets([_perceived(telling, one) for one in own.perceptions.here])]
    return found


def _index(telling: Telling, one: Index) -> str:
    """Say an index and its rank."""
    language, side = telling.language, SIDES[one.side].render(telling.language)
    if not one.units:
        return t(language, "{side}: no index, since no record names a factor of it in this unit.",
                 side=side)
    unit = one.units[0]
    score = t(language, "{side}: {score} of 100", side=side, score=unit.score)
    return f"{score} – {ranks(unit, one.of, language)}."


def _units(telling: Telling, one: Index) -> list[Item]:
    """Tell a country's units by their index, the highest first."""
    if not one.units:
        return []
    language = telling.language
    names = {part.unit.id: part.unit.name(language)
             for part in telling.profile.happened.parts if part.unit}
    rows = [(names.get(unit.unit, unit.unit), telling.number(unit.score))
            for unit in sorted(one.units, key=lambda unit: -unit.score)]
    side = SIDES[one.side].render(language)
    return [telling.head(t(language, "{side} by first-level unit, index 0 to 100", side=side)),
            *telling.pairs(rows)]


def _pair(telling: Telling) -> str:
    language, pair = telling.language, telling.profile.standing.pair
    if pair is None:
        return ""
    first, second = (THIRD[at].render(language) for at in pair)
    return t(language, "Both together: {first} vulnerability, {second} resilience.", first=first,
             second=second)


def _side(
    telling: Telling, side: str, own: Said[Factor], factors: Sequence[str]
) -> list[Item]:
    """Tell each factor that is named, with its first records; then how much is said around."""
    language = telling.language
    named = [(factor, [one for one in own.here if one.factor == factor]) for factor in factors]
    said = [_factor(telling, factor, many) for factor, many in named if many]
    none = telling.said(t(language, "No record names a factor here, which does not mean that "
                          "there is none."))
    return [telling.head(SIDES[side].render(language)), *(telling.bullets(said) or none),
            *telling.around(own.around)]


def _factor(telling: Telling, factor: str, many: Sequence[Factor]) -> str:
    """Say a factor by its latest record, and how many more there are."""
    language = telling.language
    latest = max(many, key=lambda one: str(one.days[1]) if one.days else "")
    said = t(language, "{name}: {value}", name=FACTORS[factor].render(language),
             value=telling.claim(latest, telling.says(latest)))
    if len(many) == 1:
        return said
    return said + " " + nmsg("and {count} more record", "and {count} more records",
                             len(many) - 1).render(language)


def _perceived(telling: Telling, one: Perception) -> str:
    """Say how something is seen, by its own sentence or by the word for it."""
    return telling.claim(one, telling.says(one) or PERCEPTIONS[one.perceived].render(
        telling.language))


def answers(telling: Telling) -> list[Item]:
    """Tell the recommendations that answer a factor named here; others are counted."""
    language, many = telling.language, telling.profile.answers
    own = [one for one in many if one.factors]
    wider = len(many) - len(own)
    found = [telling.title(t(language, "What documents recommend in answer"))]
    found += telling.bullets([_answer(telling, one) for one in own]) or telling.said(t(
        language, "No recommendation answers a factor that is named here."))
    if wider:
        found += telling.quiet(nmsg(
            "{count} more answers a factor that is named around it, not in it.",
            "{count} more answer factors that are named around it, not in it.",
            wider).render(language))
    return found


def _answer(telling: Telling, one: Answer) -> str:
    language = telling.language
    names = listing([FACTORS[factor].render(language) for factor in one.factors], language)
    return telling.claim(one.recommendation, telling.says(one.recommendation),
                         t(language, "In answer to: {factors}.", factors=names))
