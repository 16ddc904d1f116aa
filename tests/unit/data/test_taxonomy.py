"""Kinds, and the words that mean them."""

from __future__ import annotations

import pytest

from data.errors import UsageError
from data.taxonomy import BY_ID, GROUP_BY_ID, GROUPS, KINDS, find, fold, named, require


def test_ids_labels_and_letters_are_unique():
    assert len(BY_ID) == len(KINDS)
    assert len({g.letter for g in GROUPS}) == len(GROUPS)
    for language in ("en", "fr"):
        assert len({kind.label(language) for kind in KINDS}) == len(KINDS)


def test_every_kind_has_a_group_that_its_id_begins_with():
    assert all(kind.group in GROUP_BY_ID and kind.id.split(".")[0] == kind.group
               for kind in KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_a_kind_is_stated_by_its_id_and_both_labels(kind):
    words = (kind.id, kind.label_en.upper(), f" {kind.label_fr} ")
    assert {named(word) for word in words} == {kind.id}
    assert kind.id in find(kind.id)


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.id)
def test_a_group_means_all_of_its_kinds(group):
    assert find(group.id) == tuple(k.id for k in KINDS if k.group == group.id)


def test_case_and_accents_do_not_matter():
    assert find("vol de BETAIL") == ("cattle_theft",)
    assert fold("Été-2019_ß") == "ete2019ss"


def test_a_short_word_that_kinds_share_means_them_all():
    assert find("drugs") == ("seizure.drugs", "trafficking.drugs")
    assert find("seizure")[0] == "seizure.firearms"
    assert find("zakat") == ("taxation.zakat",)


@pytest.mark.parametrize("word", ["drugs", "fuel", "other", "seizure", "arrest", "", "nothing"])
def test_a_record_is_not_classified_by_a_short_word(word):
    assert named(word) is None


def test_an_unknown_word_is_refused_with_what_is_known():
    assert find("piracy") == ()
    with pytest.raises(UsageError, match=r"--kind does not take “piracy”.*cattle_theft"):
        require("piracy")
