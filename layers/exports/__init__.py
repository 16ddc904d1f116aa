"""What leaves the building: every form of export, from one description to its files."""
