"""The PostgreSQL database, embedded by default, and the adapters that write to it."""
