"""Services of a process."""
