"""Periodic tasks and the work that is only theirs."""
