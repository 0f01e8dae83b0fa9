"""The services that requests use, by part."""
