"""The panels around the article: they draw, collect input and emit signals."""
