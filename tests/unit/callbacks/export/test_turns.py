"""Only one draws at a time, and what is long lets others in between."""

from __future__ import annotations

import threading

from callbacks.export.turns import Turns

PATIENCE = 10


def test_one_draws_at_a_time_and_others_come_in_between():
    turns, drawing, seen = Turns(), [], []
    begun, over = threading.Event(), threading.Event()

    def long():
        with turns.taken():
            begun.set()
            while not over.is_set():
                drawing.append("long")
                assert drawing == ["long"]
                drawing.clear()
                turns.handed_on()

    thread = threading.Thread(target=long)
    thread.start()
    assert begun.wait(PATIENCE)
    with turns.taken():
        drawing.append("short")
        seen.append(list(drawing))
        drawing.clear()
    over.set()
    thread.join(PATIENCE)
    assert seen == [["short"]] and not thread.is_alive()
