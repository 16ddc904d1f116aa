"""The committed claims against the five documents, and against the list of their facts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from data.evidence.base import committed
from data.evidence.columns import NOT_STATED
from data.evidence.model import Levy, Outcome

EVIDENCE = committed()
FACTS = Path(__file__).parents[4] / "docs" / "evidence.md"
RUN = 8
"""So many words in a row would be the document's sentence, and not ours."""

MILLION = 1_000_000
# What tells a document's text from the others'.
TELLS = {
    "unodc-unicri-mali": "The links between terrorism and organized crime in Mali",
    "unodc-bamako-workshop": "Held in Bamako, the workshop aimed",
    "unodc-almaty-seminar": "held a regional seminar on International and Regional",
    "unicri-illicit-trafficking": "Organized Crime, Illegal Trafficking and Illicit Financial",
    "unodc-interpol-kafo-ii": "Operation KAFO II targeted",
}


@pytest.fixture(scope="module")
def texts(shared: Path) -> dict[str, str]:
    """The documents' texts by id, white space collapsed."""
    files = [" ".join(path.read_text(encoding="utf-8").split())
             for path in sorted((shared / "sources").glob("*.txt"))]
    found = {id: [text for text in files if tell in text] for id, tell in TELLS.items()}
    assert all(len(texts) == 1 for texts in found.values())
    return {id: texts[0] for id, texts in found.items()}


def words(text: str) -> list[str]:
    """Split text into its words, in lower case."""
    return re.findall(r"\w+", text.lower())


def runs(text: str) -> set[tuple[str, ...]]:
    """Return every run of `RUN` words."""
    split = words(text)
    return {tuple(split[i:i + RUN]) for i in range(len(split) - RUN + 1)}


def outcome(id: str) -> Outcome:
    """Find an outcome of Operation KAFO II."""
    return next(o for o in EVIDENCE.outcomes if o.id == f"kafo-{id}")


def levy(id: str) -> Levy:
    """Find a levy."""
    return next(x for x in EVIDENCE.levies if x.id == id)


@pytest.mark.shared
def test_every_section_is_found_in_its_document(texts):
    assert set(texts) == set(EVIDENCE.documents)
    lost = [s.id for s in EVIDENCE.sections.values() if s.marker not in texts[s.document]]
    assert lost == []


@pytest.mark.shared
def test_no_sentence_of_a_document_is_taken_over(texts):
    theirs = set().union(*(runs(text) for text in texts.values()))
    said = [(c.id, c.says_en) for claims in EVIDENCE.claims.values() for c in claims]
    said += [(i.id, i.afterwards_en) for i in EVIDENCE.interventions]
    assert [id for id, text in said if runs(text) & theirs] == []
    rows = [line.split("|")[2] for line in FACTS.read_text(encoding="utf-8").splitlines()
            if line.startswith("| ")]
    assert rows and [text for text in rows if runs(text) & theirs] == []


def test_the_list_of_facts_names_every_claim_and_no_other():
    text = FACTS.read_text(encoding="utf-8")
    listed = set(re.findall(r"`([a-z]+/[a-z0-9-]+)`", text)) - {"table/id"}
    assert listed == {f"{table}/{c.id}" for table, found in EVIDENCE.claims.items() for c in found}
    assert all(f"`{document}`" in text for document in EVIDENCE.documents)


def test_the_ledger():
    access = levy("site-access-weekly")
    assert access.rates == (5_000, 127_500, 250_000)
    assert (access.currency, access.basis, access.frequency) == ("XOF", "site_access", "weekly")
    zakat = levy("zakat-head")
    assert (zakat.rate_low, zakat.rate_best, zakat.rate_high) == (None, 5_000, None)
    assert (zakat.basis, zakat.qualifier) == ("person_or_animal", "typically around")
    resale = levy("livestock-intermediaries")
    assert (resale.rate_low, resale.rate_high, resale.basis) == (200_000, 500_000, "operation")
    assert (resale.payer, resale.collector) == ("armed groups", "intermediaries")
    assert sum(1 for x in EVIDENCE.levies if x.rates) == 3


@pytest.mark.parametrize(("id", "low", "best", "high", "unit", "qualifier"), [
    ("officers", 260, None, None, "persons", "more than"),
    ("checks", 12_000, None, None, "checks", "more than"),
    ("firearms", None, 50, None, "firearms", NOT_STATED),
    ("ammunition", 6_000, None, None, "rounds", "more than"),
    ("dynamite", 40_000, None, None, "sticks", "over"),
    ("detonator-cords", None, 28, None, "cords", NOT_STATED),
    ("cannabis-khat", None, None, 1_500, "kg", "nearly"),
    ("fuel", None, 60_000, None, "litres", "some"),
    ("medicines", 2_000, None, None, "boxes", "more than"),
    ("sanitizer", None, None, None, "containers", "scores"),
    ("gloves", None, None, None, NOT_STATED, "scores"),
    ("arrests", None, None, None, "persons", "several"),
    ("countries", None, 4, None, "countries", NOT_STATED),
    ("days", None, 7, None, "days", NOT_STATED),
])
def test_operation_kafo(id, low, best, high, unit, qualifier):
    found = outcome(id)
    assert (found.low, found.best, found.high) == (low, best, high)
    assert (found.unit, found.qualifier, found.intervention) == (unit, qualifier, "kafo-ii")
    assert found.date == "2020-11-30/2020-12-06"


def test_the_year_of_operation_kafo_is_marked_as_added():
    dated = [c for found in EVIDENCE.claims.values() for c in found if c.date.startswith("2020")]
    assert len(dated) > 20
    assert all("year 2020" in c.added for c in dated)


def test_operation_kafo_went_to_four_countries_airports_seaports_and_land_borders():
    operation = next(i for i in EVIDENCE.interventions if i.id == "kafo-ii")
    assert set(operation.places) == {"burkina-faso", "cote-divoire", "mali", "niger"}
    sites = {site.id for site in EVIDENCE.sites}
    assert sites >= {"kafo-airports", "kafo-seaports", "kafo-land-borders", "kafo-hotspots"}
    traced = next(o for o in EVIDENCE.outcomes if o.id == "firearms-traced")
    assert (traced.value, traced.qualifier) == (None, "several hundred")


def test_routes_go_where_the_documents_send_them():
    gold = [c.places for c in EVIDENCE.corridors if c.commodity == "gold"]
    assert sorted(gold) == sorted(
        (region, *rest) for region in ("gao-region", "kidal-region")
        for rest in (("burkina-faso",), ("niger",), ("bamako", "south-west-asia")))
    others = {c.places for c in EVIDENCE.corridors if c.commodity != "gold"}
    assert others == {("south-america", "mali", "europe"), ("nigeria", "niger"),
                      ("nigeria", "mali")}
    fuel = [c for c in EVIDENCE.corridors if c.commodity == "fuel"]
    assert {(c.evidence, c.segment_evidence) for c in fuel} == {("believed", ("believed",))}


def test_coopetition_in_gao_is_a_perception_of_sixty_per_cent():
    found = next(r for r in EVIDENCE.relations if r.id == "coopetition-gao")
    assert (found.share_percent, found.evidence, found.relation) == (60, "perceived", "coopetition")
    assert (found.places, found.asked) == (("gao",), "respondents in Gao")
    assert sum(1 for r in EVIDENCE.relations if r.share_percent is not None) == 1


def test_the_study_recommends_nine_things_that_answer_its_factors():
    numbered = [r for r in EVIDENCE.recommendations if r.number is not None]
    assert [r.number for r in numbered] == list(range(1, 10))
    assert all(r.answers for r in numbered)
    assert {f.factor for f in EVIDENCE.factors} >= {
        "cohesion", "alternatives", "consultation", "forces", "self_defence"}


def test_resilience_is_placed_no_wider_than_it_was_found():
    found = {(f.factor, place) for f in EVIDENCE.factors if f.side == "resilience"
             for place in f.places}
    assert found >= {
        ("cohesion", "bourem-cercle"), ("alternatives", "sangha"), ("consultation", "sangha"),
        ("forces", "gao-niamey-road"), ("self_defence", "bandiagara")}
    assert not any(place.endswith("-region") for _, place in found)
    assert all(f.risk != NOT_STATED for f in EVIDENCE.factors if f.factor == "self_defence")


def test_the_figures_of_the_world_keep_their_bounds():
    figures = {f.id: f for f in EVIDENCE.figures}
    assert figures["foreign-victims"].best == 60
    assert (figures["smuggled-migrants"].low, figures["smuggled-migrants"].best) == (
        2.5 * MILLION, None)
    assert (figures["smugglers-income"].high, figures["smugglers-income"].unit) == (
        7_000 * MILLION, "USD")
    assert figures["interpol-members"].best == 194


@pytest.mark.parametrize(("chain", "steps"), [
    ("firearms_tracing", ["manufacture", "last legal import", "recovery",
                          "history of ownership and movement"]),
    ("assets", ["trace", "freeze", "seize", "confiscate", "recover"]),
    ("persons", ["source", "transit", "destination"]),
    ("ransom", ["capture", "detention", "transport", "ransom management"]),
    ("livestock", ["theft or levy", "storage", "resale", "cash"]),
])
def test_chains_have_their_steps_in_order_and_no_quantity(chain, steps):
    found = sorted((s for s in EVIDENCE.stages if s.chain == chain), key=lambda s: s.order or 0)
    assert [s.stage_en for s in found] == steps
    assert all(s.quantity is None for s in found)
