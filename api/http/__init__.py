"""Middleware, dependencies and helpers that routes share."""
