"""`check`: whether the store holds what it promises."""

from __future__ import annotations

import json

import pytest


@pytest.mark.usefixtures("filled")
def test_a_good_store_is_exit_0(run_cli):
    ran = run_cli("check", "--json")
    found = json.loads(ran.out)
    assert (ran.status, found["ok"]) == (0, True)
    assert {"check", "ok", "detail", "says"} == set(found["checks"][0])
    assert run_cli("check").out.count("✓") == len(found["checks"])


@pytest.mark.parametrize("damage", [None, b"no snapshot"])
def test_a_store_that_is_empty_or_damaged_is_exit_1(run_cli, store, bring, damage):
    if damage:
        from tests.support import plain

        bring(plain({}))
        store.snapshots()[0].path.write_bytes(damage)
    ran = run_cli("check", "--json")
    assert ran.status == 1
    assert json.loads(ran.out)["ok"] is False
    assert "✗" in run_cli("check").out
