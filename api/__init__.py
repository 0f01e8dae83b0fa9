"""The service: settings, wiring, HTTP and the citizen page."""
