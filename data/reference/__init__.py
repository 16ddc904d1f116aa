"""Small committed reference tables: boundaries, names, towns; read by `data.boundaries`."""
