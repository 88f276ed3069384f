"""What must hold between two answers, on random households: more pay, split paydays, the order of jobs, a later start."""

from __future__ import annotations

import datetime
import re
from itertools import permutations
from pathlib import Path
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from megaroth.household.model import Household
from megaroth.household.read import household_of
from megaroth.kit.money import Money
from megaroth.law.book import law_for
from megaroth.room.household import find_rooms
from megaroth.schedule.answer import JobSchedule, audit_answer, schedule_answer

LAW = law_for(2026)
TOLERANCE = Money(99)
"""Within this the solver counts amounts as equal."""

AGES = st.sampled_from([1990, 1976, 1965, 1962])
TIERS = st.lists(st.tuples(st.sampled_from([25, 50, 100]), st.integers(1, 8)), max_size=2)


@st.composite
def terms(draw: st.DrawFn, *, has_match: bool | None = None) -> dict[str, str]:
    """Terms of a plan that say how it works within the year."""
    tiers = draw(TIERS if has_match is None else TIERS.filter(lambda found: bool(found) == has_match))
    match = ", ".join(f"{{ rate_percent = {rate}, up_to_percent_of_pay = {width} }}" for rate, width in tiers)
    found = {
        "after_tax_allowed": draw(st.sampled_from(['"yes"', '"yes"', '"no"'])),
        "in_plan_conversion": '"automatic"',
        "roth_deferrals": '"yes"',
        "match": f"[{match}]" if tiers else '"none"',
        "match_period": draw(st.sampled_from(['"payday"', '"payday"', '"quarter"', '"year"'])),
        "true_up": draw(st.sampled_from(['"no"', '"no"', '"yes"'])),
        "comp_cap_mode": draw(st.sampled_from(['"stop"', '"spread"', '"true-up"'])),
        "auto_stop": '"no"',
        "election_step_percent": draw(st.sampled_from(["1", "1", "0.5"])),
    }
    if draw(st.booleans()):
        found["after_tax_cap_percent"] = str(draw(st.integers(3, 20)))
    if draw(st.integers(0, 3)) == 0:
        found["combined_cap_percent"] = str(draw(st.integers(20, 80)))
    if draw(st.integers(0, 3)) == 0:
        found["deferral_cap_percent"] = str(draw(st.integers(5, 60)))
    return found


@st.composite
def pay_tables(draw: st.DrawFn) -> dict[str, str]:
    """A year of pay: frequency, salary, perhaps a raise and a bonus."""
    days = draw(st.sampled_from(['frequency = "monthly", days_of_month = [31]',
                                 'frequency = "semimonthly", days_of_month = [15, 31]',
                                 'frequency = "biweekly", first_payday = 2026-01-09']))  # fmt: skip
    found = {"days": days, "annual": str(draw(st.integers(30, 900)) * 1_000)}
    if draw(st.booleans()):
        found["raises"] = (
            f"[{{ from = 2026-{draw(st.integers(2, 12)):02}-01, annual = {draw(st.integers(30, 900))}_000 }}]"
        )
    if draw(st.booleans()):
        month, amount = draw(st.integers(1, 12)), draw(st.integers(1, 150))
        found["extra"] = f"[{{ on = 2026-{month:02}-20, amount = {amount}_000 }}]"
    return found


def job_text(plan: dict[str, str], pay: str, name: str = "job", more: str = "") -> str:
    listed = ", ".join(f"{key} = {value}" for key, value in plan.items())
    return f'[[jobs]]\nname = "{name}"\nperson = "me"\nlast_year_pay = 0\nplan = {{ {listed} }}\npay = {pay}\n{more}\n'


def table(pay: dict[str, str]) -> str:
    return f"{{ {pay['days']}, {', '.join(f'{key} = {value}' for key, value in pay.items() if key != 'days')} }}"


def household(text: str, born: int = 1990) -> Household:
    head = f"year = 2026\n[people.me]\nborn = {born}-05-05\n"
    read = household_of(head + text, "random", Path())
    assert not isinstance(read, list), read
    return read


def won(job: JobSchedule) -> Money:
    return job.outcome.match + job.outcome.true_up


# One more dollar of pay


@given(
    plan=terms(), born=AGES, pay=st.integers(0, 900_000), dollars=st.integers(1, 3), fica=st.sampled_from([0, 200_000])
)
def test_a_dollar_more_pay_never_lowers_the_legal_room(
    plan: dict[str, str], born: int, pay: int, dollars: int, fica: int
) -> None:
    def legal(amount: int) -> list[int]:
        case = find_rooms(LAW, household(job_text(plan, str(amount), more=f"last_year_fica_wages = {fica}"), born))[0]
        room = case.room
        # A cap on deferrals in percent of pay may let a cent move from after-tax money to deferrals: together they never fall.
        additions = room.elective_deferral + room.after_tax_room + room.match + room.nonelective
        each = (room.annual_additions_limit, room.elective_deferral, room.catch_up, additions, room.total)
        return [int(money.cents) for money in each]

    fewer, more = legal(pay), legal(pay + dollars)
    # Each tier of a match is rounded to the cent by itself.
    assert all(after >= before - 2 for before, after in zip(fewer, more, strict=True)), (fewer, more)


# Split paydays


@given(
    plan=terms(),
    paydays=st.lists(st.integers(1, 12), min_size=1, max_size=6, unique=True),
    paycheck=st.integers(2, 300),
    born=AGES,
    pre_tax=st.integers(0, 60),
    after_tax=st.integers(0, 40),
    spills=st.booleans(),
)
def test_splitting_a_payday_keeps_totals(
    plan: dict[str, str], paydays: list[int], paycheck: int, born: int, pre_tax: int, after_tax: int, spills: bool
) -> None:
    plan = {**plan, "auto_stop": '"yes"', "auto_stop_limits": '["deferrals", "plan-caps"]'}
    plan |= {"spillover": '"yes"'} if spills else {}
    annual = len(paydays) * paycheck * 200
    more = f"current_elections = {{ pre_tax = {pre_tax}, after_tax = {after_tax} }}\nlast_year_fica_wages = 0"

    def totals(parts: int) -> tuple[list[Money], Money, Money]:
        dates = [f"2026-{month:02}-{day}" for month in sorted(paydays) for day in ("10", "20")[-parts:]]
        pay = f'{{ frequency = "listed", paydays = [{", ".join(dates)}], annual = {annual} }}'
        job = audit_answer(LAW, household(job_text(plan, pay, more=more), born)).jobs[0]
        outcome = job.outcome
        return [outcome.deferral, outcome.catch_up, outcome.after_tax, outcome.excess], outcome.formula, won(job)

    (whole, whole_formula, whole_won), (split, split_formula, split_won) = totals(1), totals(2)
    # The plan's caps are of each paycheck: where the deferral limit falls within one, a half has less under its cap.
    reaches_limit = whole[0] >= LAW.elective_deferrals.amount
    assume(not (reaches_limit and any(name.endswith("cap_percent") for name in plan)))
    assert whole == split
    assert whole_formula == split_formula
    # Two halves earn no more than the whole: where a limit falls between them, one half's deferral is beyond what is matched.
    # Not so where a later tier pays more: what is left of the limit reaches it on half a paycheck, and on a whole one it does not.
    rates = [int(rate) for rate in re.findall(r"rate_percent = (\d+)", plan["match"])]
    assume(rates == sorted(rates, reverse=True))
    assert split_won <= whole_won + Money(len(paydays) * 2)


# The order of jobs


@given(jobs=st.lists(st.tuples(terms(), pay_tables()), min_size=2, max_size=3))
def test_the_order_of_jobs_does_not_matter(jobs: list[tuple[dict[str, str], dict[str, str]]]) -> None:
    texts = [job_text(plan, table(pay), f"job {number}") for number, (plan, pay) in enumerate(jobs)]

    def by_name(order: tuple[str, ...]) -> dict[str, Any]:
        return {job.name: (job.elections, job.outcome) for job in schedule_answer(LAW, household("".join(order))).jobs}

    first, *others = list(permutations(texts))[:: max(len(texts) - 1, 1)]
    expected = by_name(first)
    assert all(by_name(order) == expected for order in others)


# A later start


@given(
    plan=terms(),
    pay=pay_tables(),
    months=st.tuples(st.integers(1, 11), st.integers(1, 11)),
    born=st.sampled_from([1990, 1976]),
)
def test_a_later_start_never_gives_more(
    plan: dict[str, str], pay: dict[str, str], months: tuple[int, int], born: int
) -> None:
    """Who starts later and never changes has numbers that who starts earlier can have too: nothing first, then those."""

    def started(month: int, most_changes: int) -> JobSchedule:
        more = f"wishes.most_changes = {most_changes}\nlast_year_fica_wages = 0"
        day = datetime.date(2026, month, 1)
        return schedule_answer(LAW, household(job_text(plan, table(pay), more=more), born), day).jobs[0]

    early, late = started(min(months), 1), started(max(months), 0)
    assume(early.is_proven)
    assert won(late) <= won(early) + TOLERANCE
    if won(late) >= won(early):
        early_in = early.outcome.deferral + early.outcome.catch_up
        assert late.outcome.deferral + late.outcome.catch_up <= early_in + TOLERANCE + TOLERANCE
