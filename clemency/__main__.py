"""The command line: the tables as JSON Lines, and the report."""

import importlib
import sys

REPORTS = {name: f"clemency.report.{name}" for name in ("verify", "review", "diff", "sweep", "watch")}
REPORTS["report"] = "clemency.report.run"


def main(arguments=None):
    """Run one command, importing what it needs alone; returns 0 done, 1 the input is wrong, 2 wrong usage."""
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    if arguments and arguments[0] in REPORTS:
        return importlib.import_module(REPORTS[arguments[0]]).main(arguments[1:])
    return importlib.import_module("clemency.commands").main(arguments, REPORTS)


if __name__ == "__main__":
    sys.exit(main())
