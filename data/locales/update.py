"""Bring the catalogues up to date with the sentences in the code.

Run as `python -m data.locales.update`: new sentences are added without a translation,
those that the code no longer says are dropped, and the exit status is 1 while any
translation is missing.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterable
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir, extract_from_file
from babel.messages.pofile import read_po, write_po

from data.i18n import LANGUAGES, LOCALES

ROOT = Path(__file__).parents[2]
SOURCES = ("data", "layers", "callbacks")
KEYWORDS = {"msg": None, "nmsg": (1, 2), "t": (2,)}
WIDTH = 100
UNDATED = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


def template() -> Catalog:
    """Collect the sentences of the code."""
    found = Catalog(project="Illicit Economies Atlas", header_comment="", fuzzy=False)
    for folder in SOURCES:
        for _, _, message, comments, _ in extract_from_dir(
            ROOT / folder, method_map=[("**.py", "python")], keywords=KEYWORDS
        ):
            found.add(message, auto_comments=comments)
    _add_file(found, ROOT / "app.py")
    return found


def _add_file(found: Catalog, path: Path) -> None:
    for _, message, comments, _ in extract_from_file("python", path, keywords=KEYWORDS):
        found.add(message, auto_comments=comments)


def path_of(language: str) -> Path:
    """Return where a language's catalogue lies."""
    return LOCALES / language / "LC_MESSAGES" / "atlas.po"


def load(language: str) -> Catalog:
    """Read a language's catalogue, empty where there is none."""
    path = path_of(language)
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as source:
        return read_po(source, locale=language)


def save(catalogue: Catalog, language: str) -> None:
    """Write a catalogue as text that reads well in a review: sorted, without places or dates."""
    path = path_of(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    # No clock: an update without new sentences leaves the file as it was.
    catalogue.creation_date = catalogue.revision_date = UNDATED
    with path.open("wb") as target:
        write_po(target, catalogue, width=WIDTH, no_location=True, omit_header=False,
                 sort_output=True, ignore_obsolete=True)


def missing(catalogue: Catalog) -> list[str]:
    """Return the sentences without a translation, or with a doubtful one, which is not used."""
    return [str(m.id) for m in catalogue if m.id and (m.fuzzy or not _said(m.string))]


def _said(translation: Iterable[str] | None) -> bool:
    """Tell whether a translation, or every plural form of it, is there."""
    forms = [translation] if isinstance(translation, str) else list(translation or [""])
    return all(forms)


def main() -> int:
    """Update every catalogue but English, which the code itself speaks."""
    status = 0
    said = template()
    for language in LANGUAGES[1:]:
        catalogue = load(language)
        catalogue.update(said, no_fuzzy_matching=True)
        save(catalogue, language)
        for sentence in missing(catalogue):
            status = 1
            print(f"{language}: {sentence}", file=sys.stderr)
    return status


if __name__ == "__main__":
    sys.exit(main())
