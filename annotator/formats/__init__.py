"""One reader and/or writer a file: bytes and text in, domain objects out."""
