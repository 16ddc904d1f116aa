"""The sentences of each part of the page that comes when it is first used.

One module a part, named as the part is (`assets/js/later/<name>.js`), with `WORDS` and,
where sentences change with a number, `COUNTED`; they travel with the part's script.
"""

from __future__ import annotations

import json
import pkgutil
from importlib import import_module

from callbacks.words import rendered


def parts() -> tuple[str, ...]:
    """Return the names of the parts that say anything."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def of(part: str, language: str) -> dict[str, str]:
    """Return a part's sentences by their key, gaps left for the browser; empty if it has none."""
    if part not in parts():
        return {}
    module = import_module(f"{__name__}.{part}")
    return rendered(module.WORDS, getattr(module, "COUNTED", {}), language)


def script(part: str, language: str) -> bytes:
    """Return the line of JavaScript that hands a part's sentences over, or nothing."""
    said = of(part, language)
    line = f"window.atlas.words.add({json.dumps(said, sort_keys=True)});\n" if said else ""
    return line.encode()
