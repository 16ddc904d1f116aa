"""Identifiers for what a file gives none."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from data.evidence.ingest.naming import LONGEST, content_id, slug


def test_a_slug_reads_like_the_name():
    assert slug("Enquête d’été, 2: «Gao»") == "enquete-d-ete-2-gao"


@given(st.text())
def test_a_slug_fits_into_lists_and_chains(text):
    found = slug(text)
    assert len(found) <= LONGEST
    assert not set(found) & set(" ;>,\n")


TEXTS = st.lists(st.text(alphabet="ab=", max_size=3), min_size=1)


@given(TEXTS, TEXTS)
def test_content_ids_agree_where_the_content_does(one, other):
    assert (content_id("x", one) == content_id("x", other)) == (one == other)
