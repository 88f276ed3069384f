"""Schedules: one household's year, many households in bulk, and a MILP beside them in the same run.

`python -m benchmarks.schedule [households] [milp years] [processes]`; prints JSON. Processor time. Every schedule is simulated and judged: a
broken limit, a paycheck that cannot hold its contributions, or an unproven schedule is counted.
"""

from __future__ import annotations

import datetime
import json
import random
import statistics
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from megaroth import questions
from megaroth.household.cash_file import DeductionsFile
from megaroth.household.pay import Paycheck
from megaroth.household.paydays import PERIODS, Payday, paydays_of
from megaroth.kit.money import NO_CAP, NO_LIMIT, ZERO, Money, Rate
from megaroth.law.book import Law, law_for
from megaroth.law.withholding import withholding_for
from megaroth.plan.model import Plan, Tier
from megaroth.plan.payroll import Payroll
from megaroth.schedule.cash import Purse
from megaroth.schedule.goals import Wanted
from megaroth.schedule.solve_columns import solve
from megaroth.schedule.year import JobYear, Limits, Made
from megaroth.tax.cash import JobCash
from megaroth.tax.net_pay import W4

EXAMPLE = Path(__file__).parents[1] / "examples/households/paydays.toml"
ANYTHING = Money(10**11)


def population(law: Law, count: int, seed: int = 1) -> Iterator[tuple[JobYear, Wanted]]:
    """Different households, one after the other: pay, paydays, raises, bonuses, age, year to date, plan and payroll differ."""
    rng = random.Random(seed)
    calendars = _calendars()
    for _ in range(count):
        yield _year(law, rng, calendars)


def _calendars() -> dict[str, tuple[Payday, ...]]:
    return {
        "biweekly": paydays_of(2026, "biweekly", datetime.date(2026, 1, 9)),
        "27": paydays_of(2026, "biweekly", datetime.date(2026, 1, 2)),
        "semimonthly": paydays_of(2026, "semimonthly", None, days_of_month=(15, 31)),
        "monthly": paydays_of(2026, "monthly", None, days_of_month=(31,)),
    }


def _year(law: Law, rng: random.Random, calendars: dict[str, tuple[Payday, ...]]) -> tuple[JobYear, Wanted]:
    which = rng.choice(["biweekly", "27", "semimonthly", "semimonthly", "monthly"])
    periods = PERIODS["biweekly" if which == "27" else which]
    annual = rng.randrange(60_000, 600_000)
    base, raised = annual * 100 // periods, rng.choice([0, 0, rng.randrange(1, len(calendars[which]))])
    bonus_at = rng.choice([-1, rng.randrange(len(calendars[which]))])
    bonus = rng.randrange(5_000, 100_000) * 100
    paychecks = []
    for place, payday in enumerate(calendars[which]):
        pay = base * 104 // 100 if raised and place >= raised else base
        extra = bonus if place == bonus_at else 0
        paychecks.append(Paycheck(payday.paid, Money(pay + extra), supplemental=Money(extra)))
    begins = rng.choice([0, 0, rng.randrange(len(paychecks) // 2)])
    earned = sum((paycheck.pay for paycheck in paychecks[:begins]), ZERO)
    put_in = Money(min(int(earned.cents) * rng.randrange(12) // 100, 20_000 * 100))
    whole = earned + sum((paycheck.pay for paycheck in paychecks[begins:]), ZERO)
    plan = Plan(
        "plan",
        True,
        after_tax_cap=rng.choice([NO_CAP, NO_CAP, Rate(1, 10), Rate(1, 4)]),
        combined_cap=rng.choice([NO_CAP, Rate(3, 4), Rate(9, 10)]),
        match=rng.choice(
            [
                (Tier(Rate(1, 2), Rate(rng.randrange(4, 9), 100)),),
                (Tier(Rate(1, 1), Rate(3, 100)), Tier(Rate(1, 2), Rate(2, 100))),
                (Tier(Rate(1, 2)),),
                (),
            ]
        ),
        match_on_catch_up=True,
    )
    catch_up = law.catch_up.amount if rng.random() < 0.2 else ZERO
    additions = min(law.annual_additions.amount, whole, key=lambda money: int(money.cents))
    limits = Limits(
        deferral=law.elective_deferrals.amount,
        catch_up=catch_up,
        additions=additions,
        after_tax=NO_LIMIT,
        combined=NO_LIMIT,
        countable=law.compensation.amount,
        payroll_deferral=law.elective_deferrals.amount,
        payroll_catch_up=catch_up,
        payroll_additions=additions,
    )
    year = JobYear(
        name="job",
        year=2026,
        plan=plan,
        payroll=Payroll(period=rng.choice(["payday", "payday", "quarter", "year"]), true_up=rng.random() < 0.3),
        limits=limits,
        service=0,
        is_hce=False,
        is_roth=rng.random() < 0.3,
        paychecks=tuple(paychecks[begins:]),
        made=Made(earned, pre_tax=put_in),
        stays=True,
    )
    return year, Wanted(
        law.elective_deferrals.amount + catch_up, ZERO, ANYTHING, rng.choice(["even", "even", "front", "back"])
    )


def bulk(households: int, seed: int = 1) -> dict[str, float]:
    """So many different households, solved one after the other in one process."""
    law, tables = law_for(2026), withholding_for(2026)
    counts = dict.fromkeys(("households", "seconds", "unproven", "broken_limits", "paychecks_that_cannot_hold"), 0.0)
    for year, goal in population(law, households, seed):
        start = time.process_time()
        purse = Purse(year, JobCash(law, W4(), DeductionsFile(), 26, tables, True, ()), None)
        found = solve(year, goal, purse=purse)
        counts["seconds"] += time.process_time() - start
        counts["households"] += 1
        counts["unproven"] += not found.is_proven
        counts["broken_limits"] += found.judged.breaks_a_limit
        counts["paychecks_that_cannot_hold"] += not purse.holds_all(found.outcome.lines, range(len(year.paychecks)))
    return counts


def in_bulk(households: int, processes: int) -> dict[str, float]:
    """The same in some processes, each with households of its own; the rate is that of one core."""
    with ProcessPoolExecutor(processes) as pool:
        parts = list(pool.map(bulk, [households // processes] * processes, range(1, processes + 1)))
    counts = {name: sum(part[name] for part in parts) for name in parts[0]}
    return {
        **counts,
        "a_second_and_core": round(counts["households"] / counts["seconds"], 1),
        "plain_loop_s": plain_loop(),
    }


def plain_loop() -> float:
    """How fast this machine is just now: two million additions, about 0.06 s on a quiet one."""
    start = time.process_time()
    total = 0
    for number in range(2_000_000):
        total += number
    return round(time.process_time() - start, 3)


def beside_highs(years: int) -> dict[str, float]:
    """The same households, without what paychecks can hold, beside a MILP that proves the same three goals (`tests/schedule/milp.py`).

    Of HiGHS only its own time counts, not the making of the model; it proves no days and no shape.
    """
    from tests.schedule.milp import agree, best_amounts

    ours, theirs = 0.0, 0.0
    for number, (year, goal) in enumerate(population(law_for(2026), years, seed=11)):
        start = time.process_time()
        found = solve(year, goal)
        ours += time.process_time() - start
        best, spent = best_amounts(year, goal)
        theirs += spent
        if not agree(year, found, best):
            raise SystemExit(f"household {number}: HiGHS found {best}, we {found.outcome}")
    return {"years": years, "ours_s": round(ours, 3), "highs_s": round(theirs, 3), "times": round(theirs / ours, 1)}


def one_household(calls: int = 15) -> dict[str, float]:
    """From the file to the answer, in a running process."""
    text = EXAMPLE.read_text(encoding="utf-8")
    today = datetime.date(2026, 1, 2)
    spent = []
    for _ in range(calls):
        start = time.process_time()
        questions.schedule(text, today)
        spent.append((time.process_time() - start) * 1e3)
    return {"median_ms": round(statistics.median(spent), 1), "best_ms": round(min(spent), 1)}


def main(households: int = 2_000, milp_years: int = 5, processes: int = 1) -> dict[str, Any]:
    return {
        "one_household": one_household(),
        "beside_highs": beside_highs(milp_years),
        "bulk": in_bulk(households, processes),
    }


if __name__ == "__main__":
    print(json.dumps(main(*(int(word) for word in sys.argv[1:])), indent=2))
