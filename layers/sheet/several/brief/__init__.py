"""A brief on a region: two pages of what its profile tells, with a map."""
