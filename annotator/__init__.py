"""Annotator: the desktop tool for building labelled corpora of news."""

__version__ = "0.1.0"
"""The one place of the version: pyproject.toml and all under packaging/ read it."""

APP_ID = "net.newsannotator.Annotator"
"""How desktops tell the program from others: the name of its ``.desktop`` file."""
