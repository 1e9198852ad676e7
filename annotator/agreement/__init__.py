"""How far two layers agree: matching, counting, measures. Pure, no Qt, no storage."""
