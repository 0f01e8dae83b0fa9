"""Calls: their records, and the way from their sound to words."""
