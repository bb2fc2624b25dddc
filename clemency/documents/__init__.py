"""Documents: read them, decode them, find their zones and their sentences."""
