"""The parts of an office file, looked at without the libraries that wrote it."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter
from xml.etree import ElementTree

RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
NEVER = (1980, 1, 1, 0, 0, 0)


def held(content):
    """Return a file's parts by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def faults(content):
    """Return what an office program would have to repair."""
    parts = held(content)
    typed = ElementTree.fromstring(parts["[Content_Types].xml"])
    found = [f"{name}: no type" for name in parts if not _typed(name, typed)]
    reached = {"[Content_Types].xml"}
    for name, inside in parts.items():
        if not name.endswith((".xml", ".rels")):
            continue
        root = ElementTree.fromstring(inside)
        if name.endswith(".rels"):
            reached.add(name)
            targets = [one for one in root if one.get("TargetMode") != "External"]
            folder = posixpath.dirname(posixpath.dirname(name))
            for one in targets:
                path = posixpath.normpath(posixpath.join("/" + folder, one.get("Target")))[1:]
                reached.add(path)
                if path not in parts:
                    found.append(f"{name}: {path} is not there")
            continue
        found += _identities(name, root) + _relations(name, root, parts)
    return found + [f"{name}: nothing leads to it" for name in set(parts) - reached]


def _typed(name, typed):
    ends = {one.get("Extension") for one in typed}
    named = {one.get("PartName") for one in typed}
    return name == "[Content_Types].xml" or f"/{name}" in named or name.rpartition(".")[2] in ends


def _identities(name, root):
    """Shapes of a slide and pictures of a document have an id each."""
    ids = Counter(one.get("id") for one in root.iter()
                  if one.tag.endswith(("presentationml/2006/main}cNvPr", "}docPr")))
    return [f"{name}: the id {id} stands {n} times" for id, n in ids.items() if n > 1]


def _relations(name, root, parts):
    used = {value for one in root.iter() for key, value in one.attrib.items()
            if key.startswith(RELATED) and value}
    folder, _, file = name.rpartition("/")
    relations = parts.get(f"{folder}/_rels/{file}.rels")
    known = {one.get("Id") for one in ElementTree.fromstring(relations)} if relations else set()
    return [f"{name}: {id} leads nowhere" for id in used - known]


def moments(content):
    """Return every moment that a file and the workbooks in it tell."""
    found = set()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        found |= {one.date_time for one in archive.infolist()}
    for name, inside in held(content).items():
        if name.endswith("core.xml"):
            found |= set(re.findall(rb"\d{4}-\d\d-\d\dT[^<]*", inside))
        if name.endswith(".xlsx"):
            found |= moments(inside)
    return found
