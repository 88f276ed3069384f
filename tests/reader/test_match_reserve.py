"""A match under a reserve: what the employer may do, does for some, or did for a while; and the year's terms as auditors tell them."""

from __future__ import annotations

from typing import Any

import pytest

from megaroth.reader import work


def _told(text: str) -> dict[str, Any]:
    told = work.work(
        {"do": "read", "kind": "text", "today": "2026-11-26"}, f"The Exemplar 401(k) Plan\n\n{text}\n".encode()
    )
    assert isinstance(told, dict)
    return told


def _match(text: str) -> Any:
    match = _told(text)["fields"].get("match")
    return match and [(tier["rate_percent"], tier.get("up_to_percent_of_pay")) for tier in match["value"]]


@pytest.mark.parametrize(
    "text",
    [
        # At somebody's will.
        "The Firm may make matching contributions equal to 40% of the first 5% of pay.",
        "Each year, the Firm may, in its discretion, match 40% of the first 5% of pay.",
        "The Firm can elect to contribute a match of 40% of the first 5% of pay.",
        "The match may be 40% of the first 5% of pay.",
        "The Firm may make profit-sharing contributions, and matching contributions equal to 40% of the first 5% of pay.",
        "The matching contribution is discretionary; in 2025 it was 40% of the first 5% of pay.",
        "A matching contribution of 40% of the first 5% of pay may also be made.",
        # For some.
        "The Firm matches 40% of the first 5% of pay that hourly employees defer.",
        "The Firm matches 40% of the first 5% of pay for part-time employees.",
        "The Firm matches 40% of the first 5% of pay for participants covered by a collective bargaining agreement.",
        "The Firm matches 40% of the first 5% of pay for certain participants.",
        "The Firm matches 40% of the first 5% of pay of all non-union participants.",
        "Since 2019, non-union employees receive a match of 40% of the first 5% of pay.",
        "The Firm matches 40% of the first 5% of pay for participants of its defined benefit pension plan.",
        "For all other participants, the Firm matches 40% of the first 5% of pay.",
        "The Firm matches 40% of the first 5% of pay deferred by employees of Elm Street Bakery.",
        "The Firm matches 40% of the first 5% of pay for those employed at the Elm Street location.",
        "The Firm matches 40% of the first 5% of pay of each non-highly compensated participant.",
        "The Firm matches 40% of the first 5% of pay for participants hired after March 1, 2019.",
        "The Firm matches 40% of the first 5% of pay of employees whose annual pay is below $90,000.",
        "There was no match, except for the Elm Street group, which received 40% of the first 5% of pay as a match.",
        # By something else.
        "The Firm matches between 40% and 90% of the first 5% of pay, depending on years of service.",
        "The Firm matches 90% of the first 5% of pay based on the participant's years of service.",
        "The Firm matches 40% of the first 5% of pay for participants with fewer than six years of service.",
        "The Firm matches 40% of the first 5% of pay for participants with ten or more years of service.",
        "Participants receive one of the following: 40% of the first 5% of pay as a match, or nothing.",
        # For a while.
        "For the period from January 1, 2025 through May 31, 2025, the Firm matched 40% of the first 5% of pay.",
        "During the first three months of 2025, the Firm matched 40% of the first 5% of pay.",
        "Prior to the plan being frozen, the Firm matched 40% of the first 5% of pay.",
        "Prior to this amendment, the Firm matched 40% of the first 5% of pay.",
        "The Firm matched 40% of the first 5% of pay until late in the year, when the match was suspended.",
        "Effective January 1, 2022, and through May 31, 2025, the Firm matched 40% of the first 5% of pay.",
        "Until June 30, 2024, the Firm matched 40% of the first 5% of pay.",
    ],
)
def test_under_a_reserve_it_is_not_the_match(text: str) -> None:
    assert _match(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "The Firm matched 40% of the first 5% of pay.",
        "For the years ended June 30, 2026 and 2025, the Firm matched 40% of the first 5% of pay.",
        "For the period from January 1, 2025 through December 31, 2025, the Firm matched 40% of the first 5% of pay.",
        "The Firm made non-discretionary matching contributions of 40% of the first 5% of pay.",
        "After one year of service, the Firm matches 40% of the first 5% of pay.",
        "For participants who have completed one year of service, the Firm matches 40% of the first 5% of pay.",
        "The Firm matches 40% of the first 5% of pay of all participants employed on the last day of the year.",
        "The Firm matches 40% of the first 5% of pay for union and non-union employees.",
        "The Firm matches 40% of the first 5% of pay; temporary employees are not eligible.",
        "The Firm matches 40% of the first 5% of pay, except for employees covered by a collective bargaining agreement.",
        "Except for the participants of Elm Street Bakery, the Firm matches 40% of the first 5% of pay.",
        "Except for two small divisions, the Firm matches 40% of the first 5% of pay.",
        "As determined by its board, the Firm matched 40% of the first 5% of pay.",
        "The match is discretionary, and the Firm currently matches 40% of the first 5% of pay.",
        "The Firm matches 40% of the first 5% of pay for all employees of the Firm and its subsidiaries.",
        "The Credit Union matches 40% of the first 5% of pay.",
        "The Firm matches 40% of the first 5% of pay and may make a profit-sharing contribution at its discretion.",
        "Participants may contribute up to 60% of pay, and the Firm matches 40% of the first 5% of pay.",
        "The Firm makes qualified matching contributions of 40% of the first 5% of pay.",
        "As provided for in the plan document, the Firm matches 40% of the first 5% of pay.",
        "The Firm matched 40% of the first 5% of pay, net of forfeitures.",
        "Subsequent events. Effective March 1, 2026, the Firm matches 40% of the first 5% of pay.",
    ],
)
def test_what_only_looks_like_a_reserve(text: str) -> None:
    assert _match(text) == [("40", "5")]


def test_what_was_decided_once_is_said_with_a_note() -> None:
    told = _told("For 2025, the Firm made discretionary matching contributions equal to 40% of the first 5% of pay.")
    field = told["fields"]["match"]
    assert field["value"] == [{"rate_percent": "40", "up_to_percent_of_pay": "5"}]
    assert field["sure"] == 1
    assert "anew" in field["note"]


def test_the_fixed_match_goes_before_the_discretionary_one() -> None:
    text = (
        "The Firm makes a safe harbor matching contribution of 100% of the first 4% of pay. "
        "For 2025, it also made a discretionary matching contribution of 25% of the first 8% of pay."
    )
    assert _match(text) == [("100", "4")]


@pytest.mark.parametrize("decided", ["", "discretionary "])
def test_this_year_goes_before_the_last(decided: str) -> None:
    text = (
        f"During 2023, the Firm made {decided}matching contributions of 25% of the first 8% of pay.\n\n"
        f"For the year ended June 30, 2025, the Firm made {decided}matching contributions of 40% of the first 5% of pay.\n\n"
        "This report is of January 2026."
    )
    assert _match(text) == [("40", "5")]


def test_one_year_said_in_two_ways_is_none() -> None:
    assert (
        _match(
            "During 2025, the Firm matched 25% of pay up to 8%.\n\nDuring 2025, the Firm matched 40% of the first 5% of pay."
        )
        is None
    )


def test_whose_match_it_is_is_told() -> None:
    told = _told("The Firm matches 40% of the first 5% of pay for part-time employees.")
    assert "match" not in told["fields"]
    assert any("part-time" in remark and "Ask" in remark for remark in told["remarks"])
