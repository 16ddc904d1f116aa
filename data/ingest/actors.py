"""Several actors in one field: `name (role); name (role)`."""

from __future__ import annotations

import re

from data.model import ROLES

_ACTOR = re.compile(rf"(.+?)\s*\(({'|'.join(ROLES)})\)", re.S)


def parse_actors(text: str) -> list[dict[str, str]]:
    """Read `name (role); name (role)`; an actor without a role is a party."""
    actors = []
    for part in text.split(";"):
        if name := part.strip():
            match = _ACTOR.fullmatch(name)
            actors.append({"name": match[1], "role": match[2]} if match
                          else {"name": name, "role": "party"})
    return actors


def write_actors(actors: list[dict[str, str]] | None) -> str:
    """Write actors so that `parse_actors` reads them back."""
    return "; ".join(f"{a['name'].replace(';', ',')} ({a['role']})" for a in actors or [])
