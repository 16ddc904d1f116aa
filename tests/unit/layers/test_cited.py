"""Where what is drawn comes from, in the reader's language."""

from __future__ import annotations

from dataclasses import replace

from data import licences
from data.evidence import base
from layers import cited

CLAIMS = base.committed().corridors


def test_every_term_of_the_documents_is_a_licence_or_has_words_of_its_own():
    terms = {claim.cited.licence for claim in CLAIMS}
    assert terms and all(licences.find(one) or one in cited.TERMS for one in terms)


def test_publishers_and_licences_are_named_in_the_language_of_the_sheet():
    named = {one.publisher for one in cited.sources(CLAIMS, "fr")}
    assert "ONUDC et UNICRI" in named and "UNODC and UNICRI" not in named


def test_terms_that_nobody_knows_stay_as_a_file_has_them():
    claim = CLAIMS[0]
    own = replace(claim, origin=replace(claim.cited, licence="ask us", publisher="A museum"))
    (source,) = cited.sources([own], "fr")
    assert (source.publisher, source.licence) == ("A museum", "ask us")
