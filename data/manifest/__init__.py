"""What an export rested on, in numbers that can be compared years later."""
