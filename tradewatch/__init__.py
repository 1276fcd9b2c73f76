"""Tradewatch: articles about the 2025 US–China trade dispute, read into a timeline that can be checked."""
