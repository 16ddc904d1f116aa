"""Plain pages may do no more in a browser than their own scripts need."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("address", ["/incident/new", "/import"])
def test_a_plain_page_runs_its_own_scripts_alone(client, address):
    answer = client.get(address)
    policy = dict(part.strip().split(" ", 1)
                  for part in answer.headers["Content-Security-Policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"
