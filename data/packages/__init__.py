"""The selection as a package: files in a form, what they mean, and what may not be in them."""
