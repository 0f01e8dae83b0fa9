"""Offline suites and benches over the whole service."""
