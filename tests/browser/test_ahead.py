"""What the first answer asks for ahead is what the page then wants, and is asked for once."""

from __future__ import annotations

from collections import Counter
from urllib.parse import urlsplit

import pytest

VISITS = ((390, "?lang=en"), (700, "?country=ML&lang=fr"), (1440, "?view=-1,15,7"),
          (1440, "?res=5"))


@pytest.mark.parametrize(("width", "query"), VISITS)
def test_layout_counts_and_ground_are_asked_for_once(visit, width, query):
    visit.page.set_viewport_size({"width": width, "height": 850})
    page = visit.open(query)
    visit.page.wait_for_load_state("networkidle")
    wanted = [part for url in visit.requests() for part in [urlsplit(url).path]
              if part.startswith(("/_dash-layout", "/_dash-dependencies", "/data/", "/basemap/"))]
    often = {path: n for path, n in Counter(wanted).items() if n > 1}
    assert often == {}
    ahead = page.eval_on_selector_all("link[rel=preload]", """all => all
        .filter(one => matchMedia(one.media).matches).map(one => new URL(one.href).pathname)""")
    assert set(ahead) <= set(wanted)
    assert [path.rsplit("/", 1)[1] for path in ahead if path.startswith("/data/")] == [
        "cells.bin", "hexagons.bin"]


def test_counts_are_asked_for_before_the_page_is_built(visit):
    visit.open()
    order = [urlsplit(url).path.rsplit("/", 1)[-1] for url in visit.requests()]
    assert order.index("hexagons.bin") < order.index("corridors.bin")
    assert order.index("_dash-layout") < next(
        i for i, name in enumerate(order) if name.startswith("dash_renderer"))
