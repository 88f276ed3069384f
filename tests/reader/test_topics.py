"""Plans at a glance copied as text: a label, and below or beside it lines that are no sentences."""

from __future__ import annotations

from typing import Any

import pytest

from megaroth.reader import work

TOP = "Specimen Works 401(k) Plan\nPlan highlights\n\n"
END = "\n\nVesting\nMatch: 100% after 3 years\n\nLoans\nUp to 50% of your balance, one at a time\n"


def _fields(text: str) -> dict[str, Any]:
    told = work.work({"do": "read", "kind": "text", "today": "2026-11-26"}, text.encode())
    assert isinstance(told, dict)
    return {name: field["value"] for name, field in told["fields"].items()} | {"date": told["date"]}


def _below(label: str, lines: tuple[str, ...]) -> str:
    return f"{TOP}{label}\n" + "\n".join(lines) + END


def _beside(label: str, lines: tuple[str, ...]) -> str:
    width = max(len(label), 22) + 6
    rows = [f"{label if at == 0 else '':<{width}}{line}" for at, line in enumerate(lines)]
    return (
        f"{TOP}{'Who may join':<{width}}All employees, on the first day\n\n"
        + "\n".join(rows)
        + f"\n\n{'Loans':<{width}}Two at a time\n"
    )


SHAPES = (_below, _beside)
MATCH_LINES = ("100% of the first 3% you contribute", "50% of the next 2% you contribute")
SAID: list[tuple[tuple[str, ...], tuple[str, ...], str, Any]] = [
    (("Employee contributions", "Pre-tax and Roth contributions", "Your contributions", "You can save", "Contribution rate", "How much can I contribute?"),
     ("1% to 65% of eligible pay",), "deferral_cap_percent", "65"),
    (("Pre-tax / Roth deferrals", "Your savings rate", "Employee deferrals"), ("Up to 45% of your base pay in any combination",), "deferral_cap_percent", "45"),
    (("Company match", "Specimen match", "Employer matching contributions"), MATCH_LINES, "match",
     [{"rate_percent": "100", "up_to_percent_of_pay": "3"}, {"rate_percent": "50", "up_to_percent_of_pay": "2"}]),
    (("Specimen adds", "The company gives", "We match"), ("75 cents per dollar on the first 4% of pay you save.",), "match",
     [{"rate_percent": "75", "up_to_percent_of_pay": "4"}]),
    (("Match timing", "When the match is made", "Match frequency", "How often the match is paid", "Match calculated"), ("Each pay period",), "match_period", "payday"),
    (("Match timing", "Match schedule"), ("Quarterly",), "match_period", "quarter"),
    (("Match timing", "When is the match paid?"), ("Every pay period", "Annual true-up after year end for those still employed"), "true_up", "yes"),
    (("Company match",), ("50% of the first 6% you contribute", "Not applied to catch-up contributions"), "match_on_catch_up", "no"),
    (("Company match",), ("50% of the first 6% you contribute", "Not made on after-tax contributions"), "match_on_after_tax", "no"),
    (("Company match", "Specimen match"), ("50% of the first 6% you contribute", "Maximum of $9,000 per year"), "match_limits", {"max_dollars": "9000"}),
    (("Catch-up", "Catch-up contributions", "Age 50+ catch-up"), ("Available from age 50", "Match applies"), "match_on_catch_up", "yes"),
    (("Catch-up", "Catch-up contributions"), ("Available from age 50", "Not matched"), "match_on_catch_up", "no"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("label", "lines", "field", "value"),
    [(label, lines, field, value) for labels, lines, field, value in SAID for label in labels],
)
def test_lines_answer_for_their_label(label: str, lines: tuple[str, ...], field: str, value: Any) -> None:
    for shape in SHAPES:
        assert _fields(shape(label, lines)).get(field) == value, shape(label, lines)


NOT_SO: list[tuple[str, tuple[str, ...], str]] = [
    ("Automatic enrollment", ("6% of eligible pay, pre-tax, if you do nothing",), "deferral_cap_percent"),
    ("If you do not enroll", ("5% pre-tax",), "deferral_cap_percent"),
    ("Catch-up contributions", ("1% to 30% of pay",), "deferral_cap_percent"),
    ("Contribution rate", ("Increases by 1% a year up to 12%",), "deferral_cap_percent"),
    ("Company match", ("Up to 50% of pay",), "deferral_cap_percent"),
    ("Company match", ("Maximum of $9,000 per year",), "after_tax_cap_dollars"),
    ("Match timing", ("See the plan document",), "match_period"),
    ("Match timing", ("A true-up may be made if the Board so decides",), "true_up"),
    ("Match vesting", ("Each year 20%",), "match_period"),
    ("Match timing", ("No true-up",), "true_up_yes"),
    ("Rollovers", ("Any pay period",), "match_period"),
    ("Catch-up", ("May be matched if the Company so decides",), "match_on_catch_up"),
]


@pytest.mark.parametrize(("label", "lines", "field"), NOT_SO)
def test_near_misses_say_nothing(label: str, lines: tuple[str, ...], field: str) -> None:
    for shape in SHAPES:
        told = _fields(shape(label, lines))
        assert told.get("true_up") != "yes" if field == "true_up_yes" else field not in told, shape(label, lines)


TABLE = """Specimen Works 401(k) Plan

YOUR CONTRIBUTIONS
Before-tax            1%-35% of base pay
Roth                  1%-35% of base pay
After-tax             {closed}
Catch-up (50+)        Available

COMPANY MATCH
What we match         First 4% of pay         {first}
                      Next 2% of pay          {second}
Based on              {period}
Catch-up              Not matched

TAKING MONEY OUT WHILE WORKING
{money}     {when}
Hardship                        Before-tax contributions only

DEFAULTS
If you do not enroll             3% before-tax after 30 days
"""


@pytest.mark.parametrize(
    "closed", ["Closed to new contributions as of 1/1/2016", "Frozen since 2016", "No longer accepted"]
)
@pytest.mark.parametrize("period", ["Each pay period", "Every payroll"])
@pytest.mark.parametrize("money", ["Existing after-tax balances", "After-tax money"])
def test_rows_below_a_heading(closed: str, period: str, money: str) -> None:
    told = _fields(TABLE.format(closed=closed, first="100%", second="50%", period=period, money=money, when="Any time"))
    assert told["after_tax_allowed"] in ("frozen", "no")
    assert told["in_service_withdrawal"] == "yes"
    assert told["match_period"] == "payday"
    assert told["deferral_cap_percent"] == "35"
    assert told["match"] == [
        {"rate_percent": "100", "up_to_percent_of_pay": "4"},
        {"rate_percent": "50", "up_to_percent_of_pay": "2"},
    ]


@pytest.mark.parametrize("when", ["After age 59½", "Hardship only", "Any time after you leave", "Not available"])
def test_money_that_does_not_leave_at_will(when: str) -> None:
    told = _fields(
        TABLE.format(
            closed="Frozen since 2016",
            first="100%",
            second="50%",
            period="Each payroll",
            money="After-tax money",
            when=when,
        )
    )
    assert told.get("in_service_withdrawal") != "yes"


@pytest.mark.parametrize(("first", "second"), [("100%", ""), ("100%", "50% 25%")])
def test_a_table_with_a_gap_is_no_match(first: str, second: str) -> None:
    told = _fields(
        TABLE.format(closed="Frozen", first=first, second=second, period="Each payroll", money="Loans", when="No")
    )
    assert "match" not in told


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("Plan-eligible earnings = base salary + overtime", "eligible_pay", True),
        ("Benefits-eligible pay = salary + commissions, up to $300,000.", "eligible_pay", True),
        ("Eligible pay = up to $300,000", "eligible_pay", False),
    ],
)
def test_a_sign_of_equality_is_a_colon(line: str, field: str, value: bool) -> None:
    assert (
        field
        in _fields(f"{TOP}The Company matches 50% of the first 6% of eligible pay that you contribute.\n\n{line}\n")
    ) is value


def test_between_60_and_63() -> None:
    told = _fields(
        f"{TOP}Catch-up\nTurning 50 this year? You can contribute $8,000 more. Between 60 and 63? It's $11,250.\n"
    )
    assert told["super_catch_up"] == "yes"
