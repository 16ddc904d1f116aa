"""From numbers to something drawn; knows no Dash."""
