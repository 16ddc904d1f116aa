"""Names of files from titles in any script."""

from __future__ import annotations

import pytest

from callbacks.export.names import file_name
from layers.exports.export import Export
from layers.exports.many import Atlas, Brief


@pytest.mark.parametrize(("title", "name"), [
    ("Mali · Cattle theft 2024", "mali-cattle-theft-2024.pdf"),
    ("Œuvres d’art : où ?", "oeuvres-d-art-ou.pdf"),
    ("L'or qu’on taxe aujourd’hui", "l-or-qu-on-taxe-aujourdhui.pdf"),
    ("The region’s gold", "the-regions-gold.pdf"),
    ("../../etc/passwd\\x", "etc-passwd-x.pdf"),
    ("مالي", "atlas.pdf"),
    ("", "atlas.pdf"),
    ("a " * 200, "-".join("a" * 40) + ".pdf"),
])
def test_a_title_becomes_a_name_that_every_disk_takes(title, name):
    assert file_name(title, Export("pdf")) == name


def test_a_name_ends_as_the_file_does():
    assert file_name("Gao", Export("csv")) == "gao.zip"
    assert file_name("Gao", Export("png")) == "gao.png"
    assert file_name("Mali", Export("png", many=Atlas(1))) == "mali-admin1.zip"
    assert file_name("Mali", Export("pdf", many=Brief("ML-7"))) == "mali-ml-7.pdf"
