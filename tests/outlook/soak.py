"""The long form of the test of sameness: threads 1, 2, 8 x 3 time zones x 10 hash seeds. `python -m tests.outlook.soak`.

Zone and hash seed are an interpreter's, so each pair has one of its own; the three numbers of threads run in it one after the other.
"""

from __future__ import annotations

import sys

from tests.outlook.test_futures import in_another_process

ZONES, SEEDS, THREADS = ("UTC", "Asia/Kolkata", "America/Los_Angeles"), range(10), (1, 2, 8)


def main() -> int:
    """Print the number of runs and of different answers; 0 when there is one."""
    found = [answer for zone in ZONES for seed in SEEDS for answer in in_another_process(zone, seed, THREADS)]
    seen = sorted(set(found))
    sys.stdout.write(f"{len(found)} runs, {len(seen)} different answers: {', '.join(each[:16] for each in seen)}\n")
    return 0 if len(seen) == 1 and len(found) == len(ZONES) * len(SEEDS) * len(THREADS) else 1


if __name__ == "__main__":
    sys.exit(main())
