"""From an event to its kind: a visible table of rules over codes and words."""
