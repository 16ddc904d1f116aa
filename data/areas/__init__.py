"""What users load about areas: boundaries of any level, and how many people live where."""
