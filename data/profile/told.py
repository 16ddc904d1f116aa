"""What a profile says in sentences, the same on the page, in a brief and on the command line."""

from __future__ import annotations

import math
from decimal import Decimal

from data import sentence
from data.analysis.ratio import LEVEL
from data.i18n import Message, listing, month, msg, nmsg
from data.model import WHERE_PRECISION
from data.names import country
from data.profile.area import COUNTRY, SECOND, Area
from data.profile.build import Profile
from data.profile.followed import Why
from data.profile.happened import Apart
from data.profile.living import Living
from data.profile.passing import How
from data.profile.reporting import Gaps, Missing
from data.profile.trend import Change, Compared, Reach, Trend

CHANGES: dict[Change, Message] = {
    "more": msg("more often"),
    "fewer": msg("less often"),
    "unclear": msg("no clear change"),
}
HOW: dict[How, Message] = {
    "path": msg("its path, which is known, crosses it"),
    "straight": msg("path not known: the straight link between the places named crosses it"),
    "named": msg("path not known: a place that it names lies in it"),
    "wide": msg("path not known: only a straight link crosses it, whose end stands for a whole "
                "country or a vague area; whether it passes here is not known"),
}
WHY: dict[Why, Message] = {
    "undated": msg("It has no date, so nothing before and after it can be compared."),
    "too_early": msg("Records do not reach 90 days back from its beginning, so nothing is "
                     "compared."),
    "too_late": msg("Records do not reach 90 days on from its end, so nothing is compared."),
}
MISSING: dict[Missing, Message] = {
    "population": msg("Population is not loaded: nothing is told per person."),
    "second_level": msg("Second-level units of this country are not loaded: nothing is told "
                        "apart within first-level ones."),
    "visits": msg("Visits to sites, such as those of IPIS, are not loaded."),
    "sources": msg("There are not several sources of incidents that could be held against each "
                   "other."),
}
LEVEL_PERCENT = round(100 * LEVEL)
LEVELS: dict[int | None, Message] = {
    0: msg("country"), 1: msg("first-level unit"), 2: msg("second-level unit"),
    None: msg("selected area"),
}
PLURALS: dict[int, Message] = {
    0: msg("countries"), 1: msg("first-level units"), 2: msg("second-level units"),
}
CAUTION = msg(
    "The interval is exact for incidents that come independently of each other. Where they come "
    "in clusters, the truth is less certain than it says.")
SEASONS = msg(
    "Whole years are compared, so that every season weighs alike; no season is claimed. An "
    "incident counts on the day that it began.")
NO_EFFECT = msg(
    "What was recorded before and after is set side by side. That one followed the other does "
    "not show an effect: none is claimed.")


def title(area: Area, language: str) -> str:
    """Name an area with what it is, as in `Gao (first-level unit, Mali)`."""
    what = LEVELS[area.level].render(language)
    if area.level is None:
        return what[:1].upper() + what[1:]
    inside = [area.around.name(language)] if area.around else []
    inside += [area.country(language)] if area.level else []
    return f"{area.name(language)} ({', '.join([what, *inside])})"


def counted(profile: Profile) -> Message:
    """Say how many incidents there are, and from when to when."""
    own = profile.happened
    if own.first is None or own.last is None:
        return msg("No incident of these filters is recorded here. That is not to say that "
                   "nothing happened.")
    return nmsg("{count} incident is recorded here, {first} to {last}.",
                "{count} incidents are recorded here, {first} to {last}.", own.incidents,
                first=own.first, last=own.last)


def filters(profile: Profile, language: str) -> tuple[Message, ...]:
    """Say which filters apply, and which were left out."""
    say = sentence.what_and_where if profile.selection.picked else sentence.what
    chosen = say(profile.selection, language)
    when = sentence.when(profile.selection, language)
    said = [msg("Filters that apply: {filters}.",
                filters=f"{chosen} · {when}" if when else chosen)]
    if profile.places_left_out:
        said.append(msg("Filters by place are left out: the unit takes their place."))
    said.append(msg("Comparisons with the past look back before the window begins, to its end."))
    return tuple(said)


def apart(one: Apart, language: str) -> Message:
    """Say how many incidents may lie in the area and are not counted in it."""
    if one.level is None:
        return nmsg("{count} more is known to a unit or country that it cuts, and is not counted.",
                    "{count} more are known to units or countries that it cuts, and are not "
                    "counted.", one.incidents)
    if one.level == COUNTRY:
        return nmsg("{count} more is known to the country alone ({place}): it may lie here, and "
                    "is not counted.",
                    "{count} more are known to the country alone ({place}): they may lie here, "
                    "and are not counted.", one.incidents, place=one.around.name(language))
    return nmsg("{count} more is known to the first-level unit around it alone ({place}), and is "
                "not counted.",
                "{count} more are known to the first-level unit around it alone ({place}), and "
                "are not counted.", one.incidents, place=one.around.name(language))


def lately(trend: Trend) -> tuple[Message, ...]:
    """Compare the last year with the one before it and with the mean of those before."""
    if trend.year is None:
        return (msg("Records reach from {first} to {last}: too short for whole years to be "
                    "compared.", first=trend.reach.first, last=trend.until),)
    said = [nmsg("In the 12 months to {until}, {count} incident began here; in the 12 before, "
                 "{before}: {change}.",
                 "In the 12 months to {until}, {count} incidents began here; in the 12 before, "
                 "{before}: {change}.", trend.year.later.incidents, until=trend.until,
                 before=trend.year.earlier.incidents, change=change(trend.year))]
    if trend.mean is not None:
        said.append(msg("Against the mean of the {years} years before ({mean} a year): {change}.",
                        years=trend.years, mean=round(trend.mean.earlier.yearly, 1),
                        change=change(trend.mean)))
    return tuple(said)


def people(own: Living, language: str) -> tuple[Message, ...]:
    """Say how many live there, as of when and who says so, and how often incidents came to them."""
    found = own.people
    if found is None:
        return ()
    stated = listing([*found.vintages, *found.sources], language)
    said = [msg("{persons} people live there ({source}).", persons=round(found.persons),
                source=stated)]
    if found.estimated:
        said.append(msg("{persons} of them are estimated by the share of a unit’s land.",
                        persons=round(found.estimated)))
    if found.missing:
        said.append(msg("Those of {countries} are not loaded.", countries=listing(
            [country(code, language) for code in found.missing], language)))
    if own.rate is not None:
        said.append(msg("In the last 12 months, {rate} incidents began for each 100,000 of them.",
                        rate=Decimal(own.rate)))
    return tuple(said)


def change(one: Compared) -> Message:
    """Say the ratio of two rates with its interval, and whether it is clear."""
    found = one.ratio
    if found.value is None:
        return msg("none in either")
    if math.isinf(found.value):
        return msg("at least {low} times as often ({percent}% interval), {change}",
                   low=Decimal(found.low), percent=LEVEL_PERCENT,
                   change=CHANGES[one.change])
    return msg("{best} times as often ({percent}% interval {low} to {high}), {change}",
               best=Decimal(found.value), low=Decimal(found.low), high=Decimal(found.high),
               percent=LEVEL_PERCENT, change=CHANGES[one.change])


def beside(one: Compared) -> Message:
    """Set what was recorded before and after an intervention side by side."""
    return msg("{days} days before: {before} incidents; {days} days after: {after}. That is "
               "{change}.", days=one.later.days, before=one.earlier.incidents,
               after=one.later.incidents, change=change(one))


def loose(trend: Trend) -> Message | None:
    """Say how many incidents belong to no month."""
    if not trend.loose:
        return None
    return nmsg("{count} incident known to the year or less is in no month, and in no comparison.",
                "{count} incidents known to the year or less are in no month, and in no "
                "comparison.", trend.loose)


def uneven(one: Reach) -> Message:
    """Say that a source comes or goes within what is compared."""
    return msg("{source} reports on the country from {first} to {last} only: that it comes or "
               "goes may be all that changed.", source=one.source, first=one.first, last=one.last)


def gaps(found: Gaps, language: str) -> tuple[Message, ...]:
    """Say in how many months nobody reported, and when the longest silence was."""
    if not found.silent:
        return (nmsg("Somebody reported in the one month that records reach.",
                     "Somebody reported in each of the {count} months that records reach.",
                     found.months),)
    said = [nmsg("In {silent} of the {count} month that records reach, nothing was reported.",
                 "In {silent} of the {count} months that records reach, nothing was reported.",
                 found.months, silent=found.silent)]
    if found.longest:
        first, last = (month(day, language) for day in found.longest)
        said.append(msg("The longest silence: {months}.",
                        months=first if first == last else f"{first} – {last}"))
    return (*said, msg("Silence may mean that nothing happened, or that nobody told."))


def exactness(key: str) -> Message:
    """Say how exactly a place is known, by a value of `where_precision` as text."""
    return WHERE_PRECISION.get(int(key), msg("not known")) if key else msg("not known")


def index_place(profile: Profile) -> Message | None:
    """Say where the index of an area without one is found."""
    if profile.area.level == SECOND:
        return msg("The index is of first-level units; see that of the one around it.")
    if profile.area.level is None:
        return msg("The index is of first-level units, and not of other areas.")
    return None
