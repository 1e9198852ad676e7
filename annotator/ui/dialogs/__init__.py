"""Dialogs: opened, never executed, with what was chosen in a signal."""
