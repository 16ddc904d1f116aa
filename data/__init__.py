"""From a raw file to a table of numbers; knows no map and no Dash."""
