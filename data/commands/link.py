"""`app.py link`: a person's verdict on a pair of records."""

from __future__ import annotations

import argparse

from data.commands import common
from data.i18n import msg
from data.linkage.decide import Verdict, decide
from data.linkage.schema import DIFFERENT, SAME, VERDICTS
from data.settings import Settings

NAME = "link"
summary = msg("say that two records tell of one event, or that they do not")


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the options."""
    add = common.adder(parser.add_argument, language)
    add("one", msg("identity of a record, as `app.py links` writes it"), metavar="ID_A")
    add("other", msg("identity of the other"), metavar="ID_B")
    add("--different", msg("they are different events"), action="store_true")
    add("--by", msg("who decides, as a role; no name is needed"), metavar="ROLE", default="")
    add("--note", msg("why"), metavar="TEXT", default="")
    common.add_store(parser, language)
    common.add_json(parser, language)


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Record the verdict as a new snapshot, and say so."""
    verdict = Verdict(args.one, args.other, not args.different, args.by.strip(),
                      args.note.strip())
    snapshot = decide(common.store(args, settings), verdict)
    said = SAME if verdict.same else DIFFERENT
    if args.json:
        common.print_json({"incident_id_a": min(verdict.one, verdict.other),
                           "incident_id_b": max(verdict.one, verdict.other),
                           "verdict": said, "snapshot": snapshot})
        return 0
    common.say(msg("{a} and {b}: {verdict}. Recorded in snapshot {name}; `app.py undo` takes it "
                   "back.", a=verdict.one, b=verdict.other, verdict=VERDICTS[said],
                   name=snapshot), settings)
    return 0
