"""Proof that nothing is lost: kills, full disks, two processes, hostile files."""
