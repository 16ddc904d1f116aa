"""Several sheets at once: an atlas, a series, a comparison, a brief on a region."""
