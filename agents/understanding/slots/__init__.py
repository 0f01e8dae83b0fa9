"""Reads the values that a booking needs: time, place, person and channel."""
