"""`app.py serve`: the options of the page; `app.py` itself starts it."""

from __future__ import annotations

import argparse
import ipaddress

from data.commands import common
from data.errors import UsageError
from data.i18n import msg

NAME = "serve"
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
