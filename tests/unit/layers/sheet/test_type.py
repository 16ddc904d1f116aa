"""How words are measured."""

from __future__ import annotations

import subprocess
import sys

MEASURED = "from layers.sheet.type import width; print(width('Gao \\U0001F404\\x07', 10) > 0)"


def test_a_character_without_a_letter_shape_is_measured_and_nothing_is_printed_of_it():
    """In a process of its own: a test’s own one keeps warnings to itself."""
    done = subprocess.run([sys.executable, "-c", MEASURED], capture_output=True, text=True,
                          check=True)
    assert (done.stdout, done.stderr) == ("True\n", "")
