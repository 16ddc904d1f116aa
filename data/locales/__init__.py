"""The catalogues, and what keeps them in step with the code."""
