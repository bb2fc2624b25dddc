"""Claims: who says how many were pardoned, released or imprisoned, when, and in which sentence."""
