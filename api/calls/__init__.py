"""Calls, as the routes need them."""
