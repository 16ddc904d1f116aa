"""An empty document: its paper, its styles and language, and what stands on every page."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from data.i18n import t
from data.settings import Settings
from layers.documents.clean import clean
from layers.documents.properties import TAGS
from layers.palette import rgb
from layers.sheet import logo
from layers.sheet.canvas import INK, QUIET
from layers.sheet.description import Sheet
from layers.sheet.formats import FORMATS
from layers.sheet.furniture.key import MARK
from layers.sheet.gather import Content

FONT = "Arial"
PRINTED = ("a3", "a4")
MARGIN, HEAD = 54.0, 26.0
"""Points around a page, and from its edge to head and foot."""
LOGO, BENEATH = 22.0, 9.0
"""Points: height of the logo, and between the head and the text."""
SIZES = {"Normal": 9.5, "Title": 20.0, "Subtitle": 11.0, "Heading 1": 14.0, "Heading 2": 11.5,
         "Heading 3": 10.0, "Caption": 8.5, "List Bullet": 9.0, "Header": 8.0, "Footer": 8.0}
"""Points of letters by style."""
ACCENTED = ("Heading 1", "Heading 2", "Heading 3")
THEMED = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")


@dataclass(frozen=True)
class Paper:
    """Room between the margins of a page, points."""

    width: float
    height: float


def room(sheet: Sheet) -> Paper:
    """Return the room on the pages of a sheet's document."""
    width, height, _ = _size(sheet)
    return Paper(width - 2 * MARGIN, height - 2 * MARGIN)


def empty(sheet: Sheet, content: Content, settings: Settings) -> Any:
    """Return a document without text."""
    document: Any = Document()
    _styles(document, settings.accent, TAGS[sheet.language])
    paper = room(sheet)
    _paper(document.sections[0], sheet)
    _head(document.sections[0], sheet, content, settings)
    _foot(document.sections[0], sheet, content, settings, paper)
    _without_thumbnail(document.part.package)
    return document


def ink(tone: str) -> RGBColor:
    """Read `#rrggbb`."""
    return RGBColor(*rgb(tone))


def field(paragraph: Any, instruction: str, shown: str) -> None:
    """Add a field, such as a page's number, with what it shows until it is computed."""
    element = OxmlElement("w:fldSimple")
    element.set(qn("w:instr"), instruction)
    paragraph._p.append(element)
    run = paragraph.add_run(shown)
    element.append(run._r)


def describe(inline: Any, name: str, said: str) -> None:
    """Name a picture in a line of text, say what it shows, and let it stand without margins."""
    inline.docPr.set("name", clean(name))
    inline.docPr.set("descr", clean(said))
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")


def _size(sheet: Sheet) -> tuple[float, float, bool]:
    """Return width, height and whether it stands: the sheet's where printers have it, or A4."""
    portrait = sheet.portrait or sheet.page == "1:1"
    width, height = FORMATS[sheet.page if sheet.page in PRINTED else "a4"].turned(portrait=portrait)
    return width, height, portrait


def _paper(section: Any, sheet: Sheet) -> None:
    width, height, portrait = _size(sheet)
    section.page_width, section.page_height = Pt(width), Pt(height)
    section.orientation = WD_ORIENT.PORTRAIT if portrait else WD_ORIENT.LANDSCAPE
    for side in ("left", "right", "top", "bottom"):
        setattr(section, f"{side}_margin", Pt(MARGIN))
    section.header_distance = section.footer_distance = Pt(HEAD)


def _styles(document: Any, accent: str, language: str) -> None:
    for name, size in SIZES.items():
        style = document.styles[name]
        style.font.name, style.font.size = FONT, Pt(size)
        fonts = style.element.rPr.rFonts
        for themed in THEMED:
            fonts.attrib.pop(qn(f"w:{themed}"), None)
        for other in ("eastAsia", "cs"):
            fonts.set(qn(f"w:{other}"), FONT)
        style.font.color.rgb = ink(accent if name in ACCENTED else INK)
        for spread in list(style.element.rPr.iter(qn("w:spacing"), qn("w:kern"))):
            style.element.rPr.remove(spread)
        for stops in list(style.element.iter(qn("w:tabs"))):
            stops.getparent().remove(stops)
    for name in ("Subtitle", "Caption"):
        style = document.styles[name].font
        style.italic, style.bold, style.color.rgb = False, False, ink(QUIET)
    document.styles["Title"].font.bold = True
    _title_rule(document.styles["Title"].element, accent)
    for name, before, after in (("Normal", 0, 4), ("Title", 0, 6), ("Subtitle", 0, 8),
                                ("Heading 1", 12, 4), ("Heading 2", 10, 3), ("Caption", 3, 8),
                                ("List Bullet", 0, 2)):
        spaces = document.styles[name].paragraph_format
        spaces.space_before, spaces.space_after, spaces.line_spacing = Pt(before), Pt(after), 1.08
    defaults = document.styles.element.find(qn("w:docDefaults"))
    for spoken in defaults.iter(qn("w:lang")):
        for one in ("val", "eastAsia"):
            spoken.set(qn(f"w:{one}"), language)


def _title_rule(style: Any, accent: str) -> None:
    for edge in style.iter(qn("w:bottom")):
        edge.set(qn("w:color"), accent.removeprefix("#"))
        for themed in ("themeColor", "themeTint", "themeShade"):
            edge.attrib.pop(qn(f"w:{themed}"), None)


def _head(section: Any, sheet: Sheet, content: Content, settings: Settings) -> None:
    """Put marking, organisation and the mark of what is invented above each page."""
    lines = _Lines(section.header)
    if settings.marking:
        _marked(lines.next(), settings.marking)
    if settings.logo or settings.organisation:
        line = lines.next()
        if settings.logo:
            line.add_run().add_picture(io.BytesIO(logo.png(settings.logo)), height=Pt(LOGO))
            describe(line.runs[-1]._r.find(f".//{qn('wp:inline')}"), "logo",
                     settings.organisation)
            line.add_run("  ")
        line.add_run(clean(settings.organisation)).bold = True
    if content.synthetic:
        run = lines.next().add_run(t(
            sheet.language, "Contains synthetic demonstration data: invented, not findings."))
        run.bold, run.font.color.rgb = True, ink(MARK)
    section.header.paragraphs[-1].paragraph_format.space_after = Pt(BENEATH)


def _foot(
    section: Any, sheet: Sheet, content: Content, settings: Settings, paper: Paper
) -> None:
    """Put the data's day, the selection's code, the page's number and the marking below."""
    lines, language = _Lines(section.footer), sheet.language
    line = lines.next()
    line.paragraph_format.tab_stops.add_tab_stop(Pt(paper.width), WD_TAB_ALIGNMENT.RIGHT)
    dated = t(language, "Data as of {date}", date=content.as_of) if content.as_of else ""
    line.add_run(" · ".join(one for one in (
        dated, t(language, "Selection code: {code}", code=content.code)) if one))
    before, _, after = t(language, "Page {page} of {pages}").partition("{page}")
    between, _, end = after.partition("{pages}")
    line.add_run("\t" + before)
    field(line, "PAGE", "1")
    line.add_run(between)
    field(line, "NUMPAGES", "1")
    line.add_run(end)
    if settings.marking:
        _marked(lines.next(), settings.marking)


class _Lines:
    """The lines of a head or foot, which has one from the start."""

    def __init__(self, holder: Any) -> None:
        self._holder, self._used = holder, False

    def next(self) -> Any:
        """Return the next empty line."""
        first = self._holder.paragraphs[0]
        line = self._holder.add_paragraph(style=first.style) if self._used else first
        self._used = True
        return line


def _marked(line: Any, marking: str) -> None:
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    line.add_run(clean(marking)).bold = True


def _without_thumbnail(package: Any) -> None:
    """Leave out the picture of the template's own first page."""
    for id, relation in list(package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            del package.rels[id]
