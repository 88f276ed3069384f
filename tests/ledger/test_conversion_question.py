"""Converting with a household file: its whole return says what income costs, its plan and state say the rest."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from megaroth.kit.money import Money, dollars, percent
from megaroth.ledger.convert import Assumed
from megaroth.questions import ask
from megaroth.questions.conversion import assumed_of
from megaroth.questions.tax import tax
from megaroth.tax.conversion import ConversionCost

EXAMPLES = Path(__file__).parents[2] / "examples"
COUPLE = EXAMPLES / "households" / "couple.toml"
TODAY = datetime.date(2026, 3, 1)


def assumed(**more: Any) -> Assumed:
    found = assumed_of(**{"rate": None, "household": COUPLE, "today": TODAY, **more})
    assert isinstance(found, Assumed), found
    return found


@pytest.mark.parametrize("income", [0, 45, 1_000, 60_000])
def test_the_tax_is_that_of_the_question_of_tax(income: int) -> None:
    cost = tax(COUPLE, dollars(income), TODAY)
    assert isinstance(cost, ConversionCost)
    assert assumed().tax_on(dollars(income)) == cost.total
    assert tuple(assumed().findings_on(dollars(income))) == cost.findings


def test_a_rate_goes_before_the_return() -> None:
    """35% of 100.00 is 35.00, whatever the household earns."""
    assert assumed(rate=percent(35)).tax_on(dollars(100)) == dollars(35)


HOUSEHOLD: dict[str, Any] = {
    "year": 2026, "filing": "single", "state": "NJ", "people": {"a": {"born": "1985-01-01"}},
    "jobs": [{
        "name": "x", "person": "a", "pay": 250_000,
        "plan": {"after_tax_allowed": "yes", "in_plan_conversion": "no", "in_service_withdrawal": "yes",
                 "conversions_per_year": 4},
    }],
}  # fmt: skip


def test_the_plans_terms_and_the_state_come_along() -> None:
    found = assumed(household=HOUSEHOLD)
    assert (found.terms.most_a_year, found.in_plan, found.in_service, found.state) == (4, "no", "yes", "NJ")
    said = assumed(household=HOUSEHOLD, times_a_year=2, in_plan="yes", state="TX")
    assert (said.terms.most_a_year, said.in_plan, said.state) == (2, "yes", "TX")


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"household": None}, "rate-missing"),
        ({"today": datetime.date(2025, 3, 1)}, "household-year"),
        ({"household": EXAMPLES / "none.toml"}, "file-not-found"),
    ],
)
def test_what_cannot_be_said(more: dict[str, Any], code: str) -> None:
    found = assumed_of(**{"rate": None, "household": COUPLE, "today": TODAY, **more})
    assert isinstance(found, list)
    assert found[0].code == code


def test_the_answer_of_programs() -> None:
    """6,000 contributed earns 60 before it is converted: 60 at what this household's return says."""
    ledger = {
        "people": {"a": {"born": "1985-01-01"}}, "accounts": {"x": {"kind": "plan", "separate_contract": "yes"}},
        "entries": [
            {"on": "2026-01-09", "kind": "contribute", "account": "x", "source": "after_tax", "amount": 6_000},
            {"on": "2026-02-01", "kind": "earn", "account": "x", "source": "after_tax", "amount": 60},
        ],
    }  # fmt: skip
    answered = ask("convert", {"ledger": ledger, "household": HOUSEHOLD, "return_percent": 6}, TODAY)
    told = answered.value
    assert isinstance(told, dict)
    cost = tax(HOUSEHOLD, dollars(60), TODAY)
    assert isinstance(cost, ConversionCost)
    assert (told["now"]["taxable"], told["now"]["tax"]) == ("60.00", cost.total.plain())
    assert Money(0) < cost.total
    assert told["waiting"][0]["frequency"] == "automatic"
    refused = ask("convert", {"ledger": ledger}, TODAY)
    assert refused.exit_code == 2
