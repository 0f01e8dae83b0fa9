"""Alembic migrations. They run when the database is opened."""
