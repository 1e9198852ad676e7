"""How attributed content is found: marks, verbs, clauses."""
