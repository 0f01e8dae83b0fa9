"""Calls from contact centres, in the public protocols they speak."""
