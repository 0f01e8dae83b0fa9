"""Gaps of the knowledge: questions left without a whole answer."""
