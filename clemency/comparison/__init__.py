"""Comparison: which official and human-rights figures can be set against each other, and why not."""
