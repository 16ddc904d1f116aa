"""`app.py serve`: the options of the page; `app.py` itself starts it."""

from __future__ import annotations

import argparse
import ipaddress

from data.commands import common
from data.errors import UsageError
from data.i18n import msg

NAME = "serve"
MEGABYTE = 1_000_000
PART = 16_000_000
"""The most bytes of a file that one request may bring."""
LEAST = 2_000_000
MARGIN = 100_000
"""Bytes of a request beside a part of a file: choices, and what a selection says."""
summary = msg("show the map on this machine (the default)")


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the options."""
    parser.add_argument("--host", default="127.0.0.1",
                        help=msg("address to listen on; loopback only").render(language))
    parser.add_argument("--port", type=port, default=8050, metavar="PORT",
                        help=msg("port to listen on (default: 8050)").render(language))
    common.add_store(parser, language)
    parser.add_argument("--demo", action="store_true", help=msg(
        "show the synthetic demonstration data, also where there is a store").render(language))


def port(text: str) -> int:
    """Read a port; raises `ArgumentTypeError`, which argparse turns into wrong usage."""
    if not (text.isdecimal() and 0 < int(text) < 65536):
        raise argparse.ArgumentTypeError(f"“{text}” is not a port, from 1 to 65535")
    return int(text)


def largest_request(upload_mb: int) -> int:
    """Return the most bytes that a request may have.

    Files come in parts of at most `PART`; a setting below that is the most that all of them
    together may have. Other requests, such as a table of rules, need `LEAST` at all events.
    """
    return max(LEAST, min(PART, upload_mb * MEGABYTE)) + MARGIN


def require_loopback(host: str) -> None:
    """Refuse an address that others could reach; raises `UsageError`."""
    try:
        local = host == "localhost" or ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        local = False
    if not local:
        raise UsageError(msg(
            "The page is served to this machine only (127.0.0.1), not to {host}: access control "
            "is not there yet, and who may see what is not for everyone.", host=host))
