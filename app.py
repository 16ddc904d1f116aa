"""Illicit Economies Atlas: the page, and the command line."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from types import ModuleType
from typing import TYPE_CHECKING

from data import settings as configuration
from data.commands.wording import FORMATTERS, spoken, usage
from data.errors import AtlasError, wrong_value
from data.i18n import msg
from data.settings import Settings
from data.store import Store

if TYPE_CHECKING:
    from dash import Dash

VERBS: dict[str, str] = {
    "serve": "data.commands.serve",
    "import": "data.commands.imports",
    "evidence": "data.commands.evidence",
    "boundaries": "data.commands.boundaries",
    "population": "data.commands.population",
    "gazetteer": "data.commands.gazetteer",
    "flags": "data.commands.flags",
    "rejects": "data.commands.rejected",
    "history": "data.commands.history",
    "links": "data.commands.links",
    "link": "data.commands.link",
    "stats": "data.commands.stats",
    "profile": "data.commands.profile",
    "hexes": "data.commands.hexes",
    "export": "layers.commands.export",
    "reproduce": "layers.commands.reproduce",
    "check": "data.commands.check",
    "snapshots": "data.commands.snapshots",
    "undo": "data.commands.undo",
}
"""Verbs and their modules, imported when named, so that a verb does not wait for the page."""


def create_app(settings: Settings, store: Store) -> Dash:
    """Build the page over a store; the WSGI application is its `.server`."""
    from callbacks.application import create  # noqa: PLC0415 - only the page needs Dash

    return create(settings, store)


def main(argv: Sequence[str] | None = None) -> int:
    """Run a verb and return its exit status: 0 done, 1 nothing usable, 2 wrong usage."""
    arguments = _joined(list(sys.argv[1:] if argv is None else argv))
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    language = "en"
    try:
        settings = configuration.load()
        language = settings.language
        return _run(arguments, settings)
    except AtlasError as error:
        print(error.render(language), file=sys.stderr)
        return error.exit_status
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader has gone; say nothing more, not even at interpreter exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        # A full disk, a file that vanished, a folder without rights: the system's own words.
        print(msg("{file}: {why}.", file=error.filename or "app.py", why=error.strerror or "")
              .render(language), file=sys.stderr)
        return 1


def _run(arguments: list[str], settings: Settings) -> int:
    language = settings.language
    if arguments[:1] in (["-h"], ["--help"]):
        print(_overview(language))
        return 0
    named = arguments[0] if arguments and not arguments[0].startswith("-") else "serve"
    if named not in VERBS:
        print(_overview(language), file=sys.stderr)
        raise wrong_value("app.py", named, msg("the verbs are {verbs}", verbs=", ".join(VERBS)))
    rest = arguments[1:] if arguments[:1] == [named] else arguments
    module = importlib.import_module(VERBS[named])
    with spoken(language):
        args = _parser(named, module, language).parse_intermixed_args(rest)
    if named == "serve":
        return _serve(args, settings)
    return int(module.run(args, settings))


def _parser(name: str, module: ModuleType, language: str) -> argparse.ArgumentParser:
    summary = module.summary.render(language)
    parser = argparse.ArgumentParser(
        prog=f"app.py {name}", description=f"{summary[:1].upper()}{summary[1:]}.",
        formatter_class=FORMATTERS[language])
    module.arguments(parser, language)
    parser.usage = usage(parser, language)
    return parser


def _overview(language: str) -> str:
    title = msg("Illicit Economies Atlas: where illicit economies are, and what makes places "
                "vulnerable or resilient to them.").render(language)
    usage = msg("usage: app.py VERB [options]; app.py VERB --help tells more.").render(language)
    lines = [usage, "", title, ""]
    for name, path in VERBS.items():
        summary = importlib.import_module(path).summary.render(language)
        lines.append(f"  {name:<10} {summary}")
    return "\n".join(lines)


def _joined(arguments: list[str]) -> list[str]:
    """Join an option to its value, which would be taken for an option where it starts with −."""
    joined: list[str] = []
    words = iter(arguments)
    for word in words:
        value = next(words, None) if word in ("--bbox", "--view") else None
        joined.append(word if value is None else f"{word}={value}")
    return joined


def _serve(args: argparse.Namespace, settings: Settings) -> int:
    from waitress import serve  # noqa: PLC0415 - the other verbs serve nothing

    from data.commands.serve import largest_request, require_loopback  # noqa: PLC0415

    require_loopback(args.host)
    store = _store_to_show(args, settings)
    application = create_app(settings, store)
    address = f"http://{args.host}:{args.port}/"
    print(msg("The map is at {address} (Ctrl+C ends it).", address=address)
          .render(settings.language), file=sys.stderr, flush=True)
    try:
        serve(application.server, host=args.host, port=args.port, threads=8, ident=None,
              max_request_body_size=largest_request(settings.upload_mb))
    except OSError as error:
        raise AtlasError(msg("Port {port} cannot be used ({why}); choose another with --port.",
                             port=str(args.port), why=error.strerror or "")) from error
    return 0


def _store_to_show(args: argparse.Namespace, settings: Settings) -> Store:
    """Choose the store: the one named, else the user's, else the demonstration's."""
    if args.store and not args.demo:
        return Store(args.store, settings.snapshots_kept)
    own = Store(settings.store, settings.snapshots_kept)
    if own.current_id() and not args.demo:
        return own
    from data.demo.store import ensure  # noqa: PLC0415 - built only where it is shown

    return ensure(settings)


if __name__ == "__main__":
    sys.exit(main())
