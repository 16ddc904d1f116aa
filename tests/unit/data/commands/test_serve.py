"""`serve`: this machine only, and no more at once than uploads need."""

from __future__ import annotations

import pytest

from data.commands.serve import (
    LEAST,
    MARGIN,
    MEGABYTE,
    PART,
    largest_request,
    require_loopback,
)
from data.errors import UsageError


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.1.2.3"])
def test_loopback_is_let_through(host):
    require_loopback(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.2", "example.org", "", "127.0.0.1.x",
                                  "{host}"])
def test_any_other_host_is_refused_in_one_sentence(run_cli, host):
    with pytest.raises(UsageError, match="access control is not there yet"):
        require_loopback(host)
    ran = run_cli("serve", "--host", host)
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)


@pytest.mark.parametrize("port", ["0", "65536", "-1", "http"])
def test_what_is_no_port_is_wrong_usage(run_cli, port):
    assert run_cli("serve", f"--port={port}").status == 2


def test_a_request_is_as_large_as_a_part_of_a_file_at_most():
    assert largest_request(1_000) == PART + MARGIN


def test_a_smaller_setting_bounds_it():
    assert largest_request(5) == 5 * MEGABYTE + MARGIN


def test_a_table_of_rules_fits_at_all_events():
    assert largest_request(1) == LEAST + MARGIN
