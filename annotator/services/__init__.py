"""What a user does: one action is one transaction, one undo entry, one change."""
