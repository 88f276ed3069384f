"""Every number on the pages of the outlook can be asked why: sums that add up, rules with citations, the number of each sentence among them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from tests.outlook.households import CASH, first, should, worth

from megaroth.kit.money import ZERO, Money
from megaroth.kit.rule import REGISTRY
from megaroth.kit.trace import Step
from megaroth.outlook.reasons import Reason

FULL: dict[str, Any] = {"cash": CASH, "debts": [], "hsa": {"coverage": "none"}}
HOUSEHOLDS: list[dict[str, Any]] = [
    FULL,
    {},
    {"cash": {"to_save": 30_000, "savings": 1_000, "monthly_spending": 3_000, "needed_within_five_years": 50_000}},
    {"plan": {"after_tax_allowed": "no"}},
    {"plan": {"match": "unknown"}},
    {"plan": {"in_plan_conversion": "no", "in_service_withdrawal": "yes", "conversions_per_year": 2}},
    {**FULL, "job": {"pay": 60_000, "ends": "2026-10-31", "service_years": 1}, "plan": {"vesting": "20% a year"}},
    {**FULL, "state": "CA", "hsa": {"coverage": "family"}, "debts": [{"name": "card", "balance": 4_000, "rate_percent": 20}]},
]  # fmt: skip


def every(step: Step) -> Iterator[Step]:
    yield step
    for part in step.parts:
        yield from every(part)


def amounts(step: Step) -> set[str]:
    """Every amount in an explanation, as it is printed."""
    found = set()
    for each in every(step):
        found |= {str(amount) for amount in each.terms.values()}
        found |= {str(each.value)} if isinstance(each.value, Money) else set()
    return found


def explained(reason: Reason) -> None:
    assert reason.why.rule, reason.code
    assert reason.why.cite, reason.code
    for amount in re.findall(r"\$[\d,]+\.\d\d", reason.number):
        assert amount in amounts(reason.why), (reason.code, amount)
    for each in every(reason.why):
        assert each.cite or each.rule not in REGISTRY, each.rule


@pytest.mark.parametrize("parts", HOUSEHOLDS)
def test_the_number_of_each_sentence_stands_in_its_explanation(parts: dict[str, Any]) -> None:
    for reason in (*should(**parts).reasons, *first(**parts).roth_or_pre_tax):
        explained(reason)


@pytest.mark.parametrize("parts", HOUSEHOLDS)
def test_the_room_of_each_step_stands_in_its_explanation(parts: dict[str, Any]) -> None:
    for place in first(**parts).places:
        assert place.because.says == place.why
        if place.fills is not None:
            terms = place.because.terms
            assert terms["put in"] == place.fills
            assert terms["put in"] - terms.get("less tax saved", ZERO) == terms["cost"] == place.cost
        if (
            place.room is not None
            and place.room > ZERO
            and place.step in ("match", "hsa", "after-tax", "backdoor-roth-ira")
        ):
            assert any(each.rule in REGISTRY for each in every(place.because)), place.step


def test_the_cash_goes_from_step_to_step() -> None:
    places = first(**HOUSEHOLDS[-1]).places
    left = places[0].because.terms["cash left before it"]
    for place in places:
        if place.fills is not None:
            assert place.because.terms["cash left before it"] == left
            left = left - place.because.terms["cost"]


@pytest.mark.parametrize("parts", [{}, {"state": "CA", "plan": {"in_plan_conversion": "on-request"}, "job": {"wishes": {"deferral": 9_000}}},
                                   {"debts": [{"name": "loan", "balance": 90_000, "rate_percent": 9}]}])  # fmt: skip
def test_every_way_is_a_sum(parts: dict[str, Any]) -> None:
    """What went in, what it earned, what was taxed: to the cent what it leaves; and the difference is what is said."""
    answer = worth(outlook={"work_until_age": 50, "spend_age": 60}, **parts)
    ahead = answer.why.find("ahead")
    assert ahead is not None
    told = {part.rule: part for part in ahead.parts}
    for way in answer.ways:
        if way.name == "none":
            continue
        terms = told[way.called].terms
        total = ZERO
        for amount in terms.values():
            total = total + amount
        assert total == way.after_tax == told[way.called].value
        assert terms["put_in"] == way.paid
        assert terms["taxes_at_the_end"] <= ZERO
    mine, other = ahead.terms.values()
    assert ahead.value == answer.ways[0].ahead_by
    # Each is rounded to the cent by itself.
    assert abs(int((mine - other - answer.ways[0].ahead_by).cents)) <= 1


def test_the_year_of_the_break_even_is_between_its_numbers() -> None:
    answer = worth(outlook={"work_until_age": 50, "spend_age": 60})
    since = answer.why.find("leave it alone until")
    assert since is not None
    before, taxable_before, after, taxable_after = since.terms.values()
    assert (since.value, before < taxable_before, after >= taxable_after) == (answer.break_even, True, True)


def test_taxes_are_explained_by_the_engine() -> None:
    answer = worth(
        state="CA", plan={"in_plan_conversion": "on-request"}, outlook={"work_until_age": 50, "spend_age": 60}
    )
    for name in ("tax on conversion", "tax on dividends", "tax on gains"):
        step = answer.why.find(name)
        assert step is not None
        assert [part.rule for part in step.parts] == ["federal_tax", "state_tax_of_conversion"]
        assert step.parts[1].value <= step.value  # type: ignore[operator]
    # An eighth of a year of 41,500 at 7.5%: 389.06 earned, taxed at 24% and California's 9.3%.
    conversion = answer.why.find("tax on conversion")
    assert conversion is not None
    assert str(conversion.terms["taxed"]) == "$389.06"
    assert conversion.value == Money(9337 + 3618)


def test_own_rates_are_named_as_such() -> None:
    answer = worth(outlook={"gain_tax_percent": 20, "work_until_age": 45, "spend_age": 50})
    gains = answer.why.find("tax on gains")
    assert gains is not None
    assert [part.rule for part in gains.parts] == ["your own rate"]
    assert str(gains.parts[0].value) == "$0.20"


def test_stock_and_deferred_pay_are_explained() -> None:
    answer = first(
        job={"other_wages": 100_000},
        vests=[{"job": "Initech", "value": 100_000}],
        deferred_pay=[{"job": "Initech", "amount": 50_000}],
    )
    (vest,), (deferred,) = answer.vests, answer.deferred
    assert {str(vest.due), str(vest.withheld), str(vest.short)} <= amounts(vest.why)
    line = deferred.why.find("highly compensated next year")
    assert line is not None
    assert line.value is deferred.is_hce_next_year
    assert "Notice" in line.cite
