"""What a long import shows of itself is what has been done."""

from __future__ import annotations

from contextlib import contextmanager

from data import settings
from data.ingest.options import Options
from data.ingest.progress import Progress
from data.ingest.run import import_files
from tests.support import plain


class Seen(Progress):
    """Keeps each phase, its total, and what its ticks sum to."""

    def __init__(self):
        super().__init__(quiet=True)
        self.phases = []

    @contextmanager
    def bar(self, what, total, unit=""):
        phase = [what.render("en"), total, 0]
        self.phases.append(phase)

        def tick(amount):
            assert amount >= 0
            phase[2] += amount

        yield tick

    def say(self, what):
        self.phases.append([what.render("en"), None, None])


def test_every_bar_fills_to_its_total_and_every_phase_is_named(store, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(plain(*({"notes": str(i), "lat": 16 + i} for i in range(3)), {"date": ""}))
    seen = Seen()
    import_files(store, [path], Options(), settings.load({}), seen)
    assert [name for name, _, _ in seen.phases] == [
        "Reading a.csv", "Reading the fields", "Locating", "Deciding kinds",
        "Comparing with what is held", "Writing the next snapshot"]
    measured = {name: (total, done) for name, total, done in seen.phases if total is not None}
    assert measured == {"Reading a.csv": (path.stat().st_size,) * 2, "Locating": (3, 3),
                        "Deciding kinds": (4, 4)}


def test_a_file_that_is_read_with_care_fills_its_bar_too(store, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(plain({"notes": "a"}) + '1,"open\n')
    seen = Seen()
    import_files(store, [path], Options(), settings.load({}), seen)
    name, total, done = seen.phases[0]
    assert (name, done) == ("Reading a.csv", total)
