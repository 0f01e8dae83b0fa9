"""The queue of people handed over to staff."""
