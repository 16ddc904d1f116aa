"""Selections turned into Ibis expressions; pure, so that any engine can run them."""
