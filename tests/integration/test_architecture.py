"""The rules of DESIGN.md over the imports, the engine, the environment and the documents."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from data.settings import SETTINGS

ROOT = Path(__file__).parents[2]
FOLDERS = ("data", "layers", "callbacks")
FILES = [ROOT / "app.py", *(p for f in FOLDERS for p in sorted((ROOT / f).rglob("*.py")))]
MAY_IMPORT = {
    "data": {"data"},
    "layers": {"data", "layers"},
    "callbacks": {"data", "layers", "callbacks"},
    "app": {"data", "callbacks"},
}
ENGINE = ("engine", "snapshot", "writer", "folder")
PLOTTING = {"dash", "dash_mantine_components", "deckgl_dash", "flask", "flask_compress", "waitress"}
SQL = re.compile(r"\b(SELECT\s.+\sFROM|INSERT\s+INTO|CREATE\s+(OR\s+REPLACE\s+)?(TEMP\s+)?TABLE"
                 r"|DELETE\s+FROM|ATTACH\s')", re.S)


def part(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imported(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            found |= {node.module or "", *(f"{node.module}.{a.name}" for a in node.names)}
    return found


def roots(path: Path) -> set[str]:
    return {module.split(".")[0] for module in imported(path)}


def users(module: str) -> set[str]:
    return {name(path) for path in FILES if module in roots(path)}


@pytest.mark.parametrize("path", FILES, ids=name)
def test_imports_go_one_way(path):
    own = roots(path) & {*FOLDERS, "app"}
    assert own <= MAY_IMPORT[part(path)]


def test_there_is_something_to_check():
    assert len(FILES) > 60
    assert {part(path) for path in FILES} == {"app", *FOLDERS}


@pytest.mark.parametrize(("module", "where"), [
    ("h3", {"data/hexes.py"}), ("duckdb", {f"data/store/{n}.py" for n in ENGINE}),
])
def test_an_engine_is_known_in_one_place(module, where):
    assert users(module) == where


@pytest.mark.parametrize("module", sorted(PLOTTING))
def test_the_page_is_known_to_callbacks_and_app_alone(module):
    assert {user.split("/")[0] for user in users(module)} <= {"callbacks", "app.py"}


def test_the_environment_is_read_in_one_file():
    reading = re.compile(r"\bos\.(environ|getenv|putenv)\b|\bfrom os import .*\b(environ|getenv)\b")
    assert {name(p) for p in FILES if reading.search(p.read_text(encoding="utf-8"))} == {
        "data/settings.py"}


def test_nothing_outside_data_writes_sql():
    strings = {name(path): [n.value for n in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
                            if isinstance(n, ast.Constant) and isinstance(n.value, str)]
               for path in FILES}
    writers = {file for file, found in strings.items() if any(SQL.search(s) for s in found)}
    assert {Path(file).parent for file in writers} == {Path("data/store")}


def test_every_setting_is_documented():
    said = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    assert [s.variable for s in SETTINGS if f"`{s.variable}`" not in said] == []
    assert set(re.findall(r"`(ATLAS_[A-Z_]+)`", said)) == {s.variable for s in SETTINGS}


def test_the_code_speaks_of_no_other_setting():
    said = {s.variable for s in SETTINGS} | {"ATLAS_NAME"}
    used = {word for path in FILES for word in
            re.findall(r"\bATLAS_[A-Z_]+\b", path.read_text(encoding="utf-8"))}
    assert used <= said


def test_the_top_level_is_as_designed():
    there = {p.name for p in ROOT.iterdir() if p.is_dir() and any(p.rglob("*.py"))
             and not p.name.startswith(".") and p.name not in ("build", "node_modules")}
    assert there == {"data", "layers", "callbacks", "tests", "benchmarks"}
