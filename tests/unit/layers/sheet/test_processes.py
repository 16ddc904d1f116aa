"""Two processes that know nothing of each other write the same bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[4]
WRITE = """
import sys
from pathlib import Path
from data.selection import Selection
from data.settings import load
from data.store import Snapshot
from layers.sheet.compose import compose
from layers.sheet.description import Sheet, Shown
from layers.sheet.press import Press
from layers.sheet.save import FORMS, save

folder = Path(sys.argv[2])
press = Press(Snapshot(Path(sys.argv[1])), load({"ATLAS_LOGO": str(folder.parent / "logo.svg")}))
figure = compose(Sheet(selection=Selection.of(country=["ML"]), language="fr", layers=tuple(
    map(Shown, ("hexagons", "corridors", "sites")))), press)
for form in FORMS:
    save(figure, folder / f"sheet.{form}", form, 60)
"""


def test_processes_write_the_same_bytes_whatever_their_hashes(press, tmp_path):
    (tmp_path / "logo.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
        '<path fill-rule="evenodd" fill="#135" d="M0 0h9v9h-9zM3 3h3v3h-3z"/></svg>')
    running = []
    for seed in ("1", "4242"):
        (tmp_path / seed).mkdir()
        running.append(subprocess.Popen(
            [sys.executable, "-c", WRITE, press.held.path, tmp_path / seed], cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}))
    assert [one.wait() for one in running] == [0, 0]
    for form in ("pdf", "svg", "png"):
        first, second = ((tmp_path / seed / f"sheet.{form}").read_bytes() for seed in ("1", "4242"))
        assert len(first) > 10_000 and first == second, form
