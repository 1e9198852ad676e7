"""The people of a project, for its lead: who has what, and how far they are."""
