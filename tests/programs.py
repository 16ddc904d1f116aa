"""Programs not written here that tests open files with."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest


def needs(*programs: str) -> pytest.MarkDecorator:
    """Skip a test where a program is not installed; with `ATLAS_REQUIRE_PROGRAMS`, fail it."""
    absent = [name for name in programs if not shutil.which(name)]
    required = os.environ.get("ATLAS_REQUIRE_PROGRAMS") == "1"
    return pytest.mark.skipif(bool(absent) and not required,
                              reason=f"not installed: {', '.join(absent)}")


def run(*command: str | Path) -> str:
    """Run a program, and return what it says; fails where the program does."""
    done = subprocess.run([str(word) for word in command], check=True, capture_output=True)
    return done.stdout.decode()
