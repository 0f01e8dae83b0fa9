"""Decides what a turn does: pure rules, carried out by the nodes."""
