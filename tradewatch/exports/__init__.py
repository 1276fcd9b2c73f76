"""The filtered list leaving."""
