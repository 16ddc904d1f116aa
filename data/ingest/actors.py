"""Several actors in one field: `name (role); name (role)`."""

from __future__ import annotations

import re
from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

from data.model import ROLES, SCHEMA

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


def once(actors: Sequence[dict[str, str]]) -> list[dict[str, str]]:
    """Keep each actor where it comes first."""
    return [actor for i, actor in enumerate(actors) if actor not in actors[:i]]


def once_each(actors: ir.ArrayColumn) -> ir.ArrayColumn:
    """Do as `once` in every row of a column."""
    first = actors.filter(lambda actor, i: actors.index(actor) == i).cast(SCHEMA["actors"])
    return ibis.ifelse(actors.unique().length() < actors.length(), first, actors)


def write_actors(actors: list[dict[str, str]] | None) -> str:
    """Write actors so that `parse_actors` reads them back."""
    return "; ".join(f"{a['name'].replace(';', ',')} ({a['role']})" for a in actors or [])
