"""Appointments kept by another service, over HTTP: ``docs/agenda-openapi.yaml`` is its contract."""
