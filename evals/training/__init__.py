"""Fits the models that the product ships (``isac train``)."""
