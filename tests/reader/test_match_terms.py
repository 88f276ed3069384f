"""What goes with a match: when it is made, the year put right, its most in dollars, and which money earns it."""

from __future__ import annotations

import pytest
from tests.reader.said import fields as _fields

ROTH_TOO = "Members may make pre-tax, Roth and traditional after-tax contributions. "


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The Firm matches 40% of deferrals up to a maximum of 5% of pay per pay period.", "payday"),
        ("The matching contribution is 40% of contributions, up to 5% of pay each payroll period.", "payday"),
        ("The match is on a per payroll basis and no year-end true-up is made.", "payday"),
        ("Matching contributions are calculated and remitted each payroll period with a true-up after year-end.", "payday"),
        ("The match is remitted to the trustee bi-weekly.", "payday"),
        ("The Firm's matching contributions were 40% of the first 5% of pay and were remitted with each pay.", "payday"),
        ("The Firm makes a quarterly matching contribution of 40% of the first 5% of pay, at most $4,500 annually.", "quarter"),
        ("Matching contributions are made annually equal to 40% of deferrals up to 5% of pay.", "year"),
        ("The Firm makes matching contributions of 40% of the first 5% of pay, as determined on an annual basis.", "year"),
        # Pay of a year, a sum of a year, what is decided each year: none of them is when the match is made.
        ("The Firm matches 40% of the first 5% of annual pay contributed by a member.", None),
        ("The Firm matches 40% of the first 5% of pay, not to exceed $1,300 annually.", None),
        ("The Firm matches 40% of the first 5% of pay with an annual limit of $1,300.", None),
        ("The match is a uniform percentage of deferrals, determined annually by the board.", None),
        ("The Firm may make an annual discretionary matching contribution.", None),
        ("The Firm matches 40% of the first 5% of pay (the maximum annual match is 2% of pay).", None),
        ("Matching contributions are reduced by forfeitures applied on a quarterly basis.", None),
        ("Members receive the match from the first day of each calendar month after they are hired.", None),
        ("The match is for members averaging 90 hours per month.", None),
    ],
)  # fmt: skip
def test_when_the_match_is_made(text: str, value: str | None) -> None:
    assert _fields(text).get("match_period") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The Firm made discretionary matching contributions of 40% of the first 5% of pay, with a year-end true-up.", "yes"),
        ("The match is calculated each pay period with an annual true-up at year-end, if necessary.", "yes"),
        ("Match true-ups are made annually.", "yes"),
        ("The match is made each payroll period, with no true-up at the end of the year.", "no"),
        # Other money, other words of a year's end, and what went wrong.
        ("Members who turn 50 before the end of the plan year may make catch-up contributions, which are eligible for the match.", None),
        ("Additional matching contributions are 25% of deferrals up to 4% of annual pay.", None),
        ("The match is determined annually, equal to 100% of the first 3% that a member contributed.", None),
        ("It was found that the Firm failed to make the true-up matching contribution for some members.", None),
        ("The true-up matching contribution is made at the Firm's discretion.", None),
        ("The true-up match receivable was $0.", None),
    ],
)  # fmt: skip
def test_whether_the_year_is_put_right(text: str, value: str | None) -> None:
    assert _fields(text).get("true_up") == value


@pytest.mark.parametrize(
    ("text", "rate", "most"),
    [
        ("The Firm matches 40% of the first 5% of pay, with a $1,700 per member maximum.", "40", "1700"),
        ("The Firm matches 40% of the first 5% of pay, subject to a $1,700 cap.", "40", "1700"),
        ("The Firm matches 40% of the first 5% of pay with an annual limit of $1,700.", "40", "1700"),
        ("The Firm matches 40% of deferrals up to 5% of compensation limited to $1,700.", "40", "1700"),
        ("The Firm matches 40% of deferrals and catch-up contributions up to 5% of pay, not to exceed $1,700.", "40", "1700"),
        # A rate alone, and a sum.
        ("The Firm makes matching contributions equal to 100% of a member's contributions, up to $900.", "100", "900"),
        ("The Firm matches 40% of each member's deferrals, up to a maximum match of $900 a year.", "40", "900"),
        ("The Firm makes a dollar-for-dollar match of contributions, limited to $900 per plan year.", "100", "900"),
        # The most of pay, of deferrals, of a payday, or of two years.
        ("The Firm matches 40% of the first 5% of pay, up to $350,000.", "40", None),
        ("The Firm matches 40% of the first 5% of pay, up to the Internal Revenue Service maximum of $34,500.", "40", None),
        ("The Firm matches 40% of the first 5% of pay, at most $75 per pay period.", "40", None),
        ("The Firm matches 100% of contributions up to $75 per pay period.", None, None),
        ("The Firm matches 100% of contributions, not to exceed $900 and $800 for 2025 and 2024, respectively.", None, None),
        ("The Firm matches 40% of contributions, up to a maximum of $900 of deferrals.", None, None),
        ("The Firm matches 40% of contributions up to $900.", None, None),
    ],
)  # fmt: skip
def test_the_most_of_the_match(text: str, rate: str | None, most: str | None) -> None:
    fields = _fields(text)
    assert (fields["match"][0]["rate_percent"] if "match" in fields else None) == rate
    assert fields.get("match_limits", {}).get("max_dollars") == most


def test_a_rate_with_two_sums_is_none() -> None:
    fields = _fields("The Firm matches 100% of contributions, up to $900.\n\nThe match is limited to $1,100 a year.")
    assert "match" not in fields
    assert "match_limits" not in fields


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("There are no matching contributions on catch-up contributions.", "no"),
        ("The Firm matches 40% of the first 5% of pay, exclusive of catch-up contributions.", "no"),
        ("The Firm matches 40% of deferrals (less any catch up contributions) up to 5% of pay.", "no"),
        ("The Firm matches 40% of a member's non-catch-up contributions up to 5% of pay.", "no"),
        ('The Firm matches 40% of deferrals; deferrals that are "catch-up contributions" will not be matched.', "no"),
        ("A match on catch-up contributions is not permitted.", "no"),
        ("Catch-up contributions are not subject to any match of the Firm.", "no"),
        ("Catch-up contributions will not be taken into account in determining any employer matching contribution.", "no"),
        ("Members of 50 may make catch-up contributions; these additional contributions are ineligible for the match.", "no"),
        ("Members of 50 may make catch-up contributions (which are not subject to matching contributions).", "no"),
        ("Members of 50 may make catch-up contributions, which are also eligible for matching contributions.", "yes"),
        ("The Firm matches 40% of members' pre-tax and catch-up contributions, up to 5% of pay.", "yes"),
        ("The Firm matches 40% of deferrals up to a maximum of 5% of pay, including catch-up contributions.", "yes"),
        ("Members are vested in their deferrals, including catch-up contributions, and in matching contributions.", None),
        ("The plan also accepts catch-up contributions and matching contributions.", None),
        ("Members of 50 may make catch-up contributions; these are eligible for the match if the member was hired before 2012.", None),
    ],
)  # fmt: skip
def test_whether_catch_up_contributions_are_matched(text: str, value: str | None) -> None:
    assert _fields(text).get("match_on_catch_up") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("There is no matching company contribution on any after-tax contributions.", "no"),
        ('There is no match on "catch-up" contributions or after-tax contributions.', "no"),
        ("After-tax contributions are not subject to matching contributions.", "no"),
        ("Members may make after-tax contributions; however, those are not eligible for the match.", "no"),
        (
            "Members may make after-tax contributions of up to 6% of pay, but the Firm does not match these contributions.",
            "no",
        ),
        ("The Firm matches 40% of deferrals (excluding catch-up and after-tax contributions) up to 5% of pay.", "no"),
        ("The Firm matches 40% of members' combined pre-tax, Roth and after-tax contributions up to 5% of pay.", "yes"),
        (
            "Members may make after-tax contributions and are also eligible for matching contributions after a month.",
            None,
        ),
        ("Certain groups are not matched on their after-tax contributions.", None),
    ],
)
def test_whether_after_tax_contributions_are_matched(text: str, value: str | None) -> None:
    assert _fields(ROTH_TOO + text).get("match_on_after_tax") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The Firm matches 40% of members' pre-tax and Roth contributions up to 5% of pay.", "yes"),
        ("Roth contributions are not matched.", "no"),
        ("After-tax contributions (other than Roth contributions) are not eligible for the match.", None),
    ],
)
def test_whether_roth_contributions_are_matched(text: str, value: str | None) -> None:
    assert _fields(text).get("match_on_roth") == value
