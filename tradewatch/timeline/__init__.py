"""The public pages: list, event, actor, issue, source, positions."""
