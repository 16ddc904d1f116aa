"""What the page does not need is not loaded to show it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOR_SHEETS = ("matplotlib", "geopandas")


def loaded(module):
    """Return which libraries for sheets a fresh process has after importing a module."""
    script = (f"import sys, {module}; "
              f"print([name for name in {FOR_SHEETS!r} if name in sys.modules])")
    ran = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True,
                         check=True)
    return ran.stdout.strip()


def test_the_page_starts_without_the_libraries_of_sheets():
    assert loaded("callbacks.application") == "[]"


def test_a_sheet_does_load_them():
    assert loaded("layers.sheet.draw") == str(list(FOR_SHEETS))
