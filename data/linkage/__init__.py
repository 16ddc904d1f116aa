"""Records of different sources that may tell of one event: found, scored, joined by a person."""
