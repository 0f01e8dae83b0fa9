"""Offices: where they are, when they are open, their slots and their closed days."""
