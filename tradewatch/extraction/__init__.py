"""From the text of a page to what it reports: pure functions over frozen values, no clock, no database, no network."""
