"""What incidents said before, and which of them their sources no longer list."""
