"""Exports from the page: a panel with a true preview, progress, a cancel, and the file."""
