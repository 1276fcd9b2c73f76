"""Files and pages into documents, mentions, groupings and events; the commands."""
