"""One module per step. A released step is never changed again."""
