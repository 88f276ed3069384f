"""Excesses: returned in the order of EPCRS, taxed in the right year, and every dollar of the excess accounted for."""

from __future__ import annotations

import random

from megaroth.kit.money import ZERO, Money, dollars, percent
from megaroth.ledger.excess import (
    Additions,
    acp_refund,
    already_converted,
    correct_415,
    left_in_402g,
    returned_402g,
    returned_415,
)
from megaroth.ledger.model import total_of


def test_john_the_published_correction() -> None:
    """IRS web, failure to limit contributions: 18,000 + 11,000 + 35,000 against 53,000."""
    put_in = Additions(
        unmatched_deferrals=dollars(7_000), matched_deferrals=dollars(11_000), match=dollars(11_000),
        other_employer=dollars(35_000), match_rate=percent(100),
    )  # fmt: skip
    steps, left = correct_415(dollars(11_000), put_in)
    assert [(s.what, s.returned, s.forfeited) for s in steps] == [
        ("unmatched deferrals", dollars(7_000), ZERO),
        ("matched deferrals", dollars(2_000), dollars(2_000)),
    ]
    assert left == ZERO


def test_after_tax_goes_back_first() -> None:
    put_in = Additions(unmatched_after_tax=dollars(10_000), unmatched_deferrals=dollars(20_000))
    steps, left = correct_415(dollars(1_250), put_in)
    assert [(s.what, s.returned, s.forfeited) for s in steps] == [
        ("unmatched after-tax contributions", dollars(1_250), ZERO)
    ]
    assert left == ZERO


def test_every_dollar_of_an_excess_is_accounted_for() -> None:
    rng = random.Random(7)
    for _ in range(500):
        rate = percent(rng.choice((0, 25, 50, 100)))
        amounts = [Money(rng.randint(0, 3_000_000)) for _ in range(4)]
        put_in = Additions(amounts[0], amounts[1], amounts[2], amounts[3], match=Money(rng.randint(0, 2_000_000)), other_employer=Money(rng.randint(0, 2_000_000)),
                           match_rate=rate)  # fmt: skip
        everything = total_of([*amounts, put_in.match, put_in.other_employer])
        excess = Money(rng.randint(0, int(everything.cents)))
        steps, left = correct_415(excess, put_in)
        gone = total_of(step.returned + step.forfeited for step in steps)
        # Each matched step may return up to a cent more than needed, for a match is whole cents.
        assert 0 <= (gone + left - excess).cents <= 2
        assert total_of(step.returned for step in steps) <= total_of(amounts)


def test_a_returned_deferral_is_income_of_two_years() -> None:
    tax = returned_402g(dollars(520), dollars(500), 2025, 2026)
    assert tax.income == {2025: dollars(500), 2026: dollars(20)}
    assert tax.codes == ("P", "8")
    assert not tax.ten_percent_tax
    same_year = returned_402g(dollars(520), dollars(500), 2025, 2025)
    assert (same_year.income, same_year.codes) == ({2025: dollars(520)}, ("8", "8"))
    roth = returned_402g(dollars(520), dollars(500), 2025, 2026, roth=True)
    assert (roth.income[2025], roth.codes) == (ZERO, ("PB", "8B"))


def test_an_excess_that_stays_is_taxed_twice() -> None:
    again, finding = left_in_402g(dollars(500), dollars(200), 2025)
    assert again == dollars(300)
    assert finding is not None
    assert "$300.00" in finding.message
    assert left_in_402g(dollars(500), dollars(500), 2025) == (ZERO, None)


def test_a_returned_addition_and_a_refund() -> None:
    assert returned_415(dollars(1_290), dollars(1_250), 2026).income == {2026: dollars(40)}
    # 4,000 after-tax, 1,000 of match at 60% vested, 60 of earnings: 4,660 paid, 660 of it income, 400 forfeited.
    tax, forfeited = acp_refund(dollars(5_000), dollars(60), dollars(4_000), percent(60), 2026)
    assert (tax.returned, tax.income, forfeited) == (dollars(4_660), {2026: dollars(660)}, dollars(400))


def test_an_excess_already_in_roth() -> None:
    assert "6% a year" in already_converted("roth_ira").message
    assert already_converted("in_plan").code == "excess-in-roth-source"
