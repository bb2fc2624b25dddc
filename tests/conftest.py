"""What holds for all tests: none fails for being slow on a busy machine, or for being run in the background."""

import signal

from hypothesis import settings

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

# What a shell runs in the background ignores Ctrl-C, and so would all that tests start and stop by it.
signal.signal(signal.SIGINT, signal.default_int_handler)
