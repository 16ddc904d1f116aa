"""The legend of a comparison: classes around no change, or those of a side alone."""

from __future__ import annotations

from data.i18n import Message, amount, msg, t
from layers import metric_rate
from layers.base import Found, Request
from layers.difference_values import NONE, shown, steps
from layers.legend import Entry
from layers.palette import LESS, MORE, UNCLEAR, Themes, ramp
from layers.style import Style

MINUS, PLUS = "−", "+"
TITLES: dict[str, Message] = {
    "ratio": msg("B against A: how many times as often"),
    "more": msg("B against A: incidents more or fewer a year"),
    "rate": msg("B against A: more or fewer a year, per 100,000 persons"),
    "a": msg("Incidents a year, the same classes for both sides"),
    "b": msg("Incidents a year, the same classes for both sides"),
    "both": msg("Both places: incidents a year"),
}
TIMES_LESS: tuple[Message, ...] = (
    msg("less often, above half"), msg("half as often or less, above a quarter"),
    msg("a quarter as often or less"))
TIMES_MORE: tuple[Message, ...] = (
    msg("more often, below twice"), msg("twice as often or more, below four times"),
    msg("four times as often or more"))


def title(request: Request) -> str:
    """Name what the colours say."""
    return TITLES[shown(request)].render(request.language)


def entries(found: Found, request: Request) -> tuple[Entry, ...]:
    """Return the classes, from the largest decrease to the largest increase."""
    show, at, language = shown(request), steps(found, request), request.language
    if show in ("a", "b", "both"):
        return _alone(at, language)
    write = _times if show == "ratio" else _numbers
    lows = (0.0, *at)
    less = [Entry(_style(LESS[_tone(i, len(lows))], MINUS), write(False, i, lows, language),
                  f"less-{i + 1}", -low, -low) for i, low in enumerate(lows)]
    more = [Entry(_style(MORE[_tone(i, len(lows))], PLUS), write(True, i, lows, language),
                  f"more-{i + 1}", low, low) for i, low in enumerate(lows)]
    unclear = Entry(Style("hatch", UNCLEAR, width=1.0), t(language, "no clear change"), NONE,
                    0.0, 0.0)
    return (*reversed(less), unclear, *more)


def notes(found: Found, request: Request) -> list[str]:
    """Say how changes were told from chance, and what is left out."""
    language, show = request.language, shown(request)
    said = []
    if show == "rate" and found.ground.persons_by_cell(request.resolution) is None:
        said.append(metric_rate.waits(language))
    if show == "both":
        said.append(t(language, "The sides are different places: each hexagon shows its own "
                      "incidents a year, and the sentence compares the places as wholes."))
    if show in ("ratio", "more", "rate"):
        said += [
            t(language, "Each hexagon is tested by itself: would chance alone give two such "
              "numbers? Since many are tested at once, the tests are corrected (Benjamini and "
              "Hochberg): of the changes called clear, at most one in twenty is expected to be "
              "chance."),
            t(language, "No clear change is not the same as no change: few incidents can hardly "
              "show one. Larger hexagons or longer windows hold more.")]
    said.append(t(language, "Numbers are for a year, so that windows of unequal length compare. "
                  "Classes stay the same while the clock moves."))
    return said


def _alone(at: tuple[float, ...], language: str) -> tuple[Entry, ...]:
    lows, tones = (0.0, *at), ramp(len(at) + 1)
    return tuple(
        Entry(Style("hexagon", pair), _range(i, lows, language), f"class-{i}", low, low)
        for i, (low, pair) in enumerate(zip(lows, zip(tones.light, tones.dark, strict=True),
                                            strict=True)))


def _range(i: int, lows: tuple[float, ...], language: str) -> str:
    if len(lows) == 1:
        return t(language, "any number")
    if i == 0:
        return t(language, "less than {high}", high=amount(lows[1], language))
    if i == len(lows) - 1:
        return t(language, "{low} and more", low=amount(lows[i], language))
    return t(language, "{low} to less than {high}", low=amount(lows[i], language),
             high=amount(lows[i + 1], language))


def _times(more: bool, i: int, lows: tuple[float, ...], language: str) -> str:
    return (TIMES_MORE if more else TIMES_LESS)[i].render(language)


def _numbers(more: bool, i: int, lows: tuple[float, ...], language: str) -> str:
    size = _range(i, lows, language)
    return (t(language, "more, by {size}", size=size) if more
            else t(language, "fewer, by {size}", size=size))


def _style(colours: Themes, letter: str) -> Style:
    return Style("hexagon", colours, letter=letter)


def _tone(i: int, levels: int) -> int:
    """Choose among the tones so that the largest change always has the strongest."""
    return len(MORE) - levels + i
