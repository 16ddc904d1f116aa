"""Several actors in one field: `name (role); name (role)`."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

from data.model import ROLES, SCHEMA

_ACTOR = re.compile(rf"(.+?)\s*\(({'|'.join(ROLES)})\)", re.S)


def parse_actors(text: str) -> list[dict[str, str]]:
    """Read `name (role); name (role)`; an actor without a role is a party.

    A list of objects, as files that hold lists give it, is read as it is.
    """
    if listed := objects(text):
        return [{"name": one["name"], "role": one["role"] if one.get("role") in ROLES else "party"}
                for one in listed if one.get("name")]
    actors = []
    for part in text.split(";"):
        if name := part.strip():
            match = _ACTOR.fullmatch(name)
            actors.append({"name": match[1], "role": match[2]} if match
                          else {"name": name, "role": "party"})
    return actors


def objects(text: str) -> list[dict[str, str]]:
    """Read a JSON list of objects whose values are text or nothing; empty for anything else."""
    if not text.lstrip().startswith("[{"):
        return []
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return []
    whole = all(isinstance(one, dict) and all(isinstance(value, str | None)
                for value in one.values()) for one in found)
    return found if whole else []


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
