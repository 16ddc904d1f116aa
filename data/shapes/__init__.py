"""Areas that a person draws, types, imports or picks, and what lies in them."""
