"""Settling differences: the layers under one another, a queue, a card, keys."""
