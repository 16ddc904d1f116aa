"""`app.py profile`: what is known of a country or unit, with its sources and its gaps.

It is made to be handed on, so it tells what may leave the building alone.
"""

from __future__ import annotations

import argparse

from data import taxonomy
from data.commands import common
from data.evidence.words import FACTORS
from data.i18n import LANGUAGES, clauses, msg, nmsg, number, t
from data.permitted import permitted
from data.profile import told
from data.profile.area import drawn, search
from data.profile.build import Profile, build
from data.profile.happened import Happened
from data.profile.plain import plain
from data.queries.exports import FORBIDDEN, SENSITIVE, Rules, open_to_all, staying
from data.settings import Settings

NAME = "profile"
WIDE = 10
summary = msg("tell what is known of a country or unit: incidents, trend, claims, sources, gaps")


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the options."""
    common.add_store(parser, language)
    common.add_filters(parser, language)
    add = common.adder(parser.add_argument, language)
    add("of", msg("code or name of a country or unit, such as ML, ML-7 or Gao; without it, the "
                  "area that --area draws"), metavar="UNIT", nargs="?")
    add("--lang", msg("language of what is printed: en or fr"), choices=LANGUAGES, default=None)
    common.add_json(parser, language)


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Print the profile."""
    snapshot = common.snapshot(args, settings)
    rules = Rules.of(settings)
    ground = permitted(snapshot, rules)
    selection = common.settled(common.selection(args), snapshot)
    area = search(ground, args.of) if args.of else drawn(selection, ground)
    found = build(area, selection, ground.snapshot or snapshot, ground, rules)
    stays = snapshot.rows(staying(area.incidents(found.selection), rules).group_by(
        secret=lambda row: ~open_to_all(row, rules)).agg(n=lambda row: row.count()))
    kept = {SENSITIVE if row["secret"] else FORBIDDEN: row["n"] for row in stays}
    if args.json:
        common.print_json(plain(found) | {"withheld": kept})
        return 0
    language = args.lang or settings.language
    for line in [*lines(found, language), *_withheld(kept, language)]:
        print(line)
    return 0


def _withheld(kept: dict[str, int], language: str) -> list[str]:
    """Say how many incidents are not told of, and why."""
    secret, closed = kept.get(SENSITIVE, 0), kept.get(FORBIDDEN, 0)
    told = [
        nmsg("{count} incident is not among these, since it may not be passed on: licence.",
             "{count} incidents are not among these, since they may not be passed on: licence.",
             closed),
        nmsg("{count} incident is not among these, since it may not be passed on: restricted.",
             "{count} incidents are not among these, since they may not be passed on: restricted.",
             secret)]
    return [one.render(language) for one, n in zip(told, (closed, secret), strict=True) if n]


def lines(profile: Profile, language: str) -> list[str]:
    """Write a profile in short."""
    area = profile.area
    said = [told.title(area, language), told.counted(profile).render(language)]
    if profile.synthetic:
        said.append(t(language, "SYNTHETIC demonstration data is among it."))
    said += [one.render(language) for one in told.people(profile.living, language)]
    said += [one.render(language) for one in told.filters(profile, language)]
    said += [told.apart(one, language).render(language) for one in profile.happened.apart]
    said += _happened(profile.happened, language)
    if profile.trend:
        said += ["", t(language, "Against its own past"),
                 *(f"  {one.render(language)}" for one in told.lately(profile.trend))]
    said += _claims(profile, language)
    return [*said, "", t(language, "Sources and gaps"),
            *(f"  {line}" for line in _gaps(profile, language))]


def _happened(own: Happened, language: str) -> list[str]:
    said: list[str] = []
    if own.kinds:
        said += ["", t(language, "By kind"), *(
            _row(one.incidents, taxonomy.BY_ID[one.key].label(language), language)
            for one in own.kinds)]
    if own.deaths:
        said += ["", t(language, "Deaths by source, lowest / best / highest"), *(
            f"  {' / '.join(number(n, language) for n in (one.low, one.best, one.high))}"
            f"  {one.source}" for one in own.deaths)]
    return said


def _claims(profile: Profile, language: str) -> list[str]:
    """Count what documents tell of the area itself."""
    standing = profile.standing
    counted = (
        (t(language, "levies"), len(profile.taxation.levies.here)),
        (t(language, "corridors that meet it"), len(profile.corridors)),
        (t(language, "sites"), len(profile.sites.sites.here)),
        (t(language, "records of vulnerability"), len(standing.vulnerability.here)),
        (t(language, "records of resilience"), len(standing.resilience.here)),
        (t(language, "relations between groups"), len(profile.relations.here)),
        (t(language, "interventions"), len(profile.interventions.here)),
        (t(language, "recommendations that answer its factors"),
         sum(bool(one.factors) for one in profile.answers)))
    named = [FACTORS[factor].render(language) for factor in standing.factors]
    said = ["", t(language, "What documents tell of it"),
            *(_row(count, name, language) for name, count in counted)]
    return [*said, f"  {clauses(named, language)}"] if named else said


def _gaps(profile: Profile, language: str) -> list[str]:
    own = profile.reporting
    said = [one.render(language) for one in (told.gaps(own.gaps, language) if own.gaps else ())]
    said += [f"{one.source}: {t(language, 'months with a report: {months}', months=one.months)}"
             for one in own.reporters]
    return said + [told.MISSING[name].render(language) for name in own.missing]


def _row(count: int, name: str, language: str) -> str:
    return f"  {number(count, language):>{WIDE}}  {name}"
