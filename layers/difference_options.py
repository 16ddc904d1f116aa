"""What is compared and what colours say of it.

The sides and the window are set by the page's own controls and travel with the layer's other
options; so a sheet and a table compare what the screen does.
"""

from __future__ import annotations

from data.comparison import BEFORE, own_faults, rule_faults
from data.i18n import msg
from layers.options import Option

SHOW = Option("show", msg("What colours say"), "ratio", (
    ("ratio", msg("How many times as often")),
    ("more", msg("How many more or fewer a year")),
    ("rate", msg("More or fewer a year, per 100,000 persons")),
    ("a", msg("Side A alone")),
    ("b", msg("Side B alone"))))
OWN_A = Option("a", msg("Side A"), "", faults=own_faults, hidden=True)
OWN_B = Option("b", msg("Side B"), "", faults=own_faults, hidden=True)
WHEN = Option("when", msg("Window of side A"), BEFORE, faults=rule_faults, hidden=True)

OPTIONS = (SHOW, OWN_A, OWN_B, WHEN)
