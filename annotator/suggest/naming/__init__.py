"""How names are found, bounded and labelled."""
