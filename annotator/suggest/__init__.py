"""Pipelines, components and the worker process: the only place that knows spaCy."""
