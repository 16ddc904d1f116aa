"""The README of a package: what it holds, what it lacks and why, in plain words."""

from __future__ import annotations

from data.i18n import day, msg, number, t
from data.model import DATE_PRECISION, WHERE_PRECISION
from data.packages import citations, conditions
from data.packages.aggregates import LEAST
from data.packages.markdown import address, plain, table
from data.packages.remarks import kept_lines, synthetic_line, unstated_line
from data.packages.whole import Whole


def readme(whole: Whole) -> str:
    """Write the README in the language of the order, as Markdown."""
    parts = (_head, _numbers, _precision, _sources, _layers, _columns, _data)
    lines = [line for part in parts for line in part(whole)]
    return "\n".join(lines).rstrip() + "\n"


def _head(whole: Whole) -> list[str]:
    language, facts = whole.order.language, whole.facts
    lines = [f"# {plain(facts.title)}", ""]
    if facts.synthetic:
        lines += [f"**{synthetic_line(facts, language)}**", ""]
    if whole.order.coarsen is not None:
        lines += [t(language, "Hexagons of the H3 grid, resolution {res}, with the number of "
                    "incidents that each holds; single incidents are left out. A row without a "
                    "hexagon counts the incidents whose place is known less exactly.",
                    res=whole.order.coarsen), ""]
    if not whole.order.notes:
        lines += [t(language, "Free text is left out."), ""]
    return lines


def _numbers(whole: Whole) -> list[str]:
    language, facts = whole.order.language, whole.facts
    lines = [*_heading(t(language, "What left and what stayed")),
             t(language, "{selected} incidents were selected; {leaving} are in this package.",
               selected=facts.selected, leaving=facts.leaving)]
    if facts.first and facts.last:
        lines.append(t(language, "They began between {first} and {last}.", first=facts.first,
                       last=facts.last))
    if facts.unstated:
        lines += ["", unstated_line(facts, language)]
    lines += ["", *kept_lines(facts, language)]
    if facts.aggregates.rows:
        lines += [t(language, "Of these, aggregates.csv has counts: by hexagon (H3 resolution 4 or "
                    "coarser), month and kind where at least {least} incidents fall together, and "
                    "otherwise by unit, by year or by country. A count of fewer than {least} is "
                    "never told, since somebody who knows one of the records could find the "
                    "others by it. Each incident is in one count at most.", least=LEAST), ""]
    return lines


def _precision(whole: Whole) -> list[str]:
    language, facts = whole.order.language, whole.facts
    heads = [t(language, "Value"), t(language, "Meaning"), t(language, "Incidents")]
    lines = _heading(t(language, "How exactly places and dates are known"))
    for name, labels, counts in (("where_precision", WHERE_PRECISION, facts.where),
                                 ("date_precision", DATE_PRECISION, facts.when)):
        lines += [f"`{name}`", "", *table(heads, (
            [str(value), label.render(language), number(counts.get(value, 0), language)]
            for value, label in labels.items()))]
    return [*lines, t(language, "Only places of value 1 or 2 have a point on a map. The columns "
                      "lat and lon of others are what their source gave, and stand for a whole "
                      "unit, area or country."), ""]


def _sources(whole: Whole) -> list[str]:
    language = whole.order.language
    lines = _heading(t(language, "Sources, licences and citations"))
    for one in whole.facts.sources:
        licence = conditions.label(one.licence, language)
        where = conditions.address(one.licence)
        lines.append(f"- **{plain(one.source)}** · {plain(licence)}"
                     + (f" · {address(where)}" if where else "")
                     + " · " + t(language, "{name}: {value}", name=msg("Incidents"),
                                 value=one.incidents))
        said = conditions.asks(one.licence, language)
        if said:
            lines.append(f"  {said}")
        lines += [f"  - {plain(text)}" for text in citations.asked(one.source, one.citations)]
        if one.several:
            lines.append("  - " + t(language, "Records carry further citations: see the column "
                                    "citation."))
    return [*lines, ""]


def _layers(whole: Whole) -> list[str]:
    if not whole.layers:
        return []
    language = whole.order.language
    return [*_heading(t(language, "Drawn layers")),
            t(language, "Layers are drawn from what may leave alone, so that they may show less "
              "than the screen."), "",
            *(f"- `{name}`: {plain(said)}" for name, said in whole.layers), ""]


def _columns(whole: Whole) -> list[str]:
    language = whole.order.language
    heads = [t(language, "Column"), t(language, "Meaning")]
    return [*_heading(t(language, "What columns mean")),
            *table(heads, ([f"`{column.name}`", plain(column.meaning.render(language))]
                           for column in whole.content.columns)),
            t(language, "Values are data, as their sources wrote them. A program that takes cells "
              "beginning with = for formulas must be told that these are text."), ""]


def _data(whole: Whole) -> list[str]:
    language, facts = whole.order.language, whole.facts
    told = [(t(language, "Snapshot"), f"`{facts.snapshot}`")]
    if facts.as_of:
        told.append((t(language, "Data as of"), day(facts.as_of, language)))
    told.append((t(language, "Selection"), f"`{whole.order.selection.to_query() or '–'}`"))
    if whole.permalink:
        told.append((t(language, "The same on the page"), address(whole.permalink)))
    told.append((t(language, "Filters, sources and hashes for programs"), "metadata.json"))
    return [*_heading(t(language, "Which data")),
            *("- " + t(language, "{what}: {value}", what=what, value=value)
              for what, value in told)]


def _heading(text: str) -> list[str]:
    return [f"## {text}", ""]
