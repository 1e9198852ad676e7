"""The import dialog: what is read, a look before, copies, columns, labels."""
