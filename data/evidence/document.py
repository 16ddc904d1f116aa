"""The published schema as a page: `python -m data.evidence.document` writes it anew."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from pathlib import Path

from data.evidence import schema
from data.evidence.columns import FORMS, NOT_STATED, Column, columns_of
from data.evidence.doubts import DOUBTS, OF_TABLES
from data.evidence.examples import EXAMPLES
from data.evidence.ingest.header import takes
from data.evidence.model import Claim
from data.evidence.tables import TABLES
from data.i18n import Message
from data.ingest.reasons import OF_EVIDENCE

SHARED = {reason: DOUBTS[reason] for reason in (
    "country_conflict", "country_unknown", "where_precision_unstated", "licence_unknown")}
"""Doubts that incidents may have too."""
PAGE = Path(__file__).parents[2] / "docs" / "evidence-schema.md"

BEFORE = f"""# The tables of the evidence base

This page is written by `python -m data.evidence.document` from the tables’ declarations; a test
tells when it is out of date. The same schema is printed, in either language, by
`app.py evidence --schema [json|csv] [--table NAME]`.

```
app.py evidence FILE --table NAME [--source NAME] [--licence ID] [--encoding NAME]
                [--sheet NAME]... [--layer NAME] [--store PATH] [--rejects CSV] [--dry-run] [--json]
app.py snapshots [--json]      what the store has held, and when
app.py undo                    back to what it held before the last import
```

A file comes in any of the [formats](importing.md#formats) of incidents: text in columns, XLSX,
GeoJSON, GeoPackage, Shapefile, Parquet, and .zip or .gz of these, with one record a row or feature.
It goes into one table, all of it as one publish. Columns are recognised by name, whatever their
case, accents and punctuation; those that the table does not have are named in the report and
ignored. Only the columns marked **required** must be there. Importing the same file again changes
nothing; a record with the `id` of one that was added before revises it. An `id` of a record that
comes with the product is refused.

## What the columns hold

- An empty cell and `{NOT_STATED}` mean that the source does not say it. Nothing is filled in.
- Words of a list are taken by their id or by their label in English or French.
- Numbers are read as English and French write them; `1,234` and `1 234,5` are numbers, `3 4` and
  `about 5` are not.
- Without an `id`, a hash of the record’s content becomes one, so that the same file gives the same.
- `says_en` and other English texts that are required may be left out where the French one is
  there; the record then carries the flag `one_language`.
- `document` is the id or title of a known document; any other text becomes a new document, whose
  publisher and licence are those of `--source` and `--licence`.

## Where a record is

A claim may stand without a place; it is then told and listed, and not drawn. Otherwise it gives
its place in one of three ways:

1. `places`: ids or names of known places, of countries, or of first-level units, in English or
   French, joined by `>` in their order. A country or unit becomes a place of its own precision,
   whose point only stands for it, and says so.
2. `lat` and `lon`, with `place`, `country` and `where_precision`: a new place. A precision that is
   not given counts as 2, within 25 km, with the flag `where_precision_unstated`. A point outside
   the country named stays where it is and is flagged `country_conflict`, with a suggestion where
   a sign or the order explains it.
3. The feature’s own shape: a point or an area makes a new place; a line on a corridor is its path,
   which is then known and drawn as it is.

Where `places` names known places, a position beside it is not used, and the record is flagged.
A visit or levy that gives no place stands at the site that it names, an outcome where its
intervention was.

## The columns of every claim

Every table but `documents`, `sections` and `places` holds claims. A claim has these columns, and
may have `place`, `lat`, `lon`, `country`, `where_precision` and `licence`.
"""


def page() -> str:
    """Return the page's text, in English."""
    parts = [BEFORE, _columns(columns_of(Claim))]
    for table, record in TABLES.items():
        parts += [f"\n## `{table}`\n\n{_summary(record)}\n", _columns(_own(record)),
                  "\n```csv\n" + _example(table) + "\n```\n"]
    parts += ["\n## Why a record is rejected\n", _words(OF_EVIDENCE)]
    parts += ["\n## What a flag says\n", _words({**SHARED, **OF_TABLES})]
    return "\n".join(parts).rstrip() + "\n"


def _words(said: Mapping[str, Message]) -> str:
    rows = [f"| `{id}` | {message.render('en')} |" for id, message in said.items()]
    return "\n".join(["| word | means |", "|---|---|", *rows])


def _summary(record: type) -> str:
    return " ".join((record.__doc__ or "").split("\n\n")[0].split())


def _own(record: type) -> list[Column]:
    shared = {c.name for c in columns_of(Claim)} if issubclass(record, Claim) else set()
    return [c for c in columns_of(record) if c.name not in shared]


def _columns(columns: list[Column] | tuple[Column, ...]) -> str:
    return "\n".join(["| column | holds | means |", "|---|---|---|", *_rows(columns)])


def _rows(columns: list[Column] | tuple[Column, ...]) -> Iterator[str]:
    for column in columns:
        form = FORMS[column.form].render("en")
        needed = ", **required**" if schema.required(column) else ""
        words = "; ".join(f"`{word}` {label.render('en')}"
                          for word, label in column.choices.items())
        meaning = column.meaning.render("en") + (f": {words}" if words else "")
        yield f"| `{column.name}` | {form}{needed} | {meaning} |"


def _example(table: str) -> str:
    """Write the table's example with the columns that it fills."""
    row = EXAMPLES[table]
    names = [name for name in takes(TABLES[table]) if name in row]
    text = io.StringIO()
    writer = csv.DictWriter(text, names, lineterminator="\n")
    writer.writeheader()
    writer.writerow(row)
    return text.getvalue().rstrip("\n")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
