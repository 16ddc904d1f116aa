"""Many paths in two arrays, as deck.gl and the wire take them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Paths:
    """Vertices one path after another, and where each path starts.

    Attributes:
        vertices: lon, lat in degrees, shape (n, 2), float32.
        starts: index of each path's first vertex and, last, n; shape (paths + 1,), uint32.
    """

    vertices: npt.NDArray[np.float32]
    starts: npt.NDArray[np.uint32]

    @classmethod
    def empty(cls) -> Paths:
        """No path at all."""
        return cls(np.empty((0, 2), np.float32), np.zeros(1, np.uint32))

    @classmethod
    def of(cls, lines: list[npt.NDArray[np.float64]]) -> Paths:
        """Lay coordinates, each of shape (m, 2) or (m, 3), one after another."""
        if not lines:
            return cls.empty()
        starts = np.zeros(len(lines) + 1, np.uint32)
        np.cumsum([len(line) for line in lines], out=starts[1:])
        return cls(np.concatenate([line[:, :2] for line in lines]).astype(np.float32), starts)

    def columns(self, prefix: str = "") -> dict[str, npt.NDArray[Any]]:
        """Return the wire's columns: `<prefix>vertices` interleaved and `<prefix>starts`."""
        return {
            f"{prefix}vertices": self.vertices.reshape(-1),
            f"{prefix}starts": self.starts,
        }

    def __len__(self) -> int:
        return len(self.starts) - 1


def arc(ends: npt.NDArray[np.float64], bend: float = 0.18, steps: int = 24) -> Floats:
    """Bend the straight line between two points to one side, so that returns stay apart.

    Args:
        ends: lon, lat of both, degrees, shape (2, 2).
        bend: height of the arc as a share of its length.
        steps: pieces that it is drawn of.

    Returns:
        Points of a quadratic curve, shape (steps + 1, 2).
    """
    a, b = ends[0], ends[-1]
    along = b - a
    top = (a + b) / 2 + 2 * bend * np.array([-along[1], along[0]])
    t = np.linspace(0.0, 1.0, steps + 1)[:, None]
    curve: Floats = (1 - t) ** 2 * a + 2 * (1 - t) * t * top + t**2 * b
    return curve
