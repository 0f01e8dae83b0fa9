"""A day at the desk in minutes: citizens and agents over HTTP, on server processes that are killed and started."""
