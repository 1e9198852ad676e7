"""Pipelines, components and the worker process: the only place that knows spaCy."""

WORKER_ARGUMENT = "--suggest-worker"
"""What makes a frozen program the worker; its further arguments follow."""
