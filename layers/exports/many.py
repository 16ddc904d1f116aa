"""Several sheets asked for at once: what each of them shows."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar, Literal

Step = Literal["month", "quarter", "year"]
Window = tuple[dt.date, dt.date]
"""First and last day, both included."""


@dataclass(frozen=True)
class Atlas:
    """One sheet a unit of a level: 0 for countries, 1 and 2 for units; those with any record."""

    level: int = 1
    option: ClassVar[str] = "--atlas"

    @property
    def value(self) -> str:
        """The level as it is written: `admin1`."""
        return f"admin{self.level}"


@dataclass(frozen=True)
class Series:
    """One sheet a step of time, with the same classes and the same view throughout."""

    step: Step = "year"
    option: ClassVar[str] = "--series"

    @property
    def value(self) -> str:
        """The step as it is written."""
        return self.step


@dataclass(frozen=True)
class Compare:
    """Two windows and their difference."""

    first: Window
    second: Window
    option: ClassVar[str] = "--compare"

    @property
    def value(self) -> str:
        """Both windows as they are written: `FROM..TO,FROM..TO`."""
        return ",".join(f"{start}..{end}" for start, end in (self.first, self.second))


@dataclass(frozen=True)
class Brief:
    """Two pages on one region: profile, map, ledger, factors, sources; its id or name."""

    region: str
    option: ClassVar[str] = "--brief"

    @property
    def value(self) -> str:
        """The region as it was named."""
        return self.region


Many = Atlas | Series | Compare | Brief
