"""The metrics that a person may choose for the colours of hexagons."""

from __future__ import annotations

from data.ground import Ground
from data.i18n import msg
from layers import metric_money
from layers.base import Request
from layers.metric import Metric
from layers.metric_deaths import DEATHS_OF, Deaths
from layers.metric_money import Amount
from layers.metric_rate import Rate
from layers.options import Option

METRIC = Option("metric", msg("What colours say"), "count", (
    ("count", msg("How many incidents")),
    ("rate", msg("Incidents per 100,000 persons")),
    ("deaths", msg("Deaths, best estimate")),
    ("amount", msg("Money, best estimate"))))

METRICS: dict[str, Metric] = {one.id: one for one in (Metric(), Rate(), Deaths(), Amount())}


def metric_of(request: Request) -> Metric:
    """Return the metric that was chosen."""
    return METRICS[request.chosen(METRIC)]


def options(ground: Ground) -> tuple[Option, ...]:
    """List the choices about colours; currencies and bases are those of the snapshot."""
    return METRIC, DEATHS_OF, *metric_money.offered(ground)
