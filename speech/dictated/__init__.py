"""Dictated."""
