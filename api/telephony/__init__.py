"""Calls from contact centres, over their public protocols."""
