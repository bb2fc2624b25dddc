"""Numbers of persons: which count, what they count, and what is a part of what."""
