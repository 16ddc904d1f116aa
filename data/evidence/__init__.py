"""The evidence base: cited claims in small tables, and what users add to them."""
