"""Sums with what a person tells of themselves: pure functions over rules that are data of the administration."""
