"""The profile of a region as a page that prints, and in short in the details panel."""
