"""Visits to sites: one row a visit becomes a site, the visit, and the levies found there."""
