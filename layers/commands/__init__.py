"""Verbs that draw: they may know layers, which `data.commands` may not."""
