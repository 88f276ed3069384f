"""Schedules: one household's year, many households in bulk, and a MILP on the same years in the same run.

`python -m benchmarks.schedule [households] [milp years]`; prints JSON. Processor time. Every schedule is simulated and judged: a
broken limit, a cheque that cannot hold its contributions, or an unproven schedule is counted.
"""

from __future__ import annotations

import datetime
import json
import random
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from megaroth import questions
from megaroth.household.cash_file import DeductionsFile
from megaroth.household.pay import Cheque
from megaroth.household.paydays import PERIODS, Payday, paydays_of
from megaroth.kit.money import NO_CAP, NO_LIMIT, ZERO, Money, Rate
from megaroth.law.book import Law, law_for
from megaroth.law.withholding import withholding_for
from megaroth.plan.model import Plan, Tier
from megaroth.plan.payroll import Payroll
from megaroth.schedule.cash import Purse
from megaroth.schedule.goals import Wanted
from megaroth.schedule.solve import solve
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
    cheques = []
    for place, payday in enumerate(calendars[which]):
        pay = base * 104 // 100 if raised and place >= raised else base
        extra = bonus if place == bonus_at else 0
        cheques.append(Cheque(payday.paid, Money(pay + extra), supplemental=Money(extra)))
    begins = rng.choice([0, 0, rng.randrange(len(cheques) // 2)])
    earned = sum((cheque.pay for cheque in cheques[:begins]), ZERO)
    put_in = Money(min(int(earned.cents) * rng.randrange(12) // 100, 20_000 * 100))
    whole = earned + sum((cheque.pay for cheque in cheques[begins:]), ZERO)
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
        cheques=tuple(cheques[begins:]),
        made=Made(earned, pre_tax=put_in),
        stays=True,
    )
    return year, Wanted(
        law.elective_deferrals.amount + catch_up, ZERO, ANYTHING, rng.choice(["even", "even", "front", "back"])
    )


def bulk(households: int) -> dict[str, Any]:
    law, tables = law_for(2026), withholding_for(2026)
    spent, unproven, broken, unpayable, left = 0.0, 0, 0, 0, []
    for year, goal in population(law, households):
        start = time.process_time()
        cash = JobCash(law, W4(), DeductionsFile(), 26, tables, True, ())
        purse = Purse(year, cash, None)
        found = solve(year, goal, purse=purse)
        spent += time.process_time() - start
        unproven += not found.is_proven
        broken += found.judged.breaks_a_limit
        unpayable += not purse.holds_all(found.outcome.lines, range(len(year.cheques)))
        left.append(int(found.unfilled_after_tax.cents))
    return {
        "households": households,
        "a_second_and_core": round(households / spent, 1),
        "milliseconds": round(spent / households * 1e3, 3),
        "unproven": unproven,
        "broken_limits": broken,
        "cheques_that_cannot_hold": unpayable,
        "median_dollars_left": statistics.median(left) / 100,
    }


def beside_a_milp(years: int) -> dict[str, Any]:
    """The years of the tests' MILP: whole percents, one change a number, three goals; both on the same years in turn."""
    from tests.schedule.test_real_years import milp, solved

    ours, theirs = 0.0, 0.0
    for seed in range(years):
        terms, cheques, _ = solved(seed)
        start = time.process_time()
        _, _, found = solved(seed)
        middle = time.process_time()
        most = milp(terms, cheques)
        ours, theirs = ours + middle - start, theirs + time.process_time() - middle
        reached = (found.outcome.match + found.outcome.true_up, found.outcome.deferral, found.outcome.after_tax)
        if any(int(mine.cents) < best - 2 * 99 - len(cheques) for mine, best in zip(reached, most, strict=True)):
            raise SystemExit(f"the MILP found more in year {seed}")
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


def main(households: int = 2_000, milp_years: int = 5) -> dict[str, Any]:
    return {"one_household": one_household(), "bulk": bulk(households), "beside_a_milp": beside_a_milp(milp_years)}


if __name__ == "__main__":
    print(json.dumps(main(*(int(word) for word in sys.argv[1:])), indent=2))
