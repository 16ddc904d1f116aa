"""Every format that a table may come in, as the same numbered rows of text."""
