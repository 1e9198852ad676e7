"""Annotator: the desktop tool for building labelled corpora of news."""

__version__ = "0.1.0"
