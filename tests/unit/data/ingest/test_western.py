"""Windows-1252 and Latin-1, told by the words that their bytes make."""

from __future__ import annotations

import pytest

from data.errors import UnreadableFileError
from data.ingest.sniff import HEAD, sniff
from data.ingest.western import is_western

FRENCH = ("date,lieu,récit\n2019-03-07,Ségou,L’armée a été attaquée à Ménaka – où ? « là »\n"
          "2019-03-08,Kayes,À l’été ; cœur\n")


@pytest.fixture
def told(tmp_path):
    def tell(data: bytes) -> bool:
        (tmp_path / "x.csv").write_bytes(data)
        return is_western(tmp_path / "x.csv")

    return tell


def test_french_in_windows_1252_is_read_and_said(tmp_path):
    (tmp_path / "x.csv").write_bytes(FRENCH.encode("cp1252"))
    found = sniff(tmp_path / "x.csv")
    assert (found.encoding, found.guessed) == ("cp1252", True)
    assert not sniff(tmp_path / "x.csv", "latin-1").guessed


@pytest.mark.parametrize(("text", "encoding"), [
    ("a,b\nSégou,1\n", "latin-1"), ("a,b\nla région,1\n", "cp1252"), ("a,b\ndon’t,1\n", "cp1252"),
    ("a,b\nlocalité à côté,1\n", "latin-1"), ("a,b\nMünchen,ÉTÉ\n", "latin-1"),
])
def test_words_of_western_languages_tell(told, text, encoding):
    assert told(text.encode(encoding))


@pytest.mark.parametrize("encoding", ["utf-8", "mac_roman", "cp850", "cp437", "utf-16-le", "ascii"])
def test_french_in_other_encodings_is_not_taken_for_it(told, encoding):
    assert not told(FRENCH.encode(encoding, errors="replace"))


@pytest.mark.parametrize(("text", "encoding"), [
    ("бой у села Берег", "cp1251"), ("бой у села Берег", "koi8-r"), ("خطف في قرية", "cp1256"),
    ("μάχη στο χωριό", "cp1253"), ("Łódź, żółć, gęś", "cp1250"), ("村で戦い", "shift_jis"),
])
def test_other_scripts_are_not_taken_for_it(told, text, encoding):
    assert not told(f"a,b\n{text},1\n".encode(encoding))


@pytest.mark.parametrize("data", [
    b"a,b\n\xe9,1\n", b"a,b\nx\x81y,1\n", "a,b\nSégou,1\n".encode() + b"S\xe9gou,2\n",
    b"a,b\n\xe9 \xe9 \xe9 \xe9 S\xe9gou\n",
])
def test_what_cannot_be_told_is_not_guessed(tmp_path, told, data):
    assert not told(data)
    with pytest.raises(UnreadableFileError, match=r"not UTF-8.* --encoding"):
        sniff(tmp_path / "x.csv")


def test_the_whole_file_decides(tmp_path):
    (tmp_path / "x.csv").write_bytes(b"a,b\n" + b"x,1\n" * HEAD + "Ségou,1\n".encode("cp1252"))
    assert sniff(tmp_path / "x.csv").encoding == "cp1252"
