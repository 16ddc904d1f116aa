"""The examples of the published schema can be imported, and the page is up to date."""

from __future__ import annotations

import csv
import io
import json

import pytest

from data.evidence import document, schema
from data.evidence.examples import EXAMPLES
from data.evidence.tables import CLAIMS, TABLES

NEEDED = {"visits": "sites", "outcomes": "interventions"}
"""The table whose example the example of another names."""


def text(table: str, row) -> str:
    target = io.StringIO()
    writer = csv.DictWriter(target, list(row), lineterminator="\n")
    writer.writeheader()
    writer.writerow(row)
    return target.getvalue()


@pytest.mark.parametrize("table", TABLES)
def test_an_example_is_taken_as_it_stands(add, table):
    if table in NEEDED:
        other = NEEDED[table]
        assert add(text(other, EXAMPLES[other]), other).report.counts.accepted == 1
    outcome = add(text(table, EXAMPLES[table]), table)
    assert (outcome.rejects, outcome.report.counts.accepted) == ([], 1)
    assert outcome.report.counts.flags == {}


@pytest.mark.parametrize("table", CLAIMS)
def test_an_example_of_a_claim_says_that_it_is_invented(table):
    assert EXAMPLES[table]["synthetic"] == "yes"


def test_the_page_is_up_to_date():
    assert document.PAGE.read_text(encoding="utf-8") == document.page(), \
        "run python -m data.evidence.document"


@pytest.mark.parametrize("table", TABLES)
def test_the_schema_names_every_column_that_a_file_may_have(table):
    described = schema.describe(table, "fr")
    assert schema.header(table).split(",") == [column["name"] for column in described]
    assert json.dumps(described) and all(column["meaning"] for column in described)
    needed = {column["name"] for column in described if column["required"]}
    assert "id" not in needed and needed <= set(EXAMPLES[table])
