"""The review of several annotators' agreement, for the project lead."""
