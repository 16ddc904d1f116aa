"""Many paths in two arrays, as deck.gl and the wire take them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt


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
