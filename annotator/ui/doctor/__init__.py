"""The export doctor: what does not fit a format, where it is, what can be done."""
