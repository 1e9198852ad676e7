"""Part-of-speech tags of the Penn Treebank that several rules ask for."""

from __future__ import annotations

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Of verbs that make a clause of their own."""
