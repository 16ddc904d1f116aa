"""A legend entry's sample as a small picture, drawn from the style that its marks are drawn by."""

from __future__ import annotations

from urllib.parse import quote

from layers.palette import rgb
from layers.style import Style

WIDE, TALL = 24, 16
PAPER = ("#fbfaf7", "#191c20")
HEXAGON = "M7 2h10l5 6-5 6H7L2 8z"


def address(style: Style, theme: int) -> str:
    """Return the sample as a `data:` address; theme 0 is the light page, 1 the dark one."""
    return "data:image/svg+xml," + quote(svg(style, theme))


def svg(style: Style, theme: int) -> str:
    """Draw a style in the pixels that `box` gives it."""
    wide, tall = box(style)
    inside = _DRAWN[style.form](style, style.colours[theme], PAPER[theme])
    view = f"{(WIDE - wide) / 2:g} {(TALL - tall) / 2:g} {wide:g} {tall:g}"
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}" '
            f'width="{wide:g}" height="{tall:g}">{inside}</svg>')


def box(style: Style) -> tuple[float, float]:
    """Return the width and height of a sample in pixels; a symbol has the size of its marks."""
    across = 2 * style.radius + 2 if style.form == "symbol" else 0.0
    return max(float(WIDE), across), max(float(TALL), across)


def _hexagon(style: Style, tone: str, paper: str) -> str:
    return (f'<path d="{HEXAGON}" fill="{tone}" fill-opacity="{style.alpha:g}"/>'
            f'{_letter(style, tone)}')


def _fill(style: Style, tone: str, paper: str) -> str:
    return (f'<rect x="2" y="2" width="20" height="12" fill="{tone}" '
            f'fill-opacity="{style.alpha:g}"/>')


def _outline(style: Style, tone: str, paper: str) -> str:
    return (f'<rect x="2" y="2" width="20" height="12" fill="none" stroke="{tone}" '
            f'stroke-width="{style.width:g}"{_dash(style, 0.5)}/>')


def _hatch(style: Style, tone: str, paper: str) -> str:
    gap = 8 if style.sparse else 4
    turned = f"rotate({-style.angle:g})"
    lines = (f'<pattern id="h" width="{gap}" height="{gap}" patternUnits="userSpaceOnUse" '
             f'patternTransform="{turned}"><path d="M0 0H{gap}" stroke="{tone}" '
             f'stroke-width="1.4"/></pattern>')
    return (f'<defs>{lines}</defs><rect x="2" y="2" width="20" height="12" fill="url(#h)" '
            f'stroke="{tone}"{_dash(style, 0.4)}/>')


def _line(style: Style, tone: str, paper: str) -> str:
    head = f'<path d="M23 8l-7-4 1.500 4-1.500 4z" fill="{tone}"/>' if style.arrow else ""
    bend = "M1 13Q12-1 23 13" if style.form == "arc" else "M1 8H22"
    return (f'<path d="{bend}" fill="none" stroke="{tone}" stroke-width="{style.width:g}"'
            f'{_dash(style, 0.5)}/>{head}')


def _symbol(style: Style, tone: str, paper: str) -> str:
    radius = style.radius if style.form == "symbol" else min(7.0, style.radius)
    fill, edge = (paper, tone) if style.hollow else (tone, paper)
    return (f'<circle cx="12" cy="8" r="{radius:g}" fill="{fill}" stroke="{edge}" '
            f'stroke-width="{2 if style.hollow else 1}"{_dash(style, 0.8)}/>'
            f'{_letter(style, tone)}')


def _letter(style: Style, tone: str) -> str:
    if not style.letter:
        return ""
    red, green, blue = rgb(tone)
    bright = 0.3 * red + 0.59 * green + 0.11 * blue > 140
    ink = tone if style.hollow else "#17191c" if bright else "#ffffff"
    return (f'<text x="12" y="11.200" text-anchor="middle" font-family="sans-serif" '
            f'font-size="9" font-weight="700" fill="{ink}">{style.letter}</text>')


def _ring(style: Style, tone: str, paper: str) -> str:
    return (f'<circle cx="12" cy="8" r="6" fill="none" stroke="{tone}" '
            f'stroke-width="{style.width:g}"{_dash(style, 0.4)}/>')


def _dash(style: Style, share: float) -> str:
    if not style.dash:
        return ""
    drawn, left = (part * share for part in style.dash)
    return f' stroke-dasharray="{drawn:g} {left:g}"'


_DRAWN = {
    "hexagon": _hexagon, "fill": _fill, "outline": _outline, "hatch": _hatch, "line": _line,
    "arc": _line, "symbol": _symbol, "dot": _symbol, "ring": _ring,
}
