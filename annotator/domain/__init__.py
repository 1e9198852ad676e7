"""Frozen dataclasses and pure rules: text, offsets, parts, schema, layers, changes."""
