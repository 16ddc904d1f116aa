"""From a person's action to an update."""
