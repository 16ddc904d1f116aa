"""No sentence reaches a person without having passed through the catalogue.

Python is read as a tree: text that stands literally where components, their labels or their
attributes are written. Scripts are read line by line: text given to an element or to an
attribute. What is no language (a sign, a unit, a name of a format) is listed.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHOWN = {"children", "label", "title", "placeholder", "description", "alt", "legend", "error"}
ATTRIBUTES = {"aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "title",
              "placeholder", "alt"}
COMPONENTS = {"html", "dmc", "dcc"}
SPOKEN = re.compile(r"[^\W\d_]{2,}")
NO_LANGUAGE = {"EN", "FR", "app.py import FILE", "km", "km²", "Illicit Economies Atlas", "GeoJSON",
               "CSV", "WKT"}
"""Codes, units, names of formats, what is typed as it stands, and the product's own name."""


def spoken(text):
    return bool(SPOKEN.search(text)) and text.strip() not in NO_LANGUAGE


def literals(node):
    """Texts that stand literally in an expression, formatted pieces too; calls keep theirs."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node
    elif isinstance(node, ast.JoinedStr):
        yield from (part for part in node.values if isinstance(part, ast.Constant))
    elif isinstance(node, ast.List | ast.Tuple):
        for item in node.elts:
            yield from literals(item)
    elif isinstance(node, ast.IfExp):
        yield from literals(node.body)
        yield from literals(node.orelse)
    elif isinstance(node, ast.BinOp):
        yield from literals(node.left)
        yield from literals(node.right)


def component(call):
    function = call.func
    return (isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name)
            and function.value.id in COMPONENTS)


def shown_in(call):
    """What a component's call shows: its first argument, and what its keywords say."""
    if component(call):
        yield from (found for one in call.args[:1] for found in literals(one))
        for keyword in call.keywords:
            if keyword.arg in SHOWN:
                yield from literals(keyword.value)


def attributes_in(node):
    for key, value in zip(node.keys, node.values, strict=True):
        if isinstance(key, ast.Constant) and key.value in ATTRIBUTES:
            yield from literals(value)


def python_findings(path):
    for node in ast.walk(ast.parse(path.read_text())):
        found = (shown_in(node) if isinstance(node, ast.Call)
                 else attributes_in(node) if isinstance(node, ast.Dict) else ())
        for text in found:
            if spoken(text.value):
                yield f"{path.relative_to(ROOT)}:{text.lineno}: {text.value!r}"


SCRIPT = (
    re.compile(r'element\("\w+", \{[^}]*\}, "([^"]+)"'),
    re.compile(r'(?:textContent|innerText|title|placeholder|alt) = "([^"]+)"'),
    re.compile(r'"?(?:aria-(?:label|description|valuetext)|title|placeholder|alt)"?: "([^"]+)"'),
    re.compile(r'setAttribute\("(?:aria-label|title|placeholder|alt)", "([^"]+)"\)'),
    re.compile(r'(?:append|replaceChildren|notice)\("([^"]+)"'),
)


def script_findings(path):
    for number, line in enumerate(path.read_text().splitlines(), 1):
        for pattern in SCRIPT:
            for text in pattern.findall(line):
                if spoken(text):
                    yield f"{path.relative_to(ROOT)}:{number}: {text!r}"


@pytest.mark.parametrize("folder", ["callbacks", "layers"])
def test_python_shows_no_text_of_its_own(folder):
    found = [text for path in sorted((ROOT / folder).rglob("*.py"))
             for text in python_findings(path)]
    assert found == []


def test_scripts_show_no_text_of_their_own():
    found = [text for path in sorted((ROOT / "assets" / "js").rglob("*.js"))
             for text in script_findings(path)]
    assert found == []


def test_a_forgotten_sentence_is_found(tmp_path, monkeypatch):
    monkeypatch.setattr("tests.unit.test_untranslated.ROOT", tmp_path)
    page = tmp_path / "page.py"
    page.write_text('html.P("Nothing here")\nhtml.A([icon, "Go on"], title=t("en", "x"))\n'
                    'extra({"aria-label": f"Close {name}"})\nhtml.Div(className="menu")\n')
    assert [text.rpartition(": ")[2] for text in python_findings(page)] == [
        "'Nothing here'", "'Go on'", "'Close '"]
    script = tmp_path / "part.js"
    script.write_text('element("p", { class: "x" }, "Nothing here");\nbutton.title = "Go on";\n'
                      'atlas.notice(atlas.words.say("failed"));\n')
    assert len(list(script_findings(script))) == 2
