"""What makes a sentence worth checking."""
