"""Places by name: those that come with the product and those that users load, and their finding."""
