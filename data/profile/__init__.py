"""What is known of a country, a unit or an area: one set of numbers and claims, in no language."""
