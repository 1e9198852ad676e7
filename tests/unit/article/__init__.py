"""Tests of the article view's pure modules."""
