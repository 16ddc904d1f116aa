"""Spellings of place names: what a source wrote, reduced to what tells two places apart.

A name has a plain form (lower case, no accents, no punctuation) and a sound (particles gone,
French, English and Arabic ways to write one sound made alike). Two names of one plain form are
written alike; two of one sound may be one name in two hands.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_UNITS = (
    "regions?|cercles?|provinces?|districts?|departements?|departments?|prefectures?|"
    "sous prefectures?|wilayas?|gouvernorats?|governorates?|states?|etats?|count(?:y|ies)|"
    "zones?|communes?|arrondissements?|municipalit(?:y|ies)"
)
_OF = r"(?:of|de la|de|du|des|d|l)"
_A_UNIT = re.compile(rf"^(?:(?:the|la|le|l) )?(?:{_UNITS}) (?:{_OF} )?|\b (?:{_UNITS})$")
_BETWEEN = re.compile(
    r"^(?:entre|between|axe|route|road|troncon|highway|frontiere|border|foret|forest) |"
    r" (?:road|highway|border|axis|forest)$")
_POINTS = r"(?:north|south|east|west|nord|sud|est|ouest)"
_AWAY = re.compile(
    r"^(?:(?:a|at|about|environ|some) )*(\d+) ?(?:km|kms|kilometres?|kilometers?) "
    rf"(?:(?:au |a l )?{_POINTS}(?: ?{_POINTS})* )?(?:of|from|de la|de|du|d) ")
_SIDE = re.compile(rf"^(?:(?:the|le|l|au|a l) )?{_POINTS}(?: ?{_POINTS})* (?:of|de la|de|du|d) ")
_NEAR = re.compile(
    r"^(?:(?:near|close to|outside|around|(?:the )?vicinity of|(?:aux )?(?:environs|alentours) de|"
    r"(?:non loin|pres|proche|autour|a cote|a proximite) d[eu]?|vers) (?:l )?)")
_KIND = re.compile(
    r"^(?:(?:the|le|la|l) )?(?:village|ville|town|city|localite|hameau|hamlet|quartier)"
    r"(?: of| de la| de| du| des| d)? (?=\w)|"
    r"(?<=\w) (?:village|ville|town|city|localite)$")
_PARTICLES = frozenset({"of", "the", "de", "du", "des", "d", "la", "le", "les", "l", "el", "al",
                        "ul"})
_SAINT = {"saint": "st", "sainte": "st", "ste": "st"}

_SOUNDS = (
    (re.compile(r"ph"), "f"), (re.compile(r"ou|oo|w"), "u"), (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"tch"), "c"),
    (re.compile(r"sh|ch"), "x"), (re.compile(r"gn|ni(?=[aeiou])"), "ny"),
    (re.compile(r"dj|dy(?=[aeiou])|di(?=[aou])"), "j"), (re.compile(r"gu(?=[ei])"), "g"),
    (re.compile(r"qu(?=[ei])|q|kh|ck|c(?![ei])"), "k"), (re.compile(r"c(?=[ei])"), "s"),
    (re.compile(r"h"), ""), (re.compile(r"y"), "i"), (re.compile(r"(?<=\w{3})vile$"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)
"""Ways to write a sound and the one that stands for them all, in the order of their use."""

FARTHEST_KM = 25
"""What `where_precision` 2 spans; a place said to be farther from a town is not at it."""


@dataclass(frozen=True)
class Said:
    """What a source's words for a place name, and whether they say near it and not at it."""

    name: str
    near: bool = False


@lru_cache(maxsize=1 << 16)
def plain(text: str) -> str:
    """Return words in lower case without accents or punctuation, a space between two."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.casefold())
                   if not unicodedata.combining(c))
    return " ".join(re.findall(r"[^\W_]+", bare))


@lru_cache(maxsize=1 << 16)
def sound(text: str) -> str:
    """Return the letters that stand for how a name is spoken, whatever its spelling."""
    words = [_SAINT.get(word, word) for word in plain(text).split()]
    said = "".join([word for word in words if word not in _PARTICLES] or words)
    for written, stands in _SOUNDS:
        said = written.sub(stands, said)
    return said


def read(text: str) -> Said | None:
    """Return the name of the place that words say; None where they name no single place.

    Words for a whole unit ("cercle d’Ansongo"), for what lies between two places, and for
    what lies more than 25 km from one, name none.
    """
    words = plain(re.sub(r"\([^()]*\)", " ", text).partition(",")[0]) or plain(text)
    if not words or any(vague.search(words) for vague in (_A_UNIT, _BETWEEN, _SIDE)):
        return None
    away = _AWAY.match(words)
    if away and int(away[1]) > FARTHEST_KM:
        return None
    name = words[away.end():] if away else words
    beside = _NEAR.match(name)
    name = _KIND.sub("", name[beside.end():] if beside else name).strip()
    return Said(name, bool(away or beside)) if name and not name.isdigit() else None
