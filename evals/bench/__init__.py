"""Figures of speed, measured on the real parts."""
