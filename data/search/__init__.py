"""What a word that a person types may mean: a place, a unit, a country, an actor."""
