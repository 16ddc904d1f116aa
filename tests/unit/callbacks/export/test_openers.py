"""What leads to the panel from elsewhere."""

from __future__ import annotations

from html import unescape

import pytest


@pytest.mark.parametrize(("unit", "brief"), [
    ("ML-7", "../?kind=kidnapping&unit=ML-7&lang=fr&export=brief%3AML-7"),
    ("ML", "../?kind=kidnapping&country=ML&lang=fr&export=brief%3AML"),
])
def test_a_profile_leads_to_its_brief(client, unit, brief):
    page = client.get(f"/region/{unit}?kind=kidnapping&lang=fr").get_data(as_text=True)
    assert f'href="{brief}"' in unescape(page)


def test_a_drawn_area_has_no_brief(client):
    page = client.get("/region/area?near=-3,17,100&lang=en").get_data(as_text=True)
    assert 'id="brief"' not in page


def test_the_header_opens_it(client):
    layout = client.get("/_dash-layout").get_json()
    assert '"data-opens": "export"' in str(layout).replace("'", '"')
