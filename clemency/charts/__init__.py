"""Charts: one file a chart, one style for all; every mark carries the id of its claim."""
