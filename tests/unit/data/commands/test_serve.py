"""The page's server takes no more at once than uploads need."""

from __future__ import annotations

from data.commands.serve import LEAST, MARGIN, MEGABYTE, PART, largest_request


def test_a_request_is_as_large_as_a_part_of_a_file_at_most():
    assert largest_request(1_000) == PART + MARGIN


def test_a_smaller_setting_bounds_it():
    assert largest_request(5) == 5 * MEGABYTE + MARGIN


def test_a_table_of_rules_fits_at_all_events():
    assert largest_request(1) == LEAST + MARGIN
