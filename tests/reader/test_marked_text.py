"""Texts written in Markdown, as handbooks are, and tables that lost their lines: each is read as what it is."""

from __future__ import annotations

import pytest
from tests.reader.said import fields, tiers


def test_a_heading_with_its_mark_is_a_heading() -> None:
    text = "## Conventional after-tax money\nYou may contribute from 1% to 8% of pay.\n\n## Roth money\nYou may contribute, too.\n"
    told = fields(text)
    assert (told["after_tax_allowed"], told["after_tax_cap_percent"]) == ("yes", "8")


def test_the_rows_of_a_table_without_bars_at_their_ends() -> None:
    rows = [("1%", "1%"), ("2%", "2%"), ("3%", "3%"), ("4%", "3.5%"), ("5%", "4%"), ("6%", "4%")]
    text = "You contribute | Company matches\n--- | ---\n" + "\n".join(" | ".join(row) for row in rows)
    assert fields(text)["match"] == tiers((100, 3), (50, 2))


def test_a_number_in_brackets_is_the_number() -> None:
    assert fields("Call Fidelity (800-555-0123) to enroll in the 401(k).")["phone"] == "800-555-0123"
    assert fields("Call Fidelity at (800) 555-0123 to enroll in the 401(k).")["phone"] == "(800) 555-0123"


@pytest.mark.parametrize(
    "text",
    [
        "You can make Roth contributions. You can make after-tax contributions. After-tax is not the same as Roth.",
        "We have Roth. You can make after-tax contributions. While you still work here you can move your after-tax money to a Roth IRA.",
    ],
)
def test_signs_that_after_tax_is_not_roth(text: str) -> None:
    assert fields(text)["after_tax_allowed"] == "yes"


@pytest.mark.parametrize(
    "text",
    [
        "You can make pre-tax or after-tax contributions. Roth is after-tax, and is not the same as a Roth IRA.",
        "You can make pre-tax or after-tax contributions (Roth). When you leave you may roll your after-tax money to a Roth IRA.",
    ],
)
def test_signs_that_say_nothing_of_it(text: str) -> None:
    assert "after_tax_allowed" not in fields(text)


def test_cells_that_were_run_together_are_a_label_and_a_value() -> None:
    told = fields(
        "Contribution typeMaximum\nPre-tax and Roth50% of pay\nTraditional after-tax15% of pay\nCompany match100% of the first 4%\n"
        "Match frequencyEvery pay period\nTrue-upYes\nRecordkeeperFidelity\n"
    )
    assert told["match"] == tiers((100, 4))
    said = {name: told[name] for name in ("deferral_cap_percent", "after_tax_cap_percent", "match_period", "true_up")}
    assert said == {
        "deferral_cap_percent": "50", "after_tax_cap_percent": "15", "match_period": "payday", "true_up": "yes",
    }  # fmt: skip
    assert (told["after_tax_allowed"], told["recordkeeper"]) == ("yes", "Fidelity")


def test_a_whole_table_may_be_one_line() -> None:
    told = fields(
        "EligibilityImmediateEmployee contributionsPre-tax, Roth and traditional after-tax, 1%-60% combinedCompany match50% of first 6%"
        "VestingImmediateIn-plan Roth conversionYes, automaticIn-service withdrawals of after-taxAny time"
    )
    assert told["match"] == tiers((50, 6))
    assert (told["after_tax_allowed"], told["in_plan_conversion"], told["in_service_withdrawal"]) == (
        "yes", "automatic", "yes",
    )  # fmt: skip
    assert told["combined_cap_percent"] == "60"


def test_a_row_of_limits_implies_that_such_money_is_taken() -> None:
    rows = "2025 limitsAmount\nPre-tax and Roth contributions$23,500\nTraditional after-tax contributions$30,000\n"
    assert fields(rows)["after_tax_allowed"] == "yes"
    assert "after_tax_allowed" not in fields(rows.replace("2025 limits", "Your account").replace("Roth", "other"))


@pytest.mark.parametrize(
    "text",
    [
        "See the portal for your 401(k) planChoice tool.",
        "Plan typeAcme 401(k)",
        "The YouTube match game is on. The plan pays.",
    ],
)
def test_one_word_with_a_capital_inside_is_no_table(text: str) -> None:
    assert fields(text) == {}
