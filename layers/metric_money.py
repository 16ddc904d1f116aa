"""Money that incidents state, of one currency and for one thing at a time."""

from __future__ import annotations

import re
from collections.abc import Sequence

import ibis.expr.types as ir
import numpy as np

from data.ground import Ground
from data.i18n import Message, amount, msg, nmsg, t
from data.paid import PAID_PER, paid_per
from data.queries.measures import money_by_kind
from layers.base import Found, Request
from layers.metric import DETAILS, Metric, Numbers, column
from layers.options import Option

MOST = "most"
PAID_ONCE = ("", "total", "per operation")
"""What amounts are stated for where they are sums, or what is paid for is not stated."""


class Amount(Metric):
    """Money of one currency, stated for one thing: per head, per week, per load."""

    id = "amount"
    title = msg("Money per hexagon, best estimate")
    split = ("currency", "basis")
    leads = True

    def queries(self, request: Request) -> dict[str, ir.Table]:
        """Ask which currencies amounts are stated in, and for what."""
        return {"money": money_by_kind(request.selection)}

    def per_row(self, found: Found, request: Request) -> Numbers:
        """Take the amounts of the currency and basis in force."""
        rows, chosen = found["cube"], kind_of_money(found, request)
        if chosen is None:
            return np.zeros(rows.num_rows)
        mine = np.array([pair == chosen for pair in zip(
            rows.column("currency").to_pylist(), rows.column("basis").to_pylist(), strict=True)],
            bool)
        return np.asarray(np.where(mine, column(found, "amount"), 0.0), np.float64)

    def unit(self, found: Found, request: Request) -> str:
        """Name the currency and what the amounts are stated for."""
        currency, basis = kind_of_money(found, request) or ("", "")
        paid = paid_per(basis, request.language)
        return " ".join(part for part in (currency, paid) if part)

    def says(self, value: float, found: Found, request: Request) -> Message:
        """Say the value of one hexagon."""
        return msg("{amount} {unit}", amount=amount(value, request.language),
                   unit=self.unit(found, request))

    def notes(self, found: Found, request: Request) -> list[str]:
        """Say what is added, and how many amounts are not."""
        language, chosen = request.language, kind_of_money(found, request)
        if chosen is None:
            return [t(language, "No incident of the selection states an amount of this kind.")]
        others = sum(row["incidents"] for row in found["money"].to_pylist()
                     if (row["currency"], row["basis"]) != chosen)
        said = [t(language, "Amounts in {unit}, added over the window as they are stated.",
                  unit=self.unit(found, request))]
        if chosen[1] not in PAID_ONCE:
            said.append(t(language, "These are rates: their sum tells where much is asked, and "
                          "often, and never what was paid in all."))
        if not others:
            return said
        return [*said, nmsg(
            "{count} amount in another currency or for something else is not added.",
            "{count} amounts in other currencies or for something else are not added.",
            others).render(language)]


def offered(ground: Ground) -> tuple[Option, Option]:
    """List the currencies of the snapshot, and what amounts are stated for."""
    return (_offered("currency", msg("Currency"), [one for one, _ in ground.money]),
            _offered("basis", msg("Amounts stated"), [one for _, one in ground.money]))


def kind_of_money(found: Found, request: Request) -> tuple[str, str] | None:
    """Return currency and basis in force: the most frequent pair that fits what was chosen."""
    currency, basis = offered(found.ground)
    wanted = request.chosen(currency), request.chosen(basis)
    for row in found.classed["money"].to_pylist():
        pair = row["currency"], row["basis"]
        if all(want in (MOST, slug(own)) for want, own in zip(wanted, pair, strict=True)):
            return pair
    return None


def slug(text: str) -> str:
    """Write a source's word so that it fits a link."""
    return "-".join(re.findall(r"\w+", text.lower()))


def _offered(name: str, label: Message, words: Sequence[str]) -> Option:
    kept = {slug(word): PAID_PER.get(word, Message(word)) for word in words if slug(word)}
    return Option(name, label, MOST, ((MOST, msg("What is most frequent")), *kept.items()),
                  group=DETAILS)
