"""What linking, totals and checks promise."""
