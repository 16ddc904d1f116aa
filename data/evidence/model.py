"""The records of the evidence base, one class a table.

A claim says what a document says, in our own words, at the place and date the document
gives. What it does not state is `NOT_STATED`, None or empty, never filled in; where this
product adds something, `added` tells what.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import shapely
from shapely.geometry.base import BaseGeometry

from data.evidence import words
from data.evidence.columns import NOT_STATED, column, span
from data.i18n import msg
from data.model import WHERE_PRECISION

PRECISIONS = {str(level): label for level, label in WHERE_PRECISION.items()}
UNIT_PRECISION, COUNTRY_PRECISION = 4, 6


@dataclass(frozen=True, kw_only=True)
class Document:
    """A document or data set whose facts are cited."""

    id: str = column("text", msg("short name of the document"), required=True)
    title: str = column("text", msg("title"), required=True)
    publisher: str = column("text", msg("who published it"))
    published: str = column("date", msg("when it was published"))
    url: str = column("text", msg("where it can be read"))
    licence: str = column("text", msg("what may be handed on"))


@dataclass(frozen=True, kw_only=True)
class Section:
    """A part of a document that claims cite."""

    id: str = column("text", msg("identifier"), required=True)
    document: str = column("text", msg("the document it belongs to"), required=True)
    title: str = column("phrase", msg("its heading, or our name for it"), required=True)
    marker: str = column("text", msg("words by which it is found in the document"), required=True)


@dataclass(frozen=True, kw_only=True)
class Place:
    """A named place. Without coordinates it is told and listed, and never drawn.

    A point stands for the whole place where that is larger; `position_en` and
    `position_fr` tell what the point is.
    """

    id: str = column("text", msg("identifier"), required=True)
    name_en: str = column("text", msg("name in English"), required=True)
    name_fr: str = column("text", msg("name in French"))
    iso2: str = column("text", msg("country, ISO 3166-1 alpha-2"))
    lat: float | None = column("number", msg("latitude, WGS 84 degrees"))
    lon: float | None = column("number", msg("longitude, WGS 84 degrees"))
    where_precision: int | None = column(
        "integer", msg("how exactly the place is known, 1 (exact) to 7 (sea or air)"))
    unit_id: str = column("text", msg("code of the first-level unit that it is or lies in"))
    position_en: str = column("text", msg("what the point stands for, in English"))
    position_fr: str = column("text", msg("what the point stands for, in French"))
    area: str = column("path", msg("its area in well-known text, where a user gave one"))

    @property
    def placed(self) -> bool:
        """Whether the place has a position at all."""
        return self.lat is not None and self.lon is not None

    @property
    def unit(self) -> str | None:
        """Code of the first-level unit, if any."""
        return None if self.unit_id == NOT_STATED else self.unit_id

    @property
    def country(self) -> str | None:
        """ISO code of the country, if any."""
        return None if self.iso2 == NOT_STATED else self.iso2

    @property
    def precision(self) -> int:
        """`where_precision`; a place that does not tell counts as a vague area."""
        return self.where_precision or 5

    @cached_property
    def shape(self) -> BaseGeometry | None:
        """The area that a user gave, WGS 84 degrees; None where only a point is known."""
        return shapely.from_wkt(self.area) if self.area else None

    def name(self, language: str) -> str:
        """Name the place in a language."""
        french = language == "fr" and self.name_fr != NOT_STATED
        return self.name_fr if french else self.name_en

    def position(self, language: str) -> str:
        """Say what the point stands for, in a language."""
        french = language == "fr" and self.position_fr != NOT_STATED
        return self.position_fr if french else self.position_en


@dataclass(frozen=True, kw_only=True)
class Claim:
    """What every cited record carries, whatever its table.

    `origin` is the document, `where` the places, both resolved when tables are read.
    """

    id: str = column("text", msg("identifier, unique within the table"), required=True)
    document: str = column("text", msg("id of the document that says it"), required=True)
    section: str = column("text", msg("id of the section of the document"))
    says_en: str = column("text", msg("what it says, in English"), required=True)
    says_fr: str = column("text", msg("what it says, in French"))
    kinds: tuple[str, ...] = column(
        "list", msg("kinds of illicit economy that it concerns, from the taxonomy"))
    places: tuple[str, ...] = column("chain", msg("ids of its places, in order"))
    date: str = column("date", msg("when it was so"))
    date_precision: str = column("text", msg("how exactly the date is known, 1 to 5"))
    qualifier: str = column("phrase", msg("the document’s own reserve, such as “about”"))
    evidence: str = column("text", msg("how the document holds it"), choices=words.EVIDENCE)
    confidence: str = column("text", msg("Admiralty code: reliability A–F, credibility 1–6"))
    added: str = column("note", msg("what this product added to the document’s words, if anything"))
    synthetic: bool = column("flag", msg("whether it is invented, for demonstration"))
    origin: Document | None = None
    where: tuple[Place, ...] = ()

    def says(self, language: str) -> str:
        """Say the claim in a language; a record of one language alone is said in that."""
        french = language == "fr" and self.says_fr != NOT_STATED
        return self.says_fr if french else self.says_en

    @cached_property
    def days(self) -> tuple[dt.date, dt.date] | None:
        """First and last day; None where it is undated, and then it is always shown."""
        return span(self.date)

    @property
    def cited(self) -> Document:
        """The document, which reading resolved."""
        assert self.origin is not None
        return self.origin

    def actors(self) -> Iterator[str]:
        """Name those who take part, for the filter by actor."""
        yield from ()


@dataclass(frozen=True, kw_only=True)
class Levy(Claim):
    """Someone collects something from someone."""

    kind: str = column("text", msg("kind of levy"), choices=words.LEVY_KINDS, required=True)
    payer: str = column("phrase", msg("who pays"))
    collector: str = column("phrase", msg("who collects"))
    collector_family: str = column(
        "text", msg("what kind of collector it is"), choices=words.COLLECTORS)
    taxed: str = column("phrase", msg("what is taxed"))
    paid_in: tuple[str, ...] = column("phrases", msg("what it is paid in: cash, animals, harvest"))
    rate_low: float | None = column("number", msg("lowest rate"))
    rate_best: float | None = column("number", msg("rate, best estimate"))
    rate_high: float | None = column("number", msg("highest rate"))
    unit: str = column("phrase", msg("unit of the rate where it is not money"))
    currency: str = column("text", msg("currency of the rate (ISO 4217)"))
    basis: str = column("text", msg("what the rate is paid for"), choices=words.BASES)
    frequency: str = column("text", msg("how often"), choices=words.FREQUENCIES)
    corridor: str = column("text", msg("id of the corridor along which it is collected"))
    site: str = column("text", msg("id of the site at which it is collected"))

    def actors(self) -> Iterator[str]:
        """Name payer and collector."""
        yield from (self.payer, self.collector)

    @property
    def rates(self) -> tuple[float, float, float] | None:
        """Lowest, best and highest rate, each standing in for one that is missing."""
        known = [r for r in (self.rate_low, self.rate_best, self.rate_high) if r is not None]
        if not known:
            return None
        best = self.rate_best if self.rate_best is not None else sum(known) / len(known)
        return min(known), best, max(known)


@dataclass(frozen=True, kw_only=True)
class Corridor(Claim):
    """Something moves between places, named in the order of its direction."""

    commodity: str = column(
        "text", msg("what moves"), choices=words.COMMODITIES, required=True)
    transport: str = column("phrase", msg("how it moves"))
    segment_evidence: tuple[str, ...] = column(
        "chain", msg("how the document holds each segment, in order"), choices=words.EVIDENCE)
    segment_confidence: tuple[str, ...] = column(
        "chain", msg("Admiralty code of each segment, in order"))
    path: str = column("path", msg("the path as a line in well-known text; empty: not known"))

    @property
    def path_known(self) -> bool:
        """Whether the path itself was given; where it was not, links are straight."""
        return bool(self.path)

    @cached_property
    def line(self) -> BaseGeometry | None:
        """The path, WGS 84 degrees, if it is known."""
        return shapely.from_wkt(self.path) if self.path else None


@dataclass(frozen=True, kw_only=True)
class Site(Claim):
    """A place and what it is in an illicit economy."""

    kind: str = column("text", msg("kind of site"), choices=words.SITE_KINDS, required=True)
    commodities: tuple[str, ...] = column(
        "list", msg("what is mined, sold or passed there"), choices=words.COMMODITIES)
    minerals: tuple[str, ...] = column("phrases", msg("minerals, as the source writes them"))
    controlled_by: str = column("phrase", msg("who controls it"))

    def actors(self) -> Iterator[str]:
        """Name those in control."""
        yield self.controlled_by


@dataclass(frozen=True, kw_only=True)
class Visit(Claim):
    """What was found at a site on one visit."""

    site: str = column("text", msg("id of the site"), required=True)
    workers: int | None = column("integer", msg("persons at work"))
    minerals: tuple[str, ...] = column("phrases", msg("minerals, as the source writes them"))
    presence: str = column("text", msg("whether armed persons were there: yes or no"))
    armed: tuple[str, ...] = column("list", msg("armed groups or forces that were there"))
    interference: str = column("text", msg("whether they interfered: yes or no"))
    taxed: str = column("text", msg("whether they taxed: yes or no"))
    onsite: str = column("text", msg("whether the site itself was reached: yes or no"))

    def actors(self) -> Iterator[str]:
        """Name the armed groups and forces."""
        yield from self.armed


@dataclass(frozen=True, kw_only=True)
class Factor(Claim):
    """What makes a place vulnerable, or what holds it together."""

    side: str = column("text", msg("vulnerability or resilience"), choices=words.SIDES,
                       required=True)
    factor: str = column("text", msg("which factor"), choices=words.FACTORS, required=True)
    level: float | None = column("number", msg("how strong, 0 to 1; not stated counts as 1"))
    risk: str = column("phrase", msg("the risk that comes with it"))
    affected: str = column("phrase", msg("who is affected"))

    @property
    def weight(self) -> float:
        """What the record adds to its factor, 0 to 1: that it was found at all counts as 1."""
        return 1.0 if self.level is None else self.level


@dataclass(frozen=True, kw_only=True)
class Perception(Claim):
    """How people see an illicit economy."""

    perceived: str = column("text", msg("how it is seen"), choices=words.PERCEPTIONS,
                            required=True)
    by: str = column("phrase", msg("by whom"))


@dataclass(frozen=True, kw_only=True)
class Recommendation(Claim):
    """What a document recommends, and the factors that it answers."""

    number: int | None = column("integer", msg("its number in the document"))
    title_en: str = column("text", msg("what it is about, in English"), required=True)
    title_fr: str = column("text", msg("what it is about, in French"))
    answers: tuple[str, ...] = column(
        "list", msg("factors that it answers"), choices=words.FACTORS)

    def title(self, language: str) -> str:
        """Say what it is about, in a language."""
        french = language == "fr" and self.title_fr != NOT_STATED
        return self.title_fr if french else self.title_en


@dataclass(frozen=True, kw_only=True)
class Relation(Claim):
    """How two groups stand to one another."""

    relation: str = column("text", msg("kind of relation"), choices=words.RELATIONS,
                           required=True)
    actor_a: str = column("phrase", msg("one side"))
    actor_b: str = column("phrase", msg("the other side"))
    share_percent: float | None = column("number", msg("share of those asked who say so, per cent"))
    asked: str = column("phrase", msg("who was asked"))

    def actors(self) -> Iterator[str]:
        """Name both sides."""
        yield from (self.actor_a, self.actor_b)


@dataclass(frozen=True, kw_only=True)
class Intervention(Claim):
    """What was done about it, and when."""

    kind: str = column("text", msg("kind of intervention"), choices=words.INTERVENTIONS,
                       required=True)
    name_en: str = column("text", msg("its name in English"), required=True)
    name_fr: str = column("text", msg("its name in French"))
    by: str = column("phrase", msg("who carried it out"))
    afterwards_en: str = column("text", msg("what was recorded afterwards, in English"))
    afterwards_fr: str = column("text", msg("what was recorded afterwards, in French"))

    def name(self, language: str) -> str:
        """Name it in a language."""
        french = language == "fr" and self.name_fr != NOT_STATED
        return self.name_fr if french else self.name_en

    def afterwards(self, language: str) -> str:
        """Say what was recorded afterwards; no effect is claimed."""
        french = language == "fr" and self.afterwards_fr != NOT_STATED
        return self.afterwards_fr if french else self.afterwards_en

    def actors(self) -> Iterator[str]:
        """Name those who carried it out."""
        yield self.by


@dataclass(frozen=True, kw_only=True)
class Quantity(Claim):
    """A number of a document: a result of an intervention, or a figure of its own."""

    measure_en: str = column("text", msg("what is counted, in English"), required=True)
    measure_fr: str = column("text", msg("what is counted, in French"))
    low: float | None = column("number", msg("lowest value"))
    best: float | None = column("number", msg("value, best estimate"))
    high: float | None = column("number", msg("highest value"))
    unit: str = column("phrase", msg("unit; never added across units"))
    commodity: str = column("text", msg("what was seized"), choices=words.COMMODITIES)

    def measure(self, language: str) -> str:
        """Say what is counted, in a language."""
        french = language == "fr" and self.measure_fr != NOT_STATED
        return self.measure_fr if french else self.measure_en

    @property
    def value(self) -> float | None:
        """The number to show: the best estimate, else the only bound that is given."""
        known = [v for v in (self.best, self.low, self.high) if v is not None]
        return known[0] if known else None


@dataclass(frozen=True, kw_only=True)
class Outcome(Quantity):
    """A number recorded for an intervention."""

    intervention: str = column("text", msg("id of the intervention"), required=True)


@dataclass(frozen=True, kw_only=True)
class Figure(Quantity):
    """A number that belongs to no intervention."""


@dataclass(frozen=True, kw_only=True)
class Stage(Claim):
    """A step of a chain, in its order; `follows` names the steps that it comes after."""

    chain: str = column("text", msg("which chain"), choices=words.CHAINS, required=True)
    order: int | None = column("integer", msg("place in the chain, from 1"))
    stage_en: str = column("text", msg("the step, in English"), required=True)
    stage_fr: str = column("text", msg("the step, in French"))
    follows: tuple[str, ...] = column("list", msg("ids of the steps that it comes after"))
    quantity: float | None = column("number", msg("how much passes, where it is known"))
    unit: str = column("phrase", msg("unit of the quantity"))

    def stage(self, language: str) -> str:
        """Name the step in a language."""
        french = language == "fr" and self.stage_fr != NOT_STATED
        return self.stage_fr if french else self.stage_en


@dataclass(frozen=True, kw_only=True)
class Flow(Claim):
    """An amount from one place to another, where both are known: `places` are the two."""

    commodity: str = column("text", msg("what moves"), choices=words.COMMODITIES, required=True)
    quantity: float | None = column("number", msg("how much"))
    unit: str = column("phrase", msg("unit of the quantity; never added across units"))
