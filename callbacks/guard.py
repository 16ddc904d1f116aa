"""Requests that change something come from our own pages alone.

The server has no accounts: whoever reaches it may use it, and it listens on this machine.
A page of somebody else that is open in the same browser reaches it too, so each request
that is not a mere question must show that one of our scripts made it.
"""

from __future__ import annotations

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


def register(server: Flask, context: Context) -> None:
    """Refuse, before anything of it is done, what does not come from our own pages."""

    @server.before_request
    def guarded() -> Response | None:
        if request.method in QUESTIONS or request.path.startswith(CALLBACKS):
            return None
        why = refusal(request)
        if why is None:
            return None
        answer = jsonify({"message": why.render(of_request(context.settings))})
        answer.status_code = REFUSED
        return answer


def refusal(asked: Request) -> Message | None:
    """Return why a request that would change something is refused, None where it is ours."""
    site = asked.headers.get("Sec-Fetch-Site", "same-origin")
    origin = asked.headers.get("Origin")
    elsewhere = origin is not None and urlsplit(origin).netloc != asked.host
    if site != "same-origin" or elsewhere or HEADER not in asked.headers:
        return msg("This was asked by another site, or by a program that does not say “{header}”; "
                   "nothing was changed. Use the page itself.", header=HEADER)
    return None
