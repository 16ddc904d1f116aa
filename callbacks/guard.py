"""Requests that change something come from our own pages alone, and nobody borrows our name.

The server has no accounts: whoever reaches it may use it, and it listens on this machine.
A page of somebody else that is open in the same browser reaches it too, so each request
that is not a mere question must show that one of our scripts made it. A site whose name is
made to point at this machine would be taken for us by the browser, and could read what it
likes; so nothing at all is answered under a name that is not this machine's.
"""

from __future__ import annotations

import ipaddress
from typing import Any
from urllib.parse import urlsplit

from flask import Flask, Request, Response, jsonify, request

from callbacks.context import Context
from callbacks.language import of_request
from data.i18n import Message, msg

HEADER = "X-Atlas"
"""Sent by our scripts with any value. Another site cannot send it without asking first, by
a preflight request that this server never grants."""
QUESTIONS = frozenset({"GET", "HEAD", "OPTIONS"})
CALLBACKS = "/_dash-"
"""Dash's own addresses: its callbacks answer questions and change nothing."""
REFUSED = 403
MISDIRECTED = 421
ALONE = "frame-ancestors 'none'"
"""Said of every page: inside another site's page a click could be led onto our buttons."""


def register(server: Flask, context: Context) -> None:
    """Refuse, before anything of it is done, what does not come from our own pages."""

    @server.before_request
    def guarded() -> Response | None:
        if not is_here(request.host):
            return _refused(MISDIRECTED, msg(
                "The atlas answers under the names of this machine alone, such as 127.0.0.1 or "
                "localhost, and not as “{host}”.", host=request.host))
        if request.method in QUESTIONS or request.path.startswith(CALLBACKS):
            return None
        why = refusal(request)
        return None if why is None else _refused(REFUSED, why)

    @server.after_request
    def framed(response: Response) -> Response:
        response.headers.setdefault("Content-Security-Policy", ALONE)
        return response

    def _refused(status: int, why: Message) -> Response:
        answer = jsonify({"message": why.render(of_request(context.settings))})
        answer.status_code = status
        return answer


def is_here(host: str) -> bool:
    """Say whether a name, with or without a port, can only mean this machine."""
    try:
        name = (urlsplit(f"//{host}").hostname or "").rstrip(".")
        return (name == "localhost" or name.endswith(".localhost")
                or ipaddress.ip_address(name).is_loopback)
    except ValueError:
        return False


def sent_json(asked: Request) -> Any:
    """Return what a request brings as JSON; None where it is none, or too deep to be ours."""
    try:
        return asked.get_json(silent=True)
    except RecursionError:
        return None


def refusal(asked: Request) -> Message | None:
    """Return why a request that would change something is refused, None where it is ours."""
    site = asked.headers.get("Sec-Fetch-Site", "same-origin")
    origin = asked.headers.get("Origin")
    elsewhere = origin is not None and urlsplit(origin).netloc != asked.host
    if site != "same-origin" or elsewhere or HEADER not in asked.headers:
        return msg("This was asked by another site, or by a program that does not say “{header}”; "
                   "nothing was changed. Use the page itself.", header=HEADER)
    return None
