"""Charts as shapes: dates and numbers in, places out; across in percent of the width, down in pixels."""
