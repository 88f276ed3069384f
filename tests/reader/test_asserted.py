"""What is proposed, supposed, advised, recalled or told of the law is no term of the plan; what is asserted beside it is."""

from __future__ import annotations

import pytest
from tests.reader.said import fields, tiers

KINDS = "You may make pre-tax, Roth and traditional after-tax contributions of up to 50% of pay.\n\n"


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("The trustees intend to introduce a match of 50% of the first 4% of pay.", "match"),
        ("Management is considering a match of 100% of the first 3% of pay.", "match"),
        ("The Company will consider a match on catch-up contributions next year.", "match_on_catch_up"),
        ("The law lets an employer decide whether catch-up contributions are matched.", "match_on_catch_up"),
        ("Until last year, catch-up contributions were left out of the match.", "match_on_catch_up"),
        ("Company match on catch-up contributions: zero.", "match_on_catch_up"),
        ("Nobody receives a match on after-tax (non-Roth) contributions.", "match_on_after_tax"),
        ("Consider raising your contributions by 1% each year.", "auto_increase_percent"),
        ("If Maria raises her contribution by 1% every year, she could have $30,000 more.", "auto_increase_percent"),
        ("We hope to add an automatic increase of 1% a year.", "auto_increase_percent"),
        ("The committee is reviewing whether to add the higher catch-up for ages 60 to 63.", "super_catch_up"),
        ("Employees at the Tulsa location receive an annual true-up of the match.", "true_up"),
        ("Matching Contributions (check one):\n( ) 100% of deferrals up to 4%\n( ) 50% of deferrals up to 6%", "match"),
        ("In 2014 the plan offered a one-time window to convert after-tax contributions to Roth.", "in_plan_conversion"),
        ("Can after-tax money be withdrawn while I work here? Refer to the chapter on payments.", "in_service_withdrawal"),
        ("If you reach the limit, we keep a record of after-tax contributions.", "spillover"),
        ("Your contributions between 1% and 6% of pay are matched at 50%.", "match"),
        ("The former plan hotline (800-555-0142) has been shut down.", "phone"),
    ],
)  # fmt: skip
def test_nothing_is_asserted(text: str, field: str) -> None:
    said = fields(KINDS + text).get(field)
    assert said is None or (field.startswith("match_on") and said == "no")


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("The Company matches 50% of the first 4% of pay, for those who plan to save and those who do not.", "match", tiers((50, 4))),
        ("For savers who still want to put more in: after-tax contributions are converted to Roth automatically.", "in_plan_conversion", "automatic"),
        ("Your contribution goes up by 1% each year on its own unless you opt out.", "auto_increase_percent", "1"),
    ],
)  # fmt: skip
def test_what_is_asserted_stays(text: str, field: str, value: object) -> None:
    if value is not None:
        assert fields(KINDS + text)[field] == value


@pytest.mark.parametrize(
    "text",
    [
        "What's matched\nPre-tax: yes. Roth: yes. After-tax: no.",
        "After-tax contributions. The old plan did not have these. You will be able to contribute up to 8% of pay as traditional after-tax contributions.",
        "Loan payments are made by after-tax payroll deduction.",
        "A Roth 401(k) is not for everyone. Because contributions are made after-tax, you take less home.",
        "Pretax: 1% to 40% of pay\nAfter-tax: 1% to 40% of pay\nCombined limit for both: the IRS deferral maximum",
        "You may contribute between 1% and 50% of your salary, either pre-tax or after-tax.",
        "The total of all contributions, including any after-tax contributions, cannot exceed the limit of the law.",
        "You are always vested in what you put in, whether it was deducted before or after tax.",
    ],
)
def test_after_tax_contributions_stay_open(text: str) -> None:
    assert fields(text).get("after_tax_allowed") in (None, "unknown")


def test_a_condition_of_the_law_refutes_no_refusal() -> None:
    text = (
        "You may make pre-tax and Roth contributions. The Plan does not accept voluntary after-tax contributions. "
        "If the plan permits after-tax contributions, they count under the overall limit."
    )
    assert fields(text)["after_tax_allowed"] == "no"


@pytest.mark.parametrize(
    "text",
    [
        "Save 2% to 40% of base salary. Savings may be pre-tax, Roth or traditional after-tax, or any mix, but no more than 12% may be traditional after-tax.",
        "To pre-tax and Roth contributions the Plan adds a third type, after-tax contributions, from 1% to 12% of pay.",
    ],
)
def test_a_cap_is_of_the_kind_that_it_names(text: str) -> None:
    said = fields(text)
    assert said["after_tax_cap_percent"] == "12"
    assert said.get("combined_cap_percent") in (None, "40")


def test_nothing_withheld_ends_nothing() -> None:
    text = (
        "Growth on the after-tax money before the day you convert is taxed that year, and nothing is withheld for it."
    )
    assert fields(KINDS + text)["after_tax_allowed"] == "yes"
