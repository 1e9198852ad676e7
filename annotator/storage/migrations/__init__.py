"""Alembic's folder: the numbered steps that a project file has been through."""
