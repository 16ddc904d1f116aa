"""Slides and documents: the pages of an export with native titles, tables and charts."""
