"""What stands on a sheet beside the map, each piece in a file of its own."""
