"""The form asks for what a person may state, each field once, in words of both languages."""

from __future__ import annotations

from callbacks.incident_form.fields import SECTIONS, described
from data import taxonomy
from data.ingest.entry.record import FIELDS

NOT_ASKED = {"kind_rule", "kind_confidence"}
"""Decided by the rules, or by a person's choice of the kind."""


def test_every_field_is_asked_for_once():
    names = [field.name for section in SECTIONS for field in section.fields]
    assert sorted(names) == sorted(set(FIELDS) - NOT_ASKED)


def test_sections_of_some_kinds_name_families_that_there_are():
    assert {group for section in SECTIONS for group in section.groups} <= {
        group.id for group in taxonomy.GROUPS}


def test_every_kind_can_be_chosen_in_its_group():
    kind = described("fr")[0]["fields"][0]
    grouped = [one["value"] for group in kind["choices"][1:] for one in group["choices"]]
    assert grouped == [one.id for one in taxonomy.KINDS if one.id != taxonomy.UNCLASSIFIED]


def test_precisions_are_told_in_words():
    where = next(one for one in described("en") if one["id"] == "where")
    labels = [choice["label"] for field in where["fields"] if field["name"] == "where_precision"
              for choice in field["choices"]]
    assert labels[1] == "1 · exact place"
    assert len(labels) == 8
