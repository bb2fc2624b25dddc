"""Chronology: claims linked into events, and the arithmetic that documents allow."""
