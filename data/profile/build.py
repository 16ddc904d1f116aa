"""A profile: everything that is known of an area under a selection's filters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from data.evidence.model import Figure, Relation
from data.ground import Ground
from data.profile.area import Area, places_named
from data.profile.followed import Interventions, interventions
from data.profile.happened import Happened, happened
from data.profile.living import Living, living
from data.profile.passing import Passing, passing
from data.profile.reporting import Reporting, reporting
from data.profile.said import Said, Tabled, said
from data.profile.sites import Sites, sites
from data.profile.standing import Answer, Standing, answers, standing
from data.profile.taxation import Taxation, taxation
from data.profile.trend import Trend, trend
from data.queries.exports import RULES, Rules
from data.selection import Selection
from data.store import Snapshot


@dataclass(frozen=True)
class Profile:
    """What is known of an area.

    Attributes:
        area: what it is of.
        selection: the filters that were applied, those by place left out.
        places_left_out: whether a filter by place was asked for and left out.
        living: its size and its people.
        trend: None where the country has no records at all.
        figures: other numbers that documents tell.
        claims: every claim that it tells, each once, behind the name of its table.
    """

    area: Area
    selection: Selection
    places_left_out: bool
    living: Living
    happened: Happened
    trend: Trend | None
    taxation: Taxation
    corridors: tuple[Passing, ...]
    sites: Sites
    standing: Standing
    relations: Said[Relation]
    interventions: Interventions
    figures: Said[Figure]
    answers: tuple[Answer, ...]
    reporting: Reporting
    claims: tuple[Tabled, ...]

    @property
    def synthetic(self) -> bool:
        """Whether anything in it is invented."""
        return bool(self.happened.synthetic) or any(claim.synthetic for _, claim in self.claims)


def build(
    area: Area, selection: Selection, snapshot: Snapshot, ground: Ground, rules: Rules = RULES
) -> Profile:
    """Gather the profile of an area; single incidents are listed where `rules` let them out.

    Raises:
        UsageError: the selection names what a snapshot does not hold.
    """
    evidence, own = ground.evidence, area.scope(selection)
    told = trend(area, own, snapshot)
    levied = taxation(area, own, snapshot, said(evidence.levies, area, own))
    peopled = living(area, ground, told)
    happening = happened(area, own, snapshot, ground, rules)
    corridors = passing(area, own, evidence.corridors, evidence.levies)
    places, stands = sites(area, own, evidence), standing(area, own, evidence)
    relations = said(evidence.relations, area, own)
    done = interventions(area, own, snapshot, evidence,
                         (told.reach.first, told.reach.last) if told else None)
    figures = said(evidence.figures, area, own)
    answered = answers(area, own, evidence, stands)
    cited = _once(chain(
        levied.claims(), *(one.claims() for one in corridors), places.claims(), stands.claims(),
        relations.tabled("relations"), done.claims(), figures.tabled("figures"),
        (("recommendations", one.recommendation) for one in answered)))
    return Profile(
        area, own, area.level is not None and places_named(selection), peopled, happening, told,
        levied, corridors, places, stands, relations, done, figures, answered,
        reporting(area, own, snapshot, ground, [claim for _, claim in cited],
                  peopled=peopled.people is not None), cited)


def _once(claims: Iterable[Tabled]) -> tuple[Tabled, ...]:
    return tuple({(table, claim.id): (table, claim) for table, claim in claims}.values())
