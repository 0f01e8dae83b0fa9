"""Calls: what is kept of them, and how their sound becomes words."""
