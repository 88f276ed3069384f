"""The long form of the test of sameness: threads 1, 2, 8 x 3 time zones x 10 hash seeds. `python -m tests.outlook.soak`."""

from __future__ import annotations

import hashlib
import sys

from tests.outlook.test_futures import in_another_process

ZONES = ("UTC", "Asia/Kolkata", "America/Los_Angeles")


def main() -> int:
    """Print one line a run and the number of different answers; 0 when there is one."""
    seen = set()
    for zone in ZONES:
        for seed in range(10):
            for threads in (1, 2, 8):
                answer = in_another_process(zone, seed, threads)
                seen.add(hashlib.sha256(answer.encode()).hexdigest()[:16])
    sys.stdout.write(f"90 runs, {len(seen)} different answers: {', '.join(sorted(seen))}\n")
    return 0 if len(seen) == 1 else 1


if __name__ == "__main__":
    sys.exit(main())
