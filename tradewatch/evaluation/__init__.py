"""Scores readings against a gold file, and the rules against what editors decided."""
