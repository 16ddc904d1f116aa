"""Rebuilds the committed reference tables from packages; run as `python -m data.reference.build`.

Nothing here is imported by the application.
"""
