"""The charts: what they draw, how they look, and that they always look the same."""
