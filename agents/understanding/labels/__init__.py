"""Dialogue acts and other labels of a message, by phrases and by a model taught with sentences."""
