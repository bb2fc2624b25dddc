"""Dates in sentences, and which of them date a claim."""
