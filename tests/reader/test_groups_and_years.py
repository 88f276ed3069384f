"""Tables by group and by year, labels whose values stand behind a blank, and short answers below a title."""

from __future__ import annotations

import pytest
from tests.reader.said import fields

from megaroth.reader import work


def _dated(text: str) -> str:
    told = work.work({"do": "read", "kind": "text", "today": "2026-11-26"}, f"{text}\n{_PLAN}".encode())
    assert isinstance(told, dict)
    return str(told["date"])


_PLAN = "\nThe 401(k) plan lets you contribute from your pay. The company match is paid each month. Contributions are vested at once.\n"
_KNOWN = "Roth and traditional after-tax contributions are offered.\n\n"


@pytest.mark.parametrize(
    "table",
    [
        """
                               Non-highly             Highly
                               compensated            compensated
What you save                  employees              employees
----------------------------------------------------------------------
Pre-tax and Roth               2% - 60%               2% - 20%
After-tax                      1% - 12%               1% - 4%
All contributions combined     72%                    24%
""",
        """
Type of contribution      HCEs      All other employees
Pre-tax and Roth          20%       60%
After-tax                 4%        12%
Total contributions       24%       72%
""",
        """
Everyone else
Highly compensated employees
Pre-tax and Roth
Up to 60% of pay
Up to 20% of pay
After-tax contributions
Up to 12% of pay
Up to 4% of pay
Total contributions
72%
24%
""",
    ],
)
def test_one_column_is_for_everybody_and_one_for_the_highly_compensated(table: str) -> None:
    told = fields(f"{_KNOWN}CONTRIBUTION LIMITS\n{table}")
    assert told["after_tax_cap_percent"] == "12"
    assert told["hce_after_tax_cap_percent"] == "4"
    assert told["deferral_cap_percent"] == "60"
    assert told["combined_cap_percent"] == "72"


def test_a_row_for_each_group_tells_the_cap_of_all_others() -> None:
    told = fields(
        f"{_KNOWN}Group                            After-tax limit\nHighly compensated employees     5%\nAll other employees              15%\n"
    )
    assert (told["after_tax_cap_percent"], told["hce_after_tax_cap_percent"]) == ("15", "5")


@pytest.mark.parametrize(
    "table",
    [
        "Results of the test           HCEs      NHCEs\nAverage after-tax rate        4%        2%\nNumber                        12        90\n",
        "Company match\nHighly compensated employees\nNon-highly compensated employees\nMatch on after-tax\n5%\n6%\n",
        "Feature            Salaried      Hourly\nAfter-tax          4%            12%\nVesting            At once       At once\n",
    ],
)
def test_shares_of_other_things_by_group_are_no_caps(table: str) -> None:
    told = fields(f"{_KNOWN}{table}")
    assert not {"after_tax_cap_percent", "hce_after_tax_cap_percent"} & set(told)


def test_a_line_on_pay_ends_before_the_next_label() -> None:
    told = fields(
        "Pre-tax:      1% to 30% of pay\nRoth:         1% to 30% of pay\nAfter-tax:    1% to 10% of pay\nAll types together may not exceed 40% of pay\nCatch-up:     if you are 50\n"
    )
    assert told["combined_cap_percent"] == "40"


def test_of_columns_of_years_the_one_that_has_begun_last_counts() -> None:
    table = """
  What's changing                         {}                              {}
  Automatic enrollment (new hires)        3%                                5%
  Traditional after-tax contributions     Up to 6% of pay                   Up to 10% of pay
  Ages 60-63 catch-up                     $11,250                           $11,250
"""
    told = fields(_KNOWN + table.format(2025, 2026))
    assert (told["auto_enrolment_percent"], told["after_tax_cap_percent"]) == ("5", "10")
    assert told["super_catch_up"] == "yes"
    told = fields(_KNOWN + table.format("Current (2025)", "New for 2026"))
    assert (told["auto_enrolment_percent"], told["after_tax_cap_percent"]) == ("5", "10")
    told = fields(_KNOWN + table.format(2026, 2027))
    assert (told["auto_enrolment_percent"], told["after_tax_cap_percent"]) == ("3", "6")


@pytest.mark.parametrize(
    "table",
    [
        """
WHO MAY JOIN                  Everybody who works for us and is at least 21 years old.

YOUR SAVINGS                  Pretax and Roth: 2% to 40% of eligible pay
                              After-tax:       1% to 8% of eligible pay
                              Total of all sources may not exceed 48% of eligible pay
                              Catch-up:        a separate election, at 50 or over

LOANS                         One at a time, for up to five years; the fee is $60.
""",
        """
WHO MAY JOIN                  Everybody from the first day of work at our company.

YOUR SAVINGS                  Pre-tax and Roth:      up to 40% of pay
                              After-tax:             up to 8% of pay
                              All contributions:     up to 48% of pay
                              These limits hold for everybody and in each pay period.

LOANS                         One at a time, for up to five years; the fee is $60.
""",
    ],
)
def test_a_label_within_a_cell_keeps_its_value(table: str) -> None:
    told = fields(f"{_KNOWN}{table}")
    assert told["after_tax_cap_percent"] == "8"
    assert told["deferral_cap_percent"] == "40"
    assert told.get("combined_cap_percent") == "48"


@pytest.mark.parametrize(
    "text",
    [
        "Pre-tax contributions. You may put in any whole percentage of pay up to 25%.\n\nRoth contributions. Not offered.\n\nLoans. One at a time.",
        "Roth 401(k). The Plan does not offer this at this time.",
        "Traditional        1% to 50%\nRoth               Not available\nLoans              Two",
        "The Plan does not have a Roth feature and does not take after-tax contributions.",
        "Our plan does not offer Roth contributions and has no brokerage window.",
    ],
)
def test_a_short_answer_says_that_there_is_no_roth(text: str) -> None:
    assert fields(text)["roth_deferrals"] == "no"


@pytest.mark.parametrize(
    "text",
    [
        "Roth contributions. Not matched.",
        "Roth contributions. Not offered before 2020.",
        "Roth in-plan conversions. Not offered.",
        "Roth contributions\n\nWithdrawals. Not permitted before age 59 1/2.",
    ],
)
def test_what_else_is_denied_below_roth_is_not_that_there_is_none(text: str) -> None:
    assert fields(text).get("roth_deferrals") != "no"


def test_each_o_at_the_margin_is_a_bullet() -> None:
    text = "You choose between two kinds:\n\n   o  Pre-tax deferrals, which lower your taxable income this year.\n   o  Roth deferrals, which are taxed today.\n"
    assert fields(text)["roth_deferrals"] == "yes"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("This part, together with Parts A to F, is the Summary Plan Description dated July 1, 2024.", "2024-07-01"),
        ("Year: calendar year              First effective: 7/1/2013            This SPD: 3/1/2023", "2023-03-01"),
        ("Date of this booklet: March 2022", "2022-03-01"),
        ("EXEMPLAR MILLS\n401(k) Plan at work\nSample Investments, 2023\n\nYou may save.", "2023-01-01"),
        (
            "Summary Plan Description\nEXEMPLAR FAMILY RESTAURANTS PLAN\n   (rev. January 1, 2020)\n\n1.  WHO\n",
            "2020-01-01",
        ),
        ("This notice, together with the Summary Plan Description dated July 1, 2021, tells what changes.", ""),
        ("EXEMPLAR MILLS\n401(k) Plan at work\nDenver, Colorado, 2023 and 2024\n\nYou may save.", ""),
    ],
)
def test_a_document_says_its_own_date_in_passing(text: str, day: str) -> None:
    assert _dated(text) == day


@pytest.mark.parametrize(
    ("text", "keeper"),
    [
        ("Opt out by calling Bank of America at 800-555-0199 or on Benefits OnLine.", "Bank of America"),
        ("Contact Bank of America's Retirement Benefits at 1-866-333-4444.", "Bank of America"),
        ("Contact Merrill at 800-555-0199 or use Benefits OnLine.", "Merrill"),
        ("Bank of America sponsors this plan. Call Fidelity at 800-555-0199.", "Fidelity"),
        ("Fees paid to Sample Funds, the recordkeeper, were $18,204 for the year.", "Sample Funds"),
        ("Expenses of $22,100 were paid to Keystone Trust Company, the Plan's recordkeeper.", "Keystone Trust Company"),
        ("Fees paid to Sample Funds, the recordkeeper until 2019, were $18,204.", None),
        ("Until March 2020 fees were paid to Sample Funds, the recordkeeper.", None),
    ],
)
def test_whom_one_calls_or_pays_keeps_the_records(text: str, keeper: str | None) -> None:
    assert fields(text).get("recordkeeper") == keeper


@pytest.mark.parametrize(
    "text",
    [
        "You may also save up to 15% of pay in traditional after-tax amounts, but not more than $20,000 in any Plan Year.",
        "You may save 1% to 8% of pay as traditional after-tax contributions, up to $20,000 per calendar year.",
    ],
)
def test_a_second_bound_in_dollars_is_of_the_money_before_it(text: str) -> None:
    assert float(fields(f"Roth is offered. {text}")["after_tax_cap_dollars"]) == 20000


@pytest.mark.parametrize(
    "text",
    [
        "You may make traditional after-tax contributions, but the total of all contributions may not exceed $70,000 a year.",
        "You may save traditional after-tax dollars and pre-tax dollars, but not more than $23,500 in any year.",
    ],
)
def test_a_bound_in_dollars_of_other_money_is_none_of_after_tax(text: str) -> None:
    assert "after_tax_cap_dollars" not in fields(f"Roth is offered. {text}")


@pytest.mark.parametrize(
    "text",
    [
        "Start                     On your first day\nContribution types        Pre-tax, Roth, traditional after-tax\nPre-tax + Roth            50% of pay",
        "Salary reduction        1% to 70% of pay; pre-tax, Roth, or some of each\nAfter-tax               1% to 5% of pay\nCatch-up                If 50 or older",
        'Roth is offered. "After-tax" contributions are of the traditional kind.\n\nYou may make after-tax contributions of up to 6% of pay.',
        "After-tax contributions do not have the tax-free growth of Roth. You can make after-tax contributions of 1% to 9% of pay.",
        "Pre-tax and Roth are offered. Once you hit the limit, you can add after-tax contributions.\n\nCan I roll the after-tax into Roth?\n\nYep. Call us.",
    ],
)
def test_after_tax_money_told_from_roth_may_go_in(text: str) -> None:
    assert fields(text)["after_tax_allowed"] == "yes"


@pytest.mark.parametrize(
    "text",
    [
        "Contribution types        Pre-tax, Roth, rollover after-tax\nVesting                   Immediate\nLoans                     One",
        "Contribution types        Pre-tax, Roth (after-tax)\nVesting                   Immediate\nLoans                     One",
        "Types for withdrawal      Pre-tax, Roth, after-tax\nVesting                   Immediate\nLoans                     One",
        "You may make Roth (after-tax) contributions. After-tax contributions are regular payroll deductions.\n\nYou can make after-tax contributions up to 6% of pay.",
        "Pre-tax and Roth are offered. You can add after-tax contributions.\n\nCan I convert after-tax money from a former employer to a Roth IRA?\n\nYes.",
    ],
)
def test_after_tax_money_that_may_be_roth_or_comes_from_elsewhere_stays_open(text: str) -> None:
    assert "after_tax_allowed" not in fields(text)


@pytest.mark.parametrize(
    "heads",
    ["Kind of money\nHow much\nMatched?", "Kind of money\nIs it matched?\nHow much"],
)
def test_cells_one_below_the_other_say_which_money_is_matched(heads: str) -> None:
    answer = "{1}\nUp to 25% of pay" if heads.endswith("How much") else "Up to 25% of pay\n{1}"
    rows = [("Pre-tax", "Yes, first 6%"), ("Roth", "Yes, first 6%"), ("After-tax", "No"), ("Catch-up", "No")]
    body = "\n".join(f"{kind}\n{answer.format('', said).strip()}" for kind, said in rows)
    told = fields(f"The company matches 50% of the first 6% of pay. {_KNOWN}{heads}\n{body}\n")
    assert (told["match_on_roth"], told["match_on_after_tax"], told["match_on_catch_up"]) == ("yes", "no", "no")


def test_answers_below_another_head_say_nothing_of_the_match() -> None:
    body = "Kind of money\nHow much\nLoans?\nRoth\n25%\nYes\nAfter-tax\n25%\nNo\nCatch-up\n$7,500\nNo\n"
    told = fields(f"The company matches 50% of the first 6% of pay. {_KNOWN}{body}")
    assert not {"match_on_after_tax", "match_on_catch_up"} & set(told)


@pytest.mark.parametrize(
    ("text", "at", "catch_up"),
    [
        ("After-tax contributions are not eligible for match, and neither are catch-up contributions.", "no", "no"),
        ("We do not match traditional after-tax contributions, nor do we match catch-up contributions.", "no", "no"),
        ("Catch-up contributions do not get a match; neither do after-tax contributions.", "no", "no"),
        ("After-tax contributions are matched, and so are catch-up contributions.", "yes", "yes"),
        ("Hardship withdrawals are not allowed, and neither are catch-up contributions.", None, None),
        ("Rollovers cannot be withdrawn, and neither can after-tax contributions.", None, None),
    ],
)
def test_what_comes_last_shares_the_verb(text: str, at: str | None, catch_up: str | None) -> None:
    told = fields(f"The company matches 50% of the first 6% of pay. {text}")
    assert (told.get("match_on_after_tax"), told.get("match_on_catch_up")) == (at, catch_up)


@pytest.mark.parametrize(
    ("text", "rate", "most"),
    [
        ("Exemplar matches 50% of what you contribute, up to $9,000 a year.", "50", 9000),
        ("The employer matches 25% of everything you save, not to exceed $1,500 in any year.", "25", 1500),
        ("We match 100% of your contributions until you have reached $2,000.", "100", 2000),
    ],
)
def test_a_match_of_all_that_is_put_in_ends_at_a_sum(text: str, rate: str, most: int) -> None:
    told = fields(text)
    assert told["match"] == [{"rate_percent": rate}]
    assert float(told["match_limits"]["max_dollars"]) == most


def test_what_may_be_withdrawn_of_contributions_is_no_match() -> None:
    told = fields("You may withdraw 50% of what you contribute, up to $9,000 a year. The match is decided each year.")
    assert "match_limits" not in told


@pytest.mark.parametrize(
    "text",
    [
        "You may save 2% to 5% of pay in matched contributions, before-tax or after-tax. Unmatched contributions may be up to 10% of pay. In all, you may not save more than 15% of pay, before-tax and after-tax together.",
        "You may put in 1% to 6% of pay as a Basic Contribution, before-tax or after-tax. If you put in 6%, you may save another 9% in Supplemental Contributions, again before-tax, after-tax or both. Your Basic and Supplemental Contributions together may not be more than 15% of pay.",
    ],
)
def test_what_the_first_tier_reaches_is_no_limit_of_both(text: str) -> None:
    told = fields(text)
    assert told["combined_cap_percent"] == "15"
    assert "deferral_cap_percent" not in told


@pytest.mark.parametrize(
    "text",
    [
        "The Plan will be ready to take Roth contributions at a later date.",
        "The Plan will add Roth contributions later next year.",
    ],
)
def test_roth_that_is_to_come_is_not_there(text: str) -> None:
    assert "roth_deferrals" not in fields(text)


def test_what_may_be_added_to_a_first_tier_is_no_whole() -> None:
    said = "Once you contribute 6%, you may save an additional 1% to 20% of pay as Supplemental Contributions, before-tax, Roth or traditional after-tax."
    assert "combined_cap_percent" not in fields(said)
