"""The command line's verbs that need only data; one module a verb.

Each module offers `NAME`, `summary` (what `--help` says), `arguments(parser)` and
`run(args, settings) -> exit status`.
"""
