"""Alembic's entry: runs the migrations on the connection it was given."""

from alembic import context

from tools.store.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
