"""Random small years: one for the oracle, the same for the product."""

from __future__ import annotations

import datetime
import random
from fractions import Fraction

from tests.schedule.oracle import NONE as BIG
from tests.schedule.oracle import Terms

from megaroth.household.pay import Election, Paycheck
from megaroth.kit.money import NO_CAP, NO_LIMIT, NONE, Money, Rate
from megaroth.plan.model import Plan, Tier
from megaroth.plan.payroll import STOPS, Payroll
from megaroth.schedule.year import JobYear, Limits, Made


def terms_of(rng: random.Random) -> Terms:
    """Terms of a plan and limits that bind often in a year of a few paychecks of some thousand dollars."""
    tiers: list[tuple[Fraction, Fraction | None, int | None]] = []
    kind = rng.choice(["of pay", "of pay", "two tiers", "every dollar", "dollars", "none"])
    if kind == "of pay":
        tiers = [(Fraction(rng.choice([25, 50, 100]), 100), Fraction(rng.choice([4, 6, 10, 15]), 100), None)]
    elif kind == "two tiers":
        tiers = [(Fraction(1), Fraction(3, 100), None), (Fraction(1, 2), Fraction(rng.choice([2, 7]), 100), None)]
    elif kind == "every dollar":
        tiers = [(Fraction(rng.choice([10, 50]), 100), None, None)]
    elif kind == "dollars":
        tiers = [(Fraction(1, 2), None, rng.randrange(10_000, 400_000))]
    share = rng.choice([None, None, Fraction(rng.choice([10, 25, 50]), 100)])
    return Terms(
        tiers=tiers,
        dollar_cap=rng.choice([BIG, BIG, rng.randrange(10_000, 200_000)]),
        period=rng.choice(["payday", "payday", "payday", "quarter", "year"]),
        mode=rng.choice(["stop", "stop", "spread", "true-up"]),
        true_up=rng.random() < 0.3,
        stays=rng.random() < 0.8,
        if_gone=rng.random() < 0.5,
        after_tax_cap=share,
        deferral_cap=rng.choice([None, None, Fraction(rng.choice([20, 50, 75]), 100)]),
        combined_cap=rng.choice([None, None, Fraction(rng.choice([40, 60, 90]), 100)]),
        match_catch_up=rng.random() < 0.6,
        deferral_limit=rng.randrange(0, 1_500_000),
        catch_up_limit=rng.choice([0, 0, rng.randrange(0, 400_000)]),
        additions_limit=rng.randrange(200_000, 3_500_000),
        after_tax_limit=rng.choice([BIG, rng.randrange(0, 1_500_000)]),
        combined_limit=rng.choice([BIG, BIG, rng.randrange(500_000, 2_500_000)]),
        countable=rng.choice([BIG, BIG, rng.randrange(500_000, 3_000_000)]),
    )


def paychecks_of(rng: random.Random, most: int, least: int = 1) -> list[tuple[int, bool, int]]:
    """Paychecks of a year: pay, whether it is matched, and its quarter."""
    usual = rng.randrange(100_000, 900_000)
    pays = [
        usual if rng.random() < 0.7 else rng.randrange(50_000, 2_000_000) for _ in range(rng.randrange(least, most + 1))
    ]
    return [
        (pay, rng.random() < 0.9, quarter)
        for pay, quarter in zip(pays, sorted(rng.choices(range(4), k=len(pays))), strict=True)
    ]


def rate(share: Fraction | None) -> Rate:
    return NO_CAP if share is None else Rate(share.numerator, share.denominator)


def money(cents: int) -> Money:
    return NO_LIMIT if cents >= BIG else Money(cents)


def year_of(terms: Terms, paychecks: list[tuple[int, bool, int]], step: Fraction = Fraction(1, 100)) -> JobYear:
    """The same year as the product reads it."""
    days: list[Paycheck] = []
    for place, (pay, matched, quarter) in enumerate(paychecks):
        days.append(Paycheck(datetime.date(2026, 3 * quarter + 1, 1 + place), Money(pay), matched=matched))
    return JobYear(
        name="job",
        year=2026,
        plan=Plan(
            "plan",
            True,
            after_tax_cap=rate(terms.after_tax_cap),
            deferral_cap=rate(terms.deferral_cap),
            combined_cap=rate(terms.combined_cap),
            match=tuple(Tier(rate(r), rate(share), NO_LIMIT if d is None else Money(d)) for r, share, d in terms.tiers),
            match_dollar_cap=money(terms.dollar_cap),
            match_on_after_tax=terms.match_after_tax,
            match_on_catch_up=terms.match_catch_up,
        ),
        payroll=Payroll(
            period=terms.period,  # type: ignore[arg-type]
            true_up=terms.true_up,
            true_up_if_gone=terms.if_gone,
            cap_mode=terms.mode,  # type: ignore[arg-type]
            spillover=terms.spillover,
            stops=tuple(stop for stop in STOPS if stop in terms.stops),
            step=rate(step),
        ),
        limits=Limits(
            deferral=money(terms.deferral_limit),
            catch_up=money(terms.catch_up_limit),
            additions=money(terms.additions_limit),
            after_tax=money(terms.after_tax_limit),
            combined=money(terms.combined_limit),
            countable=money(terms.countable),
            payroll_deferral=money(terms.deferral_limit),
            payroll_catch_up=money(terms.catch_up_limit),
            payroll_additions=money(terms.additions_limit),
        ),
        service=0,
        is_hce=False,
        is_roth=False,
        paychecks=tuple(days),
        made=Made(),
        stays=terms.stays,
    )


def election(x: Fraction, y: Fraction) -> Election:
    return Election(rate(x), NONE, NONE, rate(y))
