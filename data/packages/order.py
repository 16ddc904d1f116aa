"""What a person asks for: which incidents, in which form, with what left out."""

from __future__ import annotations

from dataclasses import dataclass, field

from data.errors import wrong_value
from data.hexes import COARSEST, FINEST
from data.i18n import msg
from data.queries.exports import RULES, Rules
from data.selection import Selection

FORMS: dict[str, str] = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "geojson": "application/geo+json",
    "gpkg": "application/geopackage+sqlite3",
    "parquet": "application/vnd.apache.parquet",
    "geoparquet": "application/vnd.apache.parquet",
    "kml": "application/vnd.google-earth.kml+xml",
    "hxl": "text/csv",
}
"""Forms and their media types, in the order offered."""
ENDINGS = {"geoparquet": "parquet", "hxl": "hxl.csv"}
"""How a file's name ends where that is not the form's name."""
MAPS = ("gpkg", "kml")
"""Forms that hold drawn layers beside the incidents."""


@dataclass(frozen=True)
class Order:
    """A package as it is asked for.

    Attributes:
        form: one of `FORMS`.
        selection: the filters and the window, settled.
        language: of every word, an entry of `data.i18n.LANGUAGES`.
        coarsen: resolution of hexagons with counts, which then stand for single incidents.
        notes: whether free text leaves.
        layers: ids of drawn layers that a map form holds beside the incidents.
        options: what was chosen for layers: layer, option and value.
        resolution: of the hexagons that layers draw; None for the usual one.
        rules: what may leave.
        link: the query by which a reopened page shows the same.
    """

    form: str
    selection: Selection = field(default_factory=Selection)
    language: str = "en"
    coarsen: int | None = None
    notes: bool = True
    layers: tuple[str, ...] = ()
    options: tuple[tuple[str, str, str], ...] = ()
    resolution: int | None = None
    rules: Rules = RULES
    link: str = ""

    def __post_init__(self) -> None:
        if self.form not in FORMS:
            raise wrong_value("--format", self.form, msg(
                "the forms are {forms}", forms=", ".join(FORMS)))
        if self.coarsen is not None and not COARSEST <= self.coarsen <= FINEST:
            raise wrong_value("--coarsen", self.coarsen, msg(
                "it is a resolution from {low} to {high}", low=COARSEST, high=FINEST))
        if self.layers and self.form not in MAPS:
            raise wrong_value("--layers", ", ".join(self.layers), msg(
                "{form} holds no drawn layers; {maps} do", form=self.form,
                maps=", ".join(MAPS)))

    @property
    def name(self) -> str:
        """What the main table is called."""
        return "incidents" if self.coarsen is None else "hexagons"

    @property
    def file(self) -> str:
        """The main file's name within an archive."""
        return f"{self.name}.{ENDINGS.get(self.form, self.form)}"
