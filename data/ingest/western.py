"""Whether text that is not UTF-8 can be told to be Windows-1252, of which Latin-1 is a part.

Its accented letters stand inside words, as French writes them; the same bytes in another
encoding would put signs there that no word has, and the other way round.
"""

from __future__ import annotations

import codecs
import re
from pathlib import Path

BLOCK = 1 << 20
LETTERS = "àâäáãåæçèéêëìíîïñòóôöõøœùúûüýÿß"
MARKS = "‘’“”«»–—…•°€£§·©®ªº¿¡×\u00a0"
ACCENTED = LETTERS + LETTERS.upper().replace("SS", "")
WESTERN = frozenset((ACCENTED + MARKS).encode("cp1252"))
"""Bytes above ASCII that western languages and their keyboards write."""

_HIGH = re.compile(rb"[\x80-\xff]")
_UTF8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}")
"""Characters in UTF-8: a file that holds some, and bytes that are none, mixes encodings."""
_ACCENT = f"[{ACCENTED}]".encode("cp1252")
_IN_WORD = re.compile(rb"(?<=[A-Za-z])%s|%s(?=[A-Za-z])" % (_ACCENT, _ACCENT))
"""Beside a plain letter: words of nothing but such bytes are Cyrillic, Arabic or Greek."""
_ALONE = re.compile(rb"(?<![^\s,;\t|\"])[\xe0\xc0](?=\s)")
"""The French “à”, the one accented letter that is a word."""
_APOSTROPHE = re.compile(rb"(?<=[A-Za-z])\x92(?=[A-Za-z])")
_ANY_ACCENT = re.compile(_ACCENT)


def is_western(path: Path) -> bool:
    """Tell whether a file is not UTF-8, and its bytes make words in Windows-1252."""
    return not _is_utf8(path) and _makes_words(path)


def _is_utf8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with path.open("rb") as source:
            while block := source.read(BLOCK):
                decoder.decode(block)
            decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _makes_words(path: Path) -> bool:
    accents = inside = apostrophes = 0
    with path.open("rb") as source:
        # A line at a time would let a file of one line fill the memory.
        while block := source.read(BLOCK):
            if not set(_HIGH.findall(block)) <= {bytes([b]) for b in WESTERN}:
                return False
            if _UTF8.search(block):
                return False
            accents += len(_ANY_ACCENT.findall(block))
            inside += len(_IN_WORD.findall(block)) + len(_ALONE.findall(block))
            apostrophes += len(_APOSTROPHE.findall(block))
    return bool(inside or apostrophes) and inside * 20 >= accents * 19
