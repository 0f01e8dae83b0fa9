"""The desk of an office: staff change appointments for people, and close days."""
