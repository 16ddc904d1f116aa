"""Plain pages may do no more in a browser than their own scripts need."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest


@pytest.mark.parametrize("address", ["/incident/new", "/import", "/region/", "/region/ML-7",
                                     "/region/nowhere"])
def test_a_plain_page_runs_its_own_scripts_alone(client, address):
    answer = client.get(address)
    policy = dict(part.strip().split(" ", 1)
                  for part in answer.headers["Content-Security-Policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"
    assert "unsafe" not in str(policy)


@pytest.mark.parametrize("unit", ["ML-7", ""])
def test_of_styles_within_the_page_of_a_region_its_own_sheet_alone_is_let_through(client, unit):
    answer = client.get(f"/region/{unit}?lang=en")
    page = answer.get_data(as_text=True)
    (sheet,) = re.findall("<style>(.*?)</style>", page)
    digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
    assert f"style-src 'self' 'sha256-{digest}'" in answer.headers["Content-Security-Policy"]
    assert set(re.findall(r'data-style="(\d+)"', page)) == set(re.findall(
        r'\[data-style="(\d+)"\]', sheet))
    assert bool(unit) == bool(sheet)
    assert not re.search(r'<[^>]* (style|on\w+)="', page)
