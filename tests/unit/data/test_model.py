"""The incident model."""

from __future__ import annotations

from data.ingest.reasons import REASONS
from data.model import BY_NAME, DATE_PRECISION, EXPORTED, FIELDS, FLAGS, SCHEMA, WHERE_PRECISION

DESIGN = {
    "incident_id", "source", "source_record_id", "source_url", "citation", "licence", "kind",
    "date_start", "date_end", "date_precision", "lat", "lon", "where_precision", "admin0",
    "admin1", "admin2", "place", "actors", "fatalities_low", "fatalities_best",
    "fatalities_high", "victims", "quantity", "unit", "commodity", "amount_low", "amount_best",
    "amount_high", "currency", "basis", "confidence", "sensitivity", "synthetic", "notes",
    "flags",
}


def test_exports_use_the_designs_field_names():
    assert set(EXPORTED) >= DESIGN
    assert not {"cell", "content", "import_id"} & set(EXPORTED)


def test_every_field_is_in_the_schema_and_means_something():
    assert list(SCHEMA.names) == [field.name for field in FIELDS]
    assert all(field.meaning.render("fr") for field in FIELDS)
    assert len(BY_NAME) == len(FIELDS)


def test_scales_follow_ucdp():
    assert list(WHERE_PRECISION) == list(range(1, 8))
    assert list(DATE_PRECISION) == list(range(1, 6))


def test_flags_and_reasons_are_said_in_both_languages():
    for message in (*FLAGS.values(), *REASONS.values()):
        assert message.render("en") != message.render("fr")
