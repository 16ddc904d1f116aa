"""A user's files of evidence: read, brought to the published form, checked and placed."""
