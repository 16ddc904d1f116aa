"""`app.py check`: whether the store holds what it promises."""

from __future__ import annotations

import argparse

from data.commands import common
from data.health import Finding, examine
from data.i18n import msg
from data.settings import Settings

NAME = "check"
summary = msg("examine the store; exit status 1 where something is wrong")


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the options."""
    common.add_store(parser, language)
    common.add_json(parser, language)


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Examine the store in force."""
    findings = examine(common.store(args, settings))
    good = all(finding.good for finding in findings)
    if args.json:
        common.print_json({"ok": good, "checks": [_as_json(f, settings) for f in findings]})
    else:
        for finding in findings:
            sign = "✓" if finding.good else "✗"
            detail = f" ({finding.detail})" if finding.detail else ""
            print(f"{sign} {finding.says.render(settings.language)}{detail}")
    return 0 if good else 1


def _as_json(finding: Finding, settings: Settings) -> dict[str, object]:
    return {"check": finding.name, "ok": finding.good, "detail": finding.detail,
            "says": finding.says.render(settings.language)}
