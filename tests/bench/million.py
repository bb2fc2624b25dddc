"""A million documents beside ten thousand of the same making: that time and memory grow as they should.

It takes a quarter of an hour and 4 GB of disk, so that it is measured only when it is named: `make bench ONLY=million`.
"""

from bench.archive import claims_case
from bench.corpus import write_archive

ROUNDS = 1
SHARE = 0.05
FEW, MANY = 10_000, 1_000_000
YARDSTICKS = ()


def list_cases(folder):
    """The command with two workers on each of the two."""
    return [
        claims_case(f"{count:,} documents, 5 % about pardons, 2 workers", archive, folder, workers=2, documents=count)
        for count in (FEW, MANY)
        for archive in [write_archive(folder / f"{count}.jsonl", count, SHARE)]
    ]
