"""The record: every table, the fold that computes events from evidence and decisions, and how it is asked."""
