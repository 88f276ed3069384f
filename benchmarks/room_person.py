"""Microseconds for one person's room: plain, explained, and the whole question on a household file.

`python -m benchmarks.room_person [calls]`; prints JSON. Processor time, median and best of nine batches.
"""

from __future__ import annotations

import datetime
import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from megaroth import questions
from megaroth.kit.money import ZERO, Money, Rate
from megaroth.kit.trace import explaining
from megaroth.law.book import law_for
from megaroth.plan.model import Plan, Tier
from megaroth.room.room import Facts, find_room

EXAMPLE = Path(__file__).parents[1] / "examples/households/amazon.toml"
BATCHES = 9


def microseconds(work: Callable[[], object], calls: int) -> dict[str, float]:
    work()
    batches = []
    for _ in range(BATCHES):
        start = time.process_time()
        for _ in range(calls):
            work()
        batches.append((time.process_time() - start) / calls * 1e6)
    return {"median": round(statistics.median(batches), 1), "best": round(min(batches), 1)}


def main(calls: int = 1_000) -> dict[str, Any]:
    law = law_for(2026)
    plan = Plan("half of 4%", True, after_tax_cap=Rate(1, 10), match=(Tier(Rate(1, 2), Rate(1, 25)),))
    pay, last_year = Money(500_000_00), Money(480_000_00)
    young = Facts(45, pay, pay, last_year_pay=last_year, last_year_fica_wages=last_year)
    older = Facts(61, pay, pay, last_year_pay=last_year, last_year_fica_wages=last_year, catch_up_wanted=ZERO)

    def explained() -> None:
        with explaining():
            find_room(law, plan, young)

    today = datetime.date(2026, 3, 1)
    return {
        "plain": microseconds(lambda: find_room(law, plan, young), calls),
        "plain_with_a_second_room_for_unused_catch_up": microseconds(lambda: find_room(law, plan, older), calls),
        "explained": microseconds(explained, calls),
        "household_file_to_answer": microseconds(lambda: questions.room(EXAMPLE, today), max(calls // 50, 1)),
    }


if __name__ == "__main__":
    print(json.dumps(main(*(int(word) for word in sys.argv[1:])), indent=2))
