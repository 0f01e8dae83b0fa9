"""Detects the language of a message, and the language it asks to be answered in."""
