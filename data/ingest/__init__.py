"""From a file to incidents: read, map, validate, locate, publish."""
