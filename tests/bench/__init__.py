"""`make bench`: what is slow is measured against what it is to be compared with, in one run, turn by turn."""
