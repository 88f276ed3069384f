"""What is said of the match, in many words; and what only looks as if it said it."""

from __future__ import annotations

import pytest
from tests.reader.said import fields as _fields

from megaroth.reader.formula import tiers_of
from megaroth.reader.rates import of_a_dollar

Tiers = list[tuple[str, str]]
AFTER_TAX = "You may make pre-tax, Roth and traditional after-tax contributions. "


@pytest.mark.parametrize(
    ("text", "tiers"),
    [
        (
            "The Company matches 50 cents of each dollar of pre-tax and Roth contributions that you make, up to 8% of your eligible pay.",
            [("50", "8")],
        ),
        (
            "The Company matches $0.80 for each $1.00 of your Before-Tax and Roth Savings up to 5% of your Eligible Earnings.",
            [("80", "5")],
        ),
        ("We match 75¢ on every dollar you save, up to 6% of pay.", [("75", "6")]),
        (
            "For every dollar you contribute, up to 6% of your eligible pay, the Company will contribute 50 cents.",
            [("50", "6")],
        ),
        ("For each $1 of your deferrals up to 5 percent of base salary, Acme adds $1.", [("100", "5")]),
        (
            "For every dollar ($1.00) that a member saves, up to four per cent (4%) of base earnings, the Bank shall contribute fifty cents ($.50).",
            [("50", "4")],
        ),
        (
            "Employer matching contributions equal 25% of Elective Deferrals not in excess of 8% of Plan Compensation.",
            [("25", "8")],
        ),
        (
            "The Employer shall contribute, for each payroll period, 40% of a Participant's Elective Deferrals, excluding Catch-Up Contributions, for such period which do not exceed 10% of Plan Compensation for such period as a matching contribution.",
            [("40", "10")],
        ),
        (
            "The Employer shall make a matching contribution equal to sixty percent of so much of those contributions as does not exceed five percent of Salary.",
            [("60", "5")],
        ),
        (
            "The matching contribution is 50% of the contributions which do not go beyond 6% of Eligible Pay.",
            [("50", "6")],
        ),
        (
            "The matching contribution is 100% of your elective deferrals, but only on deferrals up to 3% of compensation.",
            [("100", "3")],
        ),
        (
            "The Company adds two dollars for every three dollars of your contributions as a match, disregarding contributions above 6% of Earnings.",
            [("66 2/3", "6")],
        ),
        ("The Company matches two-thirds of the first 6% of pay that you defer.", [("66 2/3", "6")]),
        ("The company matches half of the first six percent of pay you contribute.", [("50", "6")]),
        ("The match is one-half of your deferrals up to 8% of pay.", [("50", "8")]),
        ("The match is dollar for dollar on the first 4% of pay you contribute.", [("100", "4")]),
        ("We match your contributions dollar-for-dollar up to 5% of your salary.", [("100", "5")]),
        ("Dollar-for-dollar match up to 6% of eligible compensation.", [("100", "6")]),
        ("The Company matches your contributions 100% up to 5% of your pay.", [("100", "5")]),
        ("The Plan matches 100% up to 4% of eligible pay.", [("100", "4")]),
        ("Company match: 50% up to 6% of pay.", [("50", "6")]),
        ("Match: 50% to 7% of comp.", [("50", "7")]),
        ("The company match is 50% on the first 6%.", [("50", "6")]),
        ("Acme matches 100% of the first 3% plus 50% of the next 2% of pay you defer.", [("100", "3"), ("50", "2")]),
        (
            "The matching contribution is 100% of the first 3% of your pay that you contribute, and 50% of the next 2%.",
            [("100", "3"), ("50", "2")],
        ),
        (
            "The match equals 100% of deferrals up to 3% of pay plus 50% of deferrals that exceed 3% but do not exceed 5% of pay.",
            [("100", "3"), ("50", "2")],
        ),
        (
            "Your employer matches 100% of the first 1% of pay you contribute and 50% of contributions between 1% and 6% of pay.",
            [("100", "1"), ("50", "5")],
        ),
        ("We match the first 3% you contribute at 100%, and the next 2% at 50%.", [("100", "3"), ("50", "2")]),
        (
            "We match 100% on the first three percent and fifty percent on the next three percent of pay that you put in.",
            [("100", "3"), ("50", "3")],
        ),
        ("The Company match is $.50 on each $1 up to 6% of your pay.", [("50", "6")]),
        (
            "The Company will match $1.25 for every $1 you contribute, up to 4% of your eligible earnings.",
            [("125", "4")],
        ),
        (
            "The Company will contribute 50¢ for each $1 of your deferrals, up to a maximum matching contribution equal to 4% of your compensation.",
            [("50", "8")],
        ),
        ("We match 50% of your contributions, to a maximum match of 3% of your eligible pay.", [("50", "6")]),
        ("The match is 50 cents on the dollar up to 6 percent of pay.", [("50", "6")]),
        ("The Company matches sixty cents per dollar on the first 5% of earnings you defer.", [("60", "5")]),
        ("You receive a 50% match on the first 6% of pay you contribute.", [("50", "6")]),
        ("You will receive a 100% match on up to 4% of your pay.", [("100", "4")]),
        (
            "For each pay period, the Company will make a Matching Contribution of 80% of your Pre-Tax and Roth Contributions, up to the first 5% of Eligible Pay.",
            [("80", "5")],
        ),
        ("The matching contribution rate is 75% of the first 6% of pay deferred.", [("75", "6")]),
        ("Match formula: 100% of first 4% of pay.", [("100", "4")]),
        (
            "The company contributes $1 for every $1 you contribute up to 3% of your pay, and $0.50 for every $1 you contribute on the next 2% of pay.",
            [("100", "3"), ("50", "2")],
        ),
        (
            "The company matches dollar for dollar up to 3% of pay and fifty cents on the dollar on the next 2% of pay.",
            [("100", "3"), ("50", "2")],
        ),
        (
            "If you save, the Company matches 100% of the first 4% of eligible pay you save, whether pre-tax or Roth.",
            [("100", "4")],
        ),
        ("The Employer matches employee contributions at a rate of 50%, up to 6% of compensation.", [("50", "6")]),
        ("The first 5% of pay you contribute is matched at 80%.", [("80", "5")]),
        ("Contributions of up to 6% of pay are matched at 50 cents on the dollar.", [("50", "6")]),
        ("Contributions of up to 6% of pay are matched at 50%.", [("50", "6")]),
        ("We'll match 100% of what you save up to 2% of pay.", [("100", "2")]),
        ("The firm matches everything you defer up to 4% of pay dollar for dollar.", [("100", "4")]),
        (
            "Matching contributions are equal to 100% of the amount you defer, not to exceed 6% of your eligible compensation.",
            [("100", "6")],
        ),
        (
            "Before 2020 the Company matched 25% of the first 4% of pay. The match is now 50% of the first 6% of pay.",
            [("50", "6")],
        ),
    ],
)
def test_a_formula_is_understood(text: str, tiers: Tiers) -> None:
    match = _fields(text)["match"]
    assert [(tier["rate_percent"], tier["up_to_percent_of_pay"]) for tier in match] == tiers


@pytest.mark.parametrize(
    "text",
    [
        "The Company matches up to 3% of your pay.",
        "The Company match is 4%.",
        "We match 50% of every dollar you contribute up to a maximum of 3%, but your match cannot be more than 2% of pay.",
        "The Company may match up to 50% of the first 6% of pay at its discretion.",
        "For example, if the Company matches 50% of the first 6% of pay, you should save 6%.",
        "Before 2020 the Company matched 50% of the first 6% of pay; the match has since been suspended.",
        "Your match vests 50% after the first 2 years and 100% after 3.",
        "Union employees receive a match of 50% of the first 4% of pay.",
        "You may contribute up to 50% of the first 6% of your bonus, which is matched.",
        "There is no match on catch-up contributions.",
        "There is no match until you complete one year of service.",
        "If you stop contributing, there is no match.",
        "The Company does not match contributions over 6% of pay.",
    ],
)
def test_what_is_no_formula_is_none(text: str) -> None:
    assert "match" not in _fields(text)


@pytest.mark.parametrize(
    "text",
    [
        "There is no matching contribution in the Plan.",
        "The Company does not match employee contributions.",
        "The Plan does not currently provide for a matching contribution.",
        "The Employer makes no matching contribution.",
        "No Company match is made under this Plan.",
        "The plan has no employer match.",
    ],
)
def test_no_match_is_said(text: str) -> None:
    assert _fields(text)["match"] == "none"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "The Company matches 50% of the first 6% of pay you defer. It is deposited with every biweekly payroll.",
            "payday",
        ),
        ("The Company matches 50% of the first 6% of pay you defer, each pay period.", "payday"),
        ("The Company matches 50% of the first 6% of pay you defer, paid every two weeks.", "payday"),
        ("The Company matches 50% of the first 6% of pay you defer, per paycheck.", "payday"),
        ("The Company matches 50% of the first 6% of pay you defer, semi-monthly.", "payday"),
        ("Matching contributions are calculated and deposited each pay period.", "payday"),
        ("Match is applied per pay period.", "payday"),
        ("The match is calculated on a payroll-by-payroll basis.", "payday"),
        ("The match is figured check by check.", "payday"),
        ("Matching contributions are made each payroll period.", "payday"),
        ("The match is calculated every payday based on that paycheck alone.", "payday"),
        ("We compute the match on a per-pay-period basis.", "payday"),
        ("The matching contribution is determined each pay date.", "payday"),
        ("The match is funded with each payroll.", "payday"),
        ("The match is made monthly.", "month"),
        ("Matching contributions are calculated at the end of each month.", "month"),
        ("The matching contribution is determined and credited once a quarter.", "quarter"),
        ("The match is calculated quarterly.", "quarter"),
        ("Matching contributions are made as of the end of each calendar quarter.", "quarter"),
        ("The matching contributions are made as of the end of each Plan Year.", "year"),
        ("The match is calculated on an annual basis.", "year"),
        ("The Company calculates the match once a year, after the Plan Year ends.", "year"),
        (
            "Matching contributions are determined on the basis of your pay and deferrals for the whole Plan Year.",
            "year",
        ),
        ("The matching contribution is made in a single sum after year-end.", "year"),
        ("The match is computed on the basis of the plan year, although it is deposited every pay period.", "year"),
        ("The match is calculated each pay period and deposited quarterly.", "payday"),
        ("You may change your contributions each pay period, and your matching contributions change with them.", None),
        ("You can see your match on each quarterly statement.", None),
        ("The maximum match for the plan year is $5,000.", None),
        ("Vesting in the match is calculated annually.", None),
        ("Your match is invested monthly in the fund you choose.", None),
    ],
)
def test_how_often_the_match_is_made(text: str, value: str | None) -> None:
    assert _fields(text).get("match_period") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "The match is made each pay period. After the year ends we look back over the whole year and top you up if you missed some.",
            "yes",
        ),
        (
            "The Company matches 50% of the first 6% of pay. Each February we look back over the prior year and make up any match you missed.",
            "yes",
        ),
        (
            "The Company matches 50% of the first 6% of pay. If you reach the IRS limit early, the Company will make you whole after year-end.",
            "yes",
        ),
        (
            "The match is made every pay period, but we make good after the year's end what you missed by reaching the limit early.",
            "yes",
        ),
        (
            "If the sum of the pay-period matches is smaller than what you would have received on your yearly pay, we add the difference by March 31 of the following year.",
            "yes",
        ),
        (
            "If the total match deposited is less than the match computed on annual pay, the Company contributes the difference after the year ends.",
            "yes",
        ),
        (
            "At the close of the year the company recalculates the match using annual pay; any shortfall is contributed in January.",
            "yes",
        ),
        (
            "A match that turns out smaller than the match on your annual Compensation will be topped up within two months after the end of the plan year.",
            "yes",
        ),
        ("A true-up match is made after the end of each Plan Year.", "yes"),
        ("If you hit the limit early, we true up in the first quarter of the next year.", "yes"),
        ("Company match: 50% up to 6% of pay, per paycheck, with true-up paid in January.", "yes"),
        ("Matching contributions are made each payroll period, with an annual true-up.", "yes"),
        (
            "You won't lose any match if you reach the annual limit before December; the Company trues up the match after year-end.",
            "yes",
        ),
        (
            "The Company reviews the match at year-end and credits any additional match you are due based on annual contributions.",
            "yes",
        ),
        (
            "Following the end of the Plan Year, the Employer will make an additional matching contribution so that you receive the full match based on your annual compensation.",
            "yes",
        ),
        (
            "The match is recalculated on an annual basis and any additional amount due is deposited in the first quarter.",
            "yes",
        ),
        (
            "The match formula is applied to the entire Plan Year and any difference is paid to participants after year-end.",
            "yes",
        ),
        ("The Company does not go back and make up matches at year-end.", "no"),
        ("The match is calculated each pay period and is not trued up at year-end.", "no"),
        ("The match is calculated per pay period, and it is final: there is no year-end adjustment.", "no"),
        ("The Plan does not provide a true-up.", "no"),
        ("There is no true-up of matching contributions.", "no"),
        ("The Plan Administrator shall not recompute Matching Contributions on an annual basis.", "no"),
        ("Matching contributions are calculated each payroll period without any true-up.", "no"),
        ("The match is figured each pay period; missed match is not made up later.", "no"),
        ("The match is made each pay period. We do not look back at year-end.", "no"),
        ("Matching contributions you miss cannot be made up at the end of the year.", "no"),
        ("The match is calculated each pay period and will not be adjusted at the end of the year.", "no"),
        ("Matching contributions are based on each payroll period; no annual reconciliation is made.", "no"),
        ("The Company may make a true-up contribution.", None),
        ("Ask whether your plan offers a true-up.", None),
        (
            "At the end of the year we compare your contributions with the limit and return any excess with the match.",
            None,
        ),
        ("Your account is reviewed after year-end and the difference in fees is credited.", None),
        ("What is a true-up?", None),
        ("A true-up is an additional match that some employers make after year-end.", None),
    ],
)
def test_the_year_put_right(text: str, value: str | None) -> None:
    assert _fields(text).get("true_up") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Catch-up contributions are matched.", "yes"),
        ("Catch-up contributions are eligible for the match.", "yes"),
        ("The match applies to pre-tax, Roth and catch-up contributions.", "yes"),
        ("We match all your contributions, including catch-up contributions.", "yes"),
        ("If you are 50 or older you may make catch-up contributions; they are matched.", "yes"),
        ("Deferrals that are catch-up contributions are not excluded from the match.", "yes"),
        ("Catch-up contributions count for the match.", "yes"),
        ("Catch-up contributions are not matched.", "no"),
        ("Catch-up contributions are not eligible for matching contributions.", "no"),
        ("The Company does not match catch-up contributions.", "no"),
        ("Catch-up contributions do not count toward the match.", "no"),
        (
            "The matching contribution is 50% of your deferrals up to 6% of pay, disregarding catch-up contributions.",
            "no",
        ),
        ("The Company matches 50% of your deferrals (excluding catch-up contributions) up to 6% of pay.", "no"),
        ("Catch-up contributions do not attract a match.", "no"),
        (
            "Contributions above the legal limit for people age 50 or older (catch-up contributions) will not be matched.",
            "no",
        ),
        ("No match is made on catch-up contributions.", "no"),
        ("Catch-up contributions receive no match.", "no"),
        ("Matching contributions are not made with respect to catch-up contributions.", "no"),
        ("Catch-up contributions are not included in the limit.", None),
        ("You may make catch-up contributions even if the match is suspended.", None),
        ("If your plan matches catch-up contributions you should make them.", None),
        ("Catch-up contributions are not eligible for withdrawal, and the match is invested as you choose.", None),
    ],
)
def test_whether_catch_up_is_matched(text: str, value: str | None) -> None:
    assert _fields(text).get("match_on_catch_up") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The Company matches 50% of your contributions, up to a maximum of $5,000 a year.", {"max_dollars": "5000"}),
        ("We match 100% of the first 6% of pay, to a maximum of $6,000 per year.", {"max_dollars": "6000"}),
        (
            "The Company matches 50% of the first 6% of pay. The most you can receive in match in one year is $4,500.",
            {"max_dollars": "4500"},
        ),
        ("We match 50% of the first 6% of pay you contribute, capped at $3,000 annually.", {"max_dollars": "3000"}),
        (
            "We match 50% of the first 6% of pay. The match is limited to $2,500 each calendar year.",
            {"max_dollars": "2500"},
        ),
        ("We match 50% of the first 6% of pay you contribute ($7,500 maximum).", {"max_dollars": "7500"}),
        ("We match 50% of the first 6% of pay, up to the IRS compensation limit of $360,000.", None),
        ("We match 50% of the first 6% of pay, with a maximum of $200 per pay period.", None),
        ("We match 50% of the first 6% of pay; you may contribute up to $24,500 in 2026.", None),
    ],
)
def test_the_most_of_a_match(text: str, value: dict[str, str] | None) -> None:
    assert _fields(text).get("match_limits") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("After-tax contributions are matched.", "yes"),
        ("The match applies to pre-tax, Roth and after-tax contributions.", "yes"),
        ("All contributions, whether pre-tax, Roth or after-tax, are matched.", "yes"),
        (
            "The company matches 80% of the first 5% of pay you contribute, whether the contribution is pre-tax, Roth or after-tax.",
            "yes",
        ),
        ("The Company matches all three types of contributions.", "yes"),
        (
            "The Company matches 50% of the first 6% of pay you save in any combination of pre-tax, Roth and after-tax contributions.",
            "yes",
        ),
        ("After-tax contributions are not matched.", "no"),
        ("After-tax contributions do not attract a match.", "no"),
        ("Pre-tax and Roth count for the match; after-tax does not.", "no"),
        ("The match is on pre-tax and Roth contributions only.", "no"),
        ("Only pre-tax and Roth contributions are matched.", "no"),
        ("Only pre-tax and Roth deferrals are eligible for the company match.", "no"),
        ("After-tax contributions receive no match.", "no"),
        ("No match is made on after-tax contributions.", "no"),
        ("The Company does not match after-tax contributions.", "no"),
        ("After-tax contributions shall not be taken into account in determining matching contributions.", "no"),
        ("Matching contributions are not made with respect to after-tax contributions.", "no"),
        ("The Company matches 50% of the first 6% of pay you defer (pre-tax and Roth only).", "no"),
        ("The Company matches your pre-tax and Roth contributions, but not your after-tax contributions.", "no"),
        ("The match is invested like your after-tax contributions.", None),
        ("If your after-tax contributions stop, the match does not.", None),
        ("You may withdraw your after-tax contributions but not the match.", None),
    ],
)
def test_whether_after_tax_money_is_matched(text: str, value: str | None) -> None:
    assert _fields(AFTER_TAX + text).get("match_on_after_tax") == value


@pytest.mark.parametrize(
    ("dollars", "rate"), [(".29", "29"), ("0.50", "50"), ("1", "100"), ("1.00", "100"), (".333", "33.3")]
)
def test_cents_on_the_dollar_are_exact(dollars: str, rate: str) -> None:
    assert of_a_dollar(dollars) == rate


def test_the_most_of_a_match_gives_its_reach_exactly_or_none() -> None:
    said = "the company matches {}% of what you contribute until it has contributed {}% of pay."
    (tier,) = tiers_of(said.format(75, 3))
    assert (tier["rate_percent"], tier["up_to_percent_of_pay"]) == ("75", "4")
    assert tiers_of(said.format(60, 4)) == []  # 6 2/3% is no figure of a plan
