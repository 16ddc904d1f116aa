"""What has changed since an export, in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from data import taxonomy
from data.history.since import Since
from data.history.since_words import ways
from data.i18n import Message, day, msg, nmsg
from data.manifest.numbers import Numbers
from data.queries.exports import FORBIDDEN, SENSITIVE, SILENT
from layers.exports.again import Differences
from layers.exports.decisive import libraries, software_used
from layers.exports.manifest import Manifest

UNCHANGED = msg("No incident of its selection was added, revised or retired since.")
STAYED: dict[str, Message] = {
    SENSITIVE: msg("held back as restricted or confidential"),
    FORBIDDEN: msg("held back by their licence"),
    SILENT: msg("held back since nobody stated a licence"),
}


def changes(since: Since, language: str) -> Iterator[Message]:
    """Say what became of the incidents of a selection, and by kind."""
    yield nmsg("Incidents that may leave: {count} then, {now} now.",
               "Incidents that may leave: {count} then, {now} now.", since.then, now=since.now)
    if not since.changes:
        yield UNCHANGED
        return
    yield msg("Since then: {ways}.", ways=ways(since.total, language))
    for kind, counts in since.changes.items():
        named = taxonomy.BY_ID[kind].label(language) if kind in taxonomy.BY_ID else (
            kind or msg("not classified").render(language))
        yield msg("  {kind}: {ways}", kind=named, ways=ways(counts, language))


def two_numbers(then: Iterable[Numbers], now: Iterable[Numbers], language: str
                ) -> Iterator[Message]:
    """Say which numbers of an export are not what they were."""
    for before, after in zip(then, now, strict=False):
        yield from _counts(before, after)
        for kind in sorted({*before.kinds, *after.kinds}):
            if before.kinds.get(kind, 0) != after.kinds.get(kind, 0):
                label = taxonomy.BY_ID[kind].label(language) if kind in taxonomy.BY_ID else kind
                yield msg("  {kind}: {then} then, {now} now", kind=label,
                          then=before.kinds.get(kind, 0), now=after.kinds.get(kind, 0))
        if before.digest != after.digest and before.kinds == after.kinds:
            yield msg("The counts by kind are the same, but not all incidents behind them are.")


def _counts(before: Numbers, after: Numbers) -> Iterator[Message]:
    pairs = [(msg("incidents of the selection"), before.incidents, after.incidents),
             (msg("that may leave"), before.leaving, after.leaving),
             *((words, before.withheld.get(why, 0), after.withheld.get(why, 0))
               for why, words in STAYED.items())]
    for what, then, now in pairs:
        if then != now:
            yield msg("  {what}: {then} then, {now} now", what=what, then=then, now=now)


def different(manifest: Manifest, differences: Differences) -> Iterator[Message]:
    """Say which software, libraries and settings are not what they were."""
    if differences.software:
        now, then = software_used(), manifest.software
        yield msg("The software differs: {then} then, {now} now.",
                  then=f"{then.get('version', '–')} ({then.get('code', '–')})",
                  now=f"{now['version']} ({now['code']})")
    if differences.libraries:
        now = libraries(manifest.export.form)
        yield msg("Libraries differ: {names}.", names=", ".join(
            f"{name} {manifest.libraries.get(name, '–')} → {now.get(name, '–')}"
            for name in differences.libraries))
    if differences.settings:
        yield msg("Settings differ: {names}.", names=", ".join(differences.settings))


def of(manifest: Manifest, language: str) -> Message:
    """Say what a manifest is of."""
    made = manifest.made
    return msg("{title}: {form}, from the data of {day} (snapshot {snapshot}).",
               title=manifest.title, form=manifest.export.form,
               day=day(made, language) if made else "–", snapshot=manifest.snapshot)
