"""The page on which one incident is entered or corrected, and its history read."""
