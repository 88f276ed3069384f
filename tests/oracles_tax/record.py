"""Joins households and the answers of the programs, with the classes that explain them, into the table that the tests read.

`python -m tests.oracles_tax.record 2026 households.csv taxcalc_2026.csv policyengine_2026.csv > tests/oracles_tax/recorded_2026.csv`
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from tests.oracles_tax.compare import LINES, PROGRAMS, explained, made_of, told_of


def rows(path: str) -> list[dict[str, str]]:
    """A table with a header."""
    with Path(path).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def main(year: int, households: str, *answers: str) -> int:
    """One row a household: its facts, every line of every program in cents, its classes. Returns how many are unexplained."""
    by_id = {program: {row["id"]: row for row in rows(path)} for program, path in zip(PROGRAMS, answers, strict=True)}
    table, unexplained = csv.writer(sys.stdout, lineterminator="\n"), 0
    for number, made in enumerate(rows(households)):
        told = {f"{p}.{line}": each[made["id"]][line] for p, each in by_id.items() for line in LINES[:-1]}
        for program in PROGRAMS:
            classes = explained(made_of(made), year, program, told_of(told, program))
            told[f"{program}.classes"] = "UNEXPLAINED" if classes is None else " ".join(classes)
            unexplained += classes is None
        if number == 0:
            table.writerow([*made, *told])
        table.writerow([*made.values(), *told.values()])
    return unexplained


if __name__ == "__main__":
    sys.exit(f"{count} unexplained" if (count := main(int(sys.argv[1]), *sys.argv[2:])) else 0)
