"""The window: widgets, models, actions and tasks."""
