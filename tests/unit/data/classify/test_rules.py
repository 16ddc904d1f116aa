"""A table of rules is read whole, or refused with the row and the column."""

from __future__ import annotations

import pytest

from data.classify.rules import COLUMNS, LANGUAGES, OWN, own_table, read
from data.errors import UnreadableFileError
from data.taxonomy import BY_ID, UNCLASSIFIED

GOOD = {"pattern": "stole ... cattle"}


def test_the_products_own_table_has_rules_for_every_kind():
    assert {rule.kind for rule in own_table().rules} == set(BY_ID) - {UNCLASSIFIED}
    assert {rule.language for rule in own_table().rules} == set(LANGUAGES)


def test_only_what_was_taken_or_levied_refines_a_sources_code():
    refining = {rule.kind.split(".")[0] for rule in own_table().rules if rule.priority > 50}
    assert refining == {"cattle_theft", "kidnapping", "taxation", "predation"}


@pytest.mark.parametrize(("row", "column", "why"), [
    ({"pattern": "", "codes": ""}, "pattern", "needs a pattern, codes"),
    ({"pattern": "... x"}, "pattern", "begins and ends"),
    ({"kind": "theft of cows"}, "kind", "not a kind"), ({"kind": "drugs"}, "kind", "not a kind"),
    ({"confidence": "sure"}, "confidence", "high, medium, low"),
    ({"confidence": "1.2"}, "confidence", "0 to 1"), ({"confidence": "nan"}, "confidence", "0 to"),
    ({"priority": "100"}, "priority", "1 to 99"), ({"priority": ""}, "priority", "1 to 99"),
    ({"language": "de"}, "language", "en, fr or any"), ({"vetoes": "a ; {b}"}, "vetoes", "no list"),
    ({"codes": "Battles"}, "codes", "preset:column=value"),
    ({"vetoes": "gtd:ransom="}, "vetoes", "preset:column=value"),
    ({"rule": ""}, "rule", "letters"), ({"rule": "stated"}, "rule", "neither"),
    ({"rule": "r1"}, "rule", "another row"), ({"rule": "@x", "pattern": "a b"}, "pattern", "a b"),
])
def test_a_mistake_is_told_with_its_row_and_column(rules, row, column, why):
    with pytest.raises(UnreadableFileError) as error:
        rules(GOOD, {**GOOD, **row})
    said = str(error.value)
    assert "own.csv, row 3, column " + column in said
    assert why in said or column == "pattern"


def test_numbers_words_and_labels_are_understood(rules):
    table = rules({**GOOD, "confidence": "0,35", "kind": "Vol de bétail"},
                  {**GOOD, "confidence": "Low"}, {**GOOD, "confidence": 0})
    assert [rule.confidence for rule in table.rules] == [0.35, 0.4, 0]
    assert table.rules[0].kind == "cattle_theft"


@pytest.mark.parametrize(("content", "why"), [
    (b"rule,pattern\nr,x\n", "lacks the columns"), (b"", "lacks the columns"),
    (b"\xff\xfe", "not UTF-8"), (",".join(COLUMNS).encode(), "holds no rules"),
])
def test_what_is_no_table_is_refused(tmp_path, content, why):
    path = tmp_path / "t.csv"
    path.write_bytes(content)
    with pytest.raises(UnreadableFileError, match=why):
        read(path)


def test_an_absent_file_is_refused(tmp_path):
    with pytest.raises(UnreadableFileError, match="cannot be read"):
        read(tmp_path / "none.csv")


def test_semicolons_a_byte_order_mark_and_gaps_between_rows_are_read(tmp_path):
    own = OWN.read_text(encoding="utf-8").splitlines()[0].replace(",", ";")
    path = tmp_path / "t.csv"
    path.write_bytes(("\ufeff" + own + "\n;;;;;;;;\nr;en;stole cattle;;cattle_theft;high;;60;\n"
                      ).encode())
    assert [rule.id for rule in read(path).rules] == ["r"]


def test_the_hash_follows_the_content(rules):
    first, again, other = rules(GOOD), rules(GOOD), rules({**GOOD, "note": "x"})
    assert first.said == again.said and first.digest != other.digest
    assert first.said.startswith("own.csv (sha256 ")
