"""The file that a command is asked to write an export to."""

from __future__ import annotations

from pathlib import Path

from data.errors import wrong_value
from data.i18n import msg
from layers.exports.forms import FORMS

OPTION = "--out"


def require_out(out: Path, form: str) -> Path:
    """Return where to write an export.

    Args:
        out: the name that was given.
        form: the export's form, a name of `FORMS`.

    Raises:
        UsageError: it is in no folder that exists, or ends as files of another form do.
    """
    if out.is_dir() or not out.resolve().parent.is_dir():
        raise wrong_value(OPTION, out, msg("name a file in a folder that exists"))
    said = out.suffix.lower()
    if said != _suffix(form) and said in {_suffix(other) for other in FORMS}:
        raise wrong_value(OPTION, out, msg(
            "files that end in {ending} hold another form: this one ends in {own}",
            ending=said, own=_suffix(form)))
    return out


def _suffix(form: str) -> str:
    """Return how files of a form end; any of them may be packed into a `.zip` besides."""
    return Path(f"x.{FORMS[form].ending}").suffix
