"""Exports of an invented source, whose records carry a mark of their revision where asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from tests.support import plain


@pytest.fixture
def export(bring) -> Callable[..., object]:
    """Import an export: deaths by record; `marks` are days of revision by record."""

    def run(
        deaths: Mapping[str, int], name: str = "export.csv", *,
        marks: Mapping[str, str] | None = None, **options: object,
    ) -> object:
        rows = [{"id": id, "fatalities": n, "revised": (marks or {}).get(id, "")}
                for id, n in deaths.items()]
        extra = ["id", "revised"] if marks else ["id"]
        kept = rows if marks else [{k: v for k, v in row.items() if k != "revised"}
                                   for row in rows]
        return bring(plain(*kept, extra=extra), name=name, source="An invented source", **options)

    return run
