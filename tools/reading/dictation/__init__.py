"""Reads dictations: digits and letters one by one, in groups or by name, and the identities they are."""
