"""One incident that a person enters or corrects, on the same way as a record of a file."""
