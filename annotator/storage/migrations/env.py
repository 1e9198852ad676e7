"""Run migrations on the connection, and in the transaction, of the caller."""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    # Ours is open already, with the version's record in it.
    transactional_ddl=False,
)
context.run_migrations()
