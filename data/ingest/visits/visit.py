"""One visit as it was read, before it becomes rows of the evidence base."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from data.evidence.minerals import Mineral


@dataclass(frozen=True)
class Flag:
    """A doubt: a reason of `data.model.FLAGS`, what is named, what was found, what may be."""

    reason: str
    named: str | None = None
    found: str | None = None
    suggestion: str | None = None


@dataclass(frozen=True)
class Group:
    """An armed group or force that a visit tells of.

    Attributes:
        slot: its number in the record, from 1.
        name: as written; empty where a levy is told of without one.
        family: of `words.COLLECTORS`, or not stated.
        frequency: how often it is there, as written; may be empty.
        levies: what it levies, of `presets.visits.LEVIED`.
        flags: doubts about it.
    """

    slot: int
    name: str
    family: str
    frequency: str
    levies: tuple[str, ...]
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True)
class Day:
    """When a visit was: its first and last possible day, and the date as it is kept."""

    first: dt.date
    last: dt.date
    text: str
    precision: int


@dataclass(frozen=True)
class Visit:
    """A visit that can be used; text is empty where the source says nothing.

    `presence`, `interference`, `taxed` and `onsite` are `yes`, `no` or not stated.
    `seen` tells whether those who report it were there themselves.
    """

    record: int
    id: str
    site: str
    name: str
    lat: float
    lon: float
    origin: str
    territory: str
    province: str
    day: Day
    written_date: str
    workers: int | None
    minerals: tuple[Mineral | str, ...]
    presence: str
    interference: str
    taxed: str
    onsite: str
    hindrance: str
    seen: bool
    visited_by: str
    project: str
    groups: tuple[Group, ...]
    flags: tuple[Flag, ...] = field(default=())
