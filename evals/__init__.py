"""Offline suites, benches and fits over the whole service."""
