"""Years of real length: a MILP agrees with the solver, and no number that anybody could set wins more match."""

from __future__ import annotations

import datetime
import os
import random
from dataclasses import replace
from fractions import Fraction

import highspy
import pytest
from tests.schedule.generate import election, year_of
from tests.schedule.oracle import NONE, Terms

from megaroth.household.pay import Cheque, YearOfPay
from megaroth.household.paydays import PERIODS, paydays_of
from megaroth.kit.money import Money
from megaroth.schedule.audit import judge
from megaroth.schedule.goals import Solution, Wanted
from megaroth.schedule.payroll import simulate
from megaroth.schedule.solve import solve

MILP_YEARS = int(os.environ.get("MEGAROTH_MILP_YEARS", "0"))
"""A MILP takes a minute a year; 0 leaves one year of monthly cheques."""
AUDITED_YEARS = int(os.environ.get("MEGAROTH_AUDITED_YEARS", "24"))
STEP = Fraction(1, 100)


def cheques_of(rng: random.Random) -> tuple[Cheque, ...]:
    """A year of 12 to 27 cheques with a raise and a bonus."""
    frequency = rng.choice(["biweekly", "semimonthly", "monthly"])
    first = datetime.date(2026, 1, rng.choice([2, 9])) if frequency == "biweekly" else None
    paydays = paydays_of(2026, frequency, first, days_of_month=(15, 31)[-PERIODS[frequency] // 12 :])  # type: ignore[arg-type]
    annual = rng.randrange(90_000, 500_000) * 100
    raises = (
        ((datetime.date(2026, rng.randrange(2, 12), 1), Money(annual + annual // 20)),) if rng.random() < 0.5 else ()
    )
    cheques = YearOfPay(paydays, Money(annual), PERIODS[frequency], raises).cheques
    if rng.random() < 0.5:
        place = rng.randrange(len(cheques))
        bonus = Cheque(cheques[place].date, cheques[place].pay + Money(rng.randrange(5_000, 60_000) * 100))
        cheques = (*cheques[:place], bonus, *cheques[place + 1 :])
    return cheques


def terms_of(rng: random.Random, pay: int) -> Terms:
    rate, width = rng.choice([25, 50, 100]), rng.choice([4, 6, 8])
    return Terms(
        tiers=[(Fraction(rate, 100), Fraction(width, 100), None)],
        deferral_limit=rng.choice([2_450_000, rng.randrange(500_000, 2_450_000)]),
        additions_limit=min(7_200_000, pay),
        after_tax_limit=rng.choice([NONE, NONE, rng.randrange(500_000, 3_000_000)]),
        combined_cap=rng.choice([None, Fraction(75, 100), Fraction(90, 100)]),
        countable=36_000_000,
        mode=rng.choice(["stop", "stop", "true-up"]),
        true_up=rng.random() < 0.2,
        if_gone=False,
    )


def solved(seed: int) -> tuple[Terms, tuple[Cheque, ...], Solution]:
    rng = random.Random(seed)
    cheques = cheques_of(rng)
    pay = sum(int(cheque.pay.cents) for cheque in cheques)
    terms = terms_of(rng, pay)
    year = year_of(terms, [(int(cheque.pay.cents), True, 0) for cheque in cheques], STEP)
    year = replace(year, cheques=cheques)
    return terms, cheques, solve(year, Wanted(Money(terms.deferral_limit), Money(0), Money(10**11)))


def milp(terms: Terms, cheques: tuple[Cheque, ...]) -> tuple[float, float, float]:
    """Match, deferrals, after-tax of the best numbers that change at most once; nothing is rounded to the cent."""
    pays = [int(cheque.pay.cents) for cheque in cheques]
    (rate, width, _) = terms.tiers[0]
    assert width is not None
    top = int(min(Fraction(1), terms.combined_cap or Fraction(1)) / STEP)
    h = highspy.Highs()  # type: ignore[no-untyped-call]
    h.setOptionValue("output_flag", False)
    h.setOptionValue("mip_rel_gap", 0.0)
    h.setOptionValue("mip_abs_gap", 0.5)
    count = len(pays)
    x = [h.addIntegral(0, top) for _ in pays]
    y = [h.addIntegral(0, top) for _ in pays]
    for numbers in (x, y):
        changes = [h.addBinary() for _ in range(count - 1)]
        for i in range(count - 1):
            h.addConstr(numbers[i + 1] - numbers[i] <= top * changes[i])
            h.addConstr(numbers[i] - numbers[i + 1] <= top * changes[i])
        if changes:
            h.addConstr(sum(changes[1:], changes[0] + 0) <= 1)
    match, before = [], 0
    for i, pay in enumerate(pays):
        counts = min(pay, max(terms.countable - before, 0))
        before += pay
        m = h.addVariable(0, float(rate * width * counts))
        h.addConstr(m <= float(rate * pay * STEP) * x[i])
        h.addConstr(x[i] + y[i] <= top)
        match.append(m)
    deferral = sum(
        (float(pay * STEP) * k for pay, k in zip(pays[1:], x[1:], strict=True)), float(pays[0] * STEP) * x[0]
    )
    after_tax = sum(
        (float(pay * STEP) * k for pay, k in zip(pays[1:], y[1:], strict=True)), float(pays[0] * STEP) * y[0]
    )
    paid = sum(match[1:], match[0] + 0)
    if terms.true_up or terms.mode == "true-up":
        whole = h.addVariable(0, float(rate * width * min(sum(pays), terms.countable)))
        h.addConstr(whole <= float(rate) * deferral)
    else:
        whole = h.addVariable(0, float(NONE))
        h.addConstr(whole <= paid)
    h.addConstr(deferral <= terms.deferral_limit)
    # What the plan pays counts in full; a solver might pretend to less match, so it may only pretend up to `whole`.
    h.addConstr(deferral + after_tax + whole <= terms.additions_limit)
    if terms.after_tax_limit < NONE:
        h.addConstr(after_tax <= terms.after_tax_limit)
    found = []
    for goal in (whole, deferral, after_tax):
        h.maximize(goal)
        value = h.getObjectiveValue()
        found.append(value)
        h.addConstr(goal >= value - 99.5)
    return found[0], found[1], found[2]


MONTHLY = next(seed for seed in range(100) if len(cheques_of(random.Random(seed))) == 12)


@pytest.mark.parametrize("seed", range(MILP_YEARS) if MILP_YEARS else [MONTHLY])
def test_a_milp_finds_nothing_better(seed: int) -> None:
    terms, cheques, found = solved(seed)
    outcome = found.outcome
    ours = [int(m.cents) for m in (outcome.match + outcome.true_up, outcome.deferral, outcome.after_tax)]
    theirs = milp(terms, cheques)
    # Half a cent a cheque of rounding on either side, and the dollar within which amounts count as equal.
    for mine, best in zip(ours, theirs, strict=True):
        assert mine >= best - 2 * 99 - len(cheques), (seed, ours, theirs)
    assert found.is_proven


def test_no_even_number_wins_more_match_and_nothing_is_broken() -> None:
    for seed in range(1_000, 1_000 + AUDITED_YEARS):
        terms, cheques, found = solved(seed)
        assert not found.judged.breaks_a_limit, seed
        won = found.outcome.match + found.outcome.true_up
        year = year_of(terms, [(int(cheque.pay.cents), True, 0) for cheque in cheques], STEP)
        year = replace(year, cheques=cheques, told=True)
        for step in (3, 4, 6, 8, 10, 12):
            tried = judge(year, simulate(year, [election(step * STEP, Fraction(0))] * len(cheques)))
            if not tried.breaks_a_limit:
                assert tried.outcome.match + tried.outcome.true_up <= won + Money(99), (seed, step)


METAMORPHIC = range(2_000, 2_000 + int(os.environ.get("MEGAROTH_METAMORPHIC_YEARS", "12")))


def into(found: Solution) -> int:
    outcome = found.outcome
    return int((outcome.deferral + outcome.after_tax + outcome.match + outcome.true_up).cents)


@pytest.mark.parametrize("seed", METAMORPHIC)
def test_a_later_start_never_gives_more(seed: int) -> None:
    """The later year's numbers, after nothing at first, are numbers of the earlier one if they never change."""
    rng = random.Random(seed)
    terms, cheques, found = solved(seed)
    year = year_of(terms, [(int(cheque.pay.cents), True, 0) for cheque in cheques], STEP)
    year = replace(year, cheques=cheques)
    goal = Wanted(Money(terms.deferral_limit), Money(0), Money(10**11), most_changes=0)
    later = solve(year, goal, first_day=cheques[rng.randrange(1, len(cheques))].date)
    won, before = later.outcome.match + later.outcome.true_up, found.outcome.match + found.outcome.true_up
    assert won <= before + Money(99)
    if won >= before - Money(99):
        assert later.outcome.deferral <= found.outcome.deferral + Money(2 * 99)


@pytest.mark.parametrize("seed", METAMORPHIC)
def test_a_dollar_more_of_room_never_gives_less(seed: int) -> None:
    """A dollar more of any limit leaves all numbers legal that were; the best is no worse, goal by goal."""
    terms, cheques, found = solved(seed)
    year = year_of(terms, [(int(cheque.pay.cents), True, 0) for cheque in cheques], STEP)
    dollar = Money(100)
    limits = replace(
        year.limits, additions=year.limits.additions + dollar, payroll_additions=year.limits.additions + dollar
    )
    roomier = solve(
        replace(year, cheques=cheques, limits=limits), Wanted(Money(terms.deferral_limit), Money(0), Money(10**11))
    )
    assert into(roomier) >= into(found) - 3 * 99 or roomier.outcome.match > found.outcome.match
