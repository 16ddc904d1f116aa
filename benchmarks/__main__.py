"""Run the benchmarks: all of them, or those named."""

from __future__ import annotations

import importlib
import sys

BENCHMARKS = ("importing", "first_visit", "gazetteer", "classification", "linkage",
              "clock", "sheet", "atlas")


def main() -> int:
    """Run each benchmark and print its table; exit status 2 for a name that is none."""
    unknown = [name for name in sys.argv[1:] if name not in BENCHMARKS]
    if unknown:
        print(f"There is no benchmark {', '.join(unknown)}; there are {', '.join(BENCHMARKS)}. "
              "One with options of its own runs as python -m benchmarks.NAME.", file=sys.stderr)
        return 2
    for name in sys.argv[1:] or BENCHMARKS:
        print(f"\n## {name}\n", flush=True)
        importlib.import_module(f"benchmarks.{name}").main()
    return 0


if __name__ == "__main__":
    sys.exit(main())
