"""Marks on paper: the same drawing as on the page, by GeoPandas and matplotlib."""
