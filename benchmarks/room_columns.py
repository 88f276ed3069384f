"""People a second on one core: the rules over columns beside a hand-written loop, in one run, equal to the cent.

`python -m benchmarks.room_columns [rows] [repeats]`; prints JSON. Install the `bench` extra for a compiled loop.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import fields
from typing import Any

import numpy as np

from benchmarks import kernel
from benchmarks.population import PLANS, people, plan_column, plans_of, rows_of
from megaroth.kit.column import BLOCK, groups_of, take
from megaroth.kit.money import Money
from megaroth.kit.worksheet import over_columns
from megaroth.law.book import Law, law_for
from megaroth.plan.model import Plan
from megaroth.room.room import Facts, Room, find_room

CASES = {
    (False, False): "one plan, its terms are single values",
    (True, True): "six plans mixed, the rows of each plan taken together",
    (True, False): "six plans mixed, plan terms are columns",
}
FIELDS = [field.name for field in fields(Room)]


def by_rules(law: Law, plan: Plan, facts: Facts, rows: int, keep: Callable[[int, Room], None]) -> None:
    for start in range(0, rows, BLOCK):
        stop = min(start + BLOCK, rows)
        keep(start, over_columns(find_room, law, rows_of(plan, start, stop, rows), rows_of(facts, start, stop, rows)))


def by_plan(law: Law, which: Any, facts: Facts, rows: int, out: Any) -> None:
    """The rows of each plan together, the plan's terms as single values; the answers in the order of the rows."""
    for plan, places in groups_of(which):
        room = over_columns(find_room, law, PLANS[plan], take(facts, places, rows))
        for at, name in enumerate(FIELDS):
            value = getattr(room, name)
            out[at][places] = value.cents if isinstance(value, Money) else value


def seconds(work: Callable[[], object]) -> float:
    """Processor time of this process: others on the machine disturb it less than they do the clock."""
    start = time.process_time()
    work()
    return time.process_time() - start


def compare(rows: int, repeats: int, mixed: bool, grouped: bool = False, year: int = 2026) -> dict[str, Any]:
    """One case: the two must agree in every field of every row before anything is timed."""
    law, facts = law_for(year), people(rows)
    which = plans_of(rows) if mixed else np.zeros(rows, dtype=np.int64)
    plan = plan_column(which) if mixed else PLANS[0]
    numbers, (terms, tiers) = kernel.law_numbers(law), kernel.terms_of(PLANS)
    columns, out = kernel.columns_of(facts), np.zeros((len(FIELDS), rows), dtype=np.int64)

    def by_hand() -> None:
        kernel.rooms(tuple(int(number) for number in numbers), terms, tiers, which, columns, out)

    by_hand()

    def agree(start: int, room: Room) -> None:
        for at, name in enumerate(FIELDS):
            value = getattr(room, name)
            cents = value.cents if isinstance(value, Money) else value
            stop = min(start + BLOCK, rows)
            wrong = np.flatnonzero(out[at, start:stop] != cents)
            if wrong.size:
                raise AssertionError(f"{name} differs in {wrong.size} rows, the first is {start + wrong[0]}")

    ours = np.full_like(out, -1)

    def ask_rules() -> None:
        if grouped:
            by_plan(law, which, facts, rows, ours)
        else:
            by_rules(law, plan, facts, rows, lambda start, room: None)

    if grouped:
        ask_rules()
        if wrong := np.flatnonzero((ours != out).any(axis=0)).tolist():
            raise AssertionError(f"{len(wrong)} rows differ, the first is {wrong[0]}")
    else:
        by_rules(law, plan, facts, rows, agree)
    pairs = [(seconds(ask_rules), seconds(by_hand)) for _ in range(repeats)]
    rules = statistics.median(pair[0] for pair in pairs)
    return {
        "case": CASES[mixed, grouped],
        "rows": rows,
        "agree_to_the_cent": True,
        "rules_million_rows_per_second": round(rows / rules / 1e6, 2),
        "rules_best": round(rows / min(pair[0] for pair in pairs) / 1e6, 2),
        "kernel_million_rows_per_second": round(rows / statistics.median(pair[1] for pair in pairs) / 1e6, 2),
        "times_behind_kernel": round(statistics.median(one / other for one, other in pairs), 2),
    }


def main(rows: int = 5_000_000, repeats: int = 5) -> list[dict[str, Any]]:
    return [compare(rows, repeats, mixed, grouped) for mixed, grouped in CASES]


if __name__ == "__main__":
    # One core: what is measured is a figure per core.
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    print(json.dumps(main(*(int(word) for word in sys.argv[1:])), indent=2))
