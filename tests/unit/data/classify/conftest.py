"""Tables of rules made for a test."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from data.classify.engine import Engine, classify
from data.classify.rules import COLUMNS, RuleTable, read
from tests.support import table

RULE: dict[str, Any] = {"language": "en", "kind": "cattle_theft", "confidence": "high",
                        "priority": 60}


@pytest.fixture
def rules(tmp_path: Path) -> Callable[..., RuleTable]:
    """Write rows as a table and read it; a row says how it differs from `RULE`."""

    def run(*rows: Mapping[str, Any], columns: Iterable[str] = COLUMNS) -> RuleTable:
        path = tmp_path / "own.csv"
        given = ({**RULE, "rule": f"r{i}", **row} for i, row in enumerate(rows, 1))
        path.write_text(table(given, columns), encoding="utf-8")
        return read(path)

    return run


@pytest.fixture
def told(rules) -> Callable[..., tuple[Any, ...]]:
    """Classify one note by some rules: its kind, its rule, its confidence."""

    def run(note: str | None, *rows: Mapping[str, Any], given: str | None = None,
            how: str = "stated", **codes: str) -> tuple[Any, ...]:
        columns = {f"acled:{name}": pa.array([value]) for name, value in codes.items()}
        answer = classify(Engine(rules(*rows)), pa.array([note], pa.string()),
                          pa.array([given], pa.string()), columns, how)
        return tuple(answer.to_pylist()[0].values())

    return run
