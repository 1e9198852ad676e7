"""The dialog that changes a project’s schema."""
