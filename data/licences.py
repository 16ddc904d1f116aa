"""What a source allows to be handed on; a licence travels with every row."""

from __future__ import annotations

from dataclasses import dataclass

from data.errors import wrong_value
from data.i18n import Message, msg
from data.taxonomy import fold


@dataclass(frozen=True)
class Licence:
    """A licence; `passes_on` says whether raw records may leave by an export."""

    id: str
    label: Message
    passes_on: bool
    url: str | None = None
    aliases: tuple[str, ...] = ()


LICENCES: tuple[Licence, ...] = (
    Licence("unstated", msg("Licence not stated"), True),
    Licence("synthetic", msg("Synthetic demonstration data"), True),
    Licence("public-domain", msg("Public domain"), True, aliases=("pd",)),
    Licence("cc0-1.0", msg("CC0 1.0"), True, "https://creativecommons.org/publicdomain/zero/1.0/",
            ("cc0",)),
    Licence("cc-by-4.0", msg("CC BY 4.0"), True, "https://creativecommons.org/licenses/by/4.0/",
            ("cc-by",)),
    Licence("cc-by-igo-3.0", msg("CC BY 3.0 IGO"), True,
            "https://creativecommons.org/licenses/by/3.0/igo/", ("cc-by-igo",)),
    Licence("cc-by-sa-4.0", msg("CC BY-SA 4.0"), True,
            "https://creativecommons.org/licenses/by-sa/4.0/", ("cc-by-sa",)),
    Licence("cc-by-nc-4.0", msg("CC BY-NC 4.0"), True,
            "https://creativecommons.org/licenses/by-nc/4.0/", ("cc-by-nc",)),
    Licence("odbl-1.0", msg("ODbL 1.0"), True, "https://opendatacommons.org/licenses/odbl/1-0/",
            ("odbl",)),
    Licence("acled", msg("ACLED terms of use: no passing on of raw records"), False,
            aliases=("acled-terms", "acled-eula")),
    Licence("no-redistribution", msg("Raw records may not be passed on"), False,
            aliases=("restricted", "proprietary", "all-rights-reserved", "internal",
                     "no-derivatives")),
)

UNSTATED = "unstated"
"""The licence of records of which nobody said what may be handed on."""
BY_ID: dict[str, Licence] = {licence.id: licence for licence in LICENCES}
PASSING_ON: tuple[str, ...] = tuple(lic.id for lic in LICENCES if lic.passes_on)
_INDEX = {fold(word): lic for lic in LICENCES for word in (lic.id, *lic.aliases)}


def find(text: str) -> Licence | None:
    """Return the licence that an id or a common name means, if any."""
    return _INDEX.get(fold(text))


def require(text: str, option: str = "--licence") -> Licence:
    """Return `find(text)`, or raise `UsageError` naming the known licences."""
    found = find(text)
    if found is None:
        known = ", ".join(BY_ID)
        raise wrong_value(option, text, msg("the licences are {known}", known=known))
    return found
