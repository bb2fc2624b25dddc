"""Corpora of their own, each with its parameters, that are read and built as reports in temporary folders."""
