"""One reader of numbers, days, identities and places, for chat and calls."""
