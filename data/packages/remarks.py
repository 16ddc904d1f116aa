"""Sentences about what stayed, and about what is invented: alike in every form."""

from __future__ import annotations

from data.i18n import nmsg, t
from data.packages import conditions
from data.packages.facts import Facts
from data.packages.markdown import plain
from data.queries.exports import FORBIDDEN, SENSITIVE, SILENT


def synthetic_line(facts: Facts, language: str) -> str:
    """Say how many of the incidents are invented."""
    return nmsg("SYNTHETIC: {count} incident is invented for demonstration and is no finding.",
                "SYNTHETIC: {count} incidents are invented for demonstration and are no findings.",
                facts.synthetic).render(language)


def unstated_line(facts: Facts, language: str) -> str:
    """Say how many leave without a stated licence."""
    return nmsg("Nobody stated the licence of {count} incident in this package: ask its source "
                "before you hand it on.",
                "Nobody stated the licence of {count} incidents in this package: ask their "
                "sources before you hand them on.", facts.unstated).render(language)


def kept_lines(facts: Facts, language: str) -> list[str]:
    """Say what stayed and why, as a list of Markdown; or that nothing did."""
    if not facts.stayed:
        return [t(language, "Nothing was held back."), ""]
    reasons = {
        FORBIDDEN: t(language, "the licence forbids passing on single records"),
        SILENT: t(language, "nobody stated a licence, and this atlas is set to hold such "
                  "records back"),
        SENSITIVE: t(language, "they are restricted or confidential: nothing but this number "
                     "leaves"),
    }
    lines = [t(language, "Held back:"), ""]
    for one in facts.stayed:
        licence = conditions.label(one.licence, language)
        lines.append("- " + t(
            language, "{source}, {licence}: {count}; {why}.", source=plain(one.source) or "–",
            licence=plain(licence), count=one.incidents, why=reasons[one.reason]))
    untold = sum(facts.aggregates.untold.values())
    if untold:
        lines += ["", nmsg("{count} of these is in no count either: too few fall together.",
                           "{count} of these are in no count either: too few fall together.",
                           untold).render(language)]
    return [*lines, ""]
