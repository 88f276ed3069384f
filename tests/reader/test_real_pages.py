"""What handbooks, filings, offers and guides of real employers say in words of their own: each text here is invented in their manner."""

from __future__ import annotations

import pytest
from tests.reader.said import fields, tiers


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("The Company will make a matching contribution equal to 100.0% of your deferrals between 1 ~ 4%, 50% of your deferrals between 5 ~ 6%.", tiers((100, 4), (50, 2))),
        ("Match: 100% on 1-4%, 50% on 5-6%.", tiers((100, 4), (50, 2))),
        ("We match 100% of deferrals of 1%-4%, and 50% of deferrals of 5%-6%.", tiers((100, 4), (50, 2))),
        ("With respect to the first 8% you contribute, the Company will match $1 of Exemplar stock for each $2 you save.", tiers((50, 8))),
        ("The Post currently matches 50% of an employee's contributions to the Plan up to eight (8.0) percent of base pay.", tiers((50, 8))),
        ("If you contribute up to 4% of your pay as a deferral, the Company will make a matching contribution of 100% on these deferrals.", tiers((100, 4))),
        ("Company match- The Company matches 50% of the first 8% of pay.", tiers((50, 8))),
        ("The Company matches 50% of the first 8% of\n\npay that you put into the plan, on every payday of the year.", tiers((50, 8))),
        ("Plan:\u00a0\u00a0 The Company matches 50% of employee\ncontributions up to a maximum of 8% of salary.\u00a0\u00a0 All of it vests at once.", tiers((50, 8))),
    ],
)  # fmt: skip
def test_formulas_as_they_are_written(text: str, match: list[dict[str, str]]) -> None:
    assert fields(text)["match"] == match


def test_a_line_that_begins_with_a_bracket_goes_on() -> None:
    text = (
        "As one of its benefits for those who have been here for ninety days or more the Company fully matches the first four percent\n"
        "(4%) of an employee's contributions and then one half of the next two percent (2%)."
    )
    assert fields(text)["match"] == tiers((100, 4), (50, 2))


def test_a_second_sentence_that_gives_more_keeps_the_first_from_being_believed() -> None:
    told = fields(
        "We match dollar-for-dollar up to 3% of your salary. For those contributing 5% or more, the company will contribute up to 4% of your salary."
    )
    assert "match" not in told


@pytest.mark.parametrize(
    "text",
    [
        "The University does not contribute to the Plan.",
        "The Company does not provide any matching funds to the 401(k) plan.",
        "Exemplar currently does not match any contributions made by team members to 401(k) plans.",
        "Effective January 1, 2024, the Company suspended employer matching contributions for employees.",
        "The Company eliminated the match in 2019.",
    ],
)
def test_there_is_no_match(text: str) -> None:
    assert fields(text)["match"] == "none"


@pytest.mark.parametrize(
    "text",
    [
        "Effective April 1, 2020, the Company suspended matching contributions through December 31, 2020.",
        "Effective April 1, 2020, the Company suspended matching contributions. It resumed them in 2021.",
        "Participants do not contribute to the Plan until they have a year of service.",
        "The Company does not contribute to the Plan on your behalf while you are on leave.",
    ],
)
def test_a_pause_or_another_matter_is_no_end(text: str) -> None:
    assert "match" not in fields(text)


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("We match 50% of contributions up to a maximum of 8% (capped at $3,500) of eligible compensation.", "match_limits", {"max_dollars": "3500"}),
        ('The Plan matches up to 6% of pay each pay period and the summary describes no "true-up" to restore a missed match.', "true_up", "no"),
        ("New hires are automatically enrolled at a 4% before-tax contribution.", "auto_enrolment_percent", "4"),
        ("You can defer 1% to 70%.", "deferral_cap_percent", "70"),
        ("Participants in the Plan may elect to make pre-tax contributions of up to 50% of their eligible compensation.", "deferral_cap_percent", "50"),
        ("Participants who have attained at least 21 years of age are automatically enrolled at a 5% deferral rate.", "auto_enrolment_percent", "5"),
        ("Our 401(k) provider is Larkspur, brokered by a friend.", "recordkeeper", "Larkspur"),
        ("You will hear from Guideline, our US 401(k) admin.", "recordkeeper", "Guideline"),
        ("By supporting after-tax contributions and in-plan conversions to Roth we let you save far more.", "after_tax_allowed", "yes"),
        (
            "A Roth contribution is made post-tax.\n\nAfter-tax contributions. If you would like to contribute beyond the IRS limit, you can do so by making after-tax contributions.",
            "after_tax_allowed",
            "yes",
        ),
    ],
)  # fmt: skip
def test_terms_as_they_are_written(text: str, field: str, value: object) -> None:
    assert fields(text)[field] == value


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("The match goes up to an annual maximum of $2.5 per member (in thousands).", "match_limits"),
        ("An engineer with five years of service receives $9,900 in free match annually.", "match_period"),
        ("Catch-up requires a separate election in 1% increments, and the plan will not accept it otherwise.", "auto_enrolment_percent"),
        (
            "You may make Roth contributions. This is a limit on the total contributions (deferrals and after-tax contributions) that can be made to a defined contribution plan.",
            "after_tax_allowed",
        ),
    ],
)  # fmt: skip
def test_what_they_do_not_say(text: str, field: str) -> None:
    assert field not in fields(text)


def test_words_cut_off_at_the_end_of_a_column_deny_nothing() -> None:
    told = fields(
        "You may make traditional after-tax contributions of up to 9% of pay.\n\nAfter-tax contributions are not eligible for the"
    )
    assert told["after_tax_allowed"] == "yes"


def test_a_link_to_the_contents_on_a_page_of_a_filing_makes_it_no_table_of_contents() -> None:
    prose = (
        "We have a savings plan in the U.S. that qualifies under Section 401(k), and a number of plans elsewhere. Employees may contribute "
        "up to 70% of their salary, but not more than statutory limits, and we contribute fifty cents for each dollar of the first 8% that a "
        "participant contributes in this plan, whatever the kind of money."
    )
    assert fields(f"Table of Contents\n\nPART II\nItem 8\n\nSavings Plan\n\n{prose}")["match"] == tiers((50, 8))


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("The Plan has an automatic elective deferral feature in which all employees, unless they elect out, are automatically enrolled with an amount equal to 2% of compensation withheld each payday.", "2"),
        ("The Plan has an automatic enrollment provision with an initial pre-tax deferral contribution of 4% to be increased annually by 1% until a deferral rate of 10% is reached.", "4"),
        ("Eligible employees are automatically enrolled to make Before-Tax Contributions equal to 6% of pay, with a 1% automatic increase each year until the rate reaches 10%.", "6"),
        ("The Plan provides for automatic enrollment with initial deferrals equal to 6% of compensation (increasing each year by 1% until a deferral percentage of 10% is reached).", "6"),
        ("Employees who have not declined will be automatically enrolled with a pre-tax deferral of 4% and their contributions are invested in a fund until changed.", "4"),
        ("Who has attained one year of service will be automatically enrolled to contribute 2% of pay, unless he opts out.", "2"),
    ],
)  # fmt: skip
def test_those_who_do_nothing_in_auditors_words(text: str, percent: str) -> None:
    assert fields(text)["auto_enrolment_percent"] == percent


def test_two_groups_at_two_rates_are_no_rate() -> None:
    told = fields(
        "Salaried and hourly employees are automatically enrolled at a 5% and 3% deferral rate, respectively."
    )
    assert "auto_enrolment_percent" not in told


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Highly compensated participants, as defined in the law, are not eligible to make after-tax contributions.", None),
        ("Effective January 1, 2025, employees who are highly compensated employees (HCEs) will no longer be eligible to make after-tax contributions.", None),
        ("In a blackout period from January 2 to February 8 participants did not make any contributions, pre-tax or after-tax, to the Plan.", None),
        ("It is not available for after-tax contributions.", None),
        ("The test is applied to matching and employee after-tax contributions, using the same mathematical tests as for deferrals.", None),
        ("The employees make voluntary contributions, on a before-tax or after-tax basis, of up to 90% of pay. Roth contributions are allowed.", None),
        ("Participants may also make voluntary, non-deductible after-tax contributions and are allowed to roll over contributions from other plans.", "yes"),
        ("The Plan does not allow after-tax contributions into Roth accounts.", None),
        ("Prior to August 1, 2024, participants could contribute pre-tax pay and make voluntary after-tax contributions.", None),
        ("Participants may contribute up to 75% of pay on a pre-tax or Roth, after-tax basis.", None),
        ("Participants may contribute up to 75% of pay on a pre-tax, Roth, or after-tax basis.", "yes"),
        ("Effective January 1, 2025, after-tax contributions are no longer permitted.", "frozen"),
        ("Prior to January 1, 2001, employees were also allowed to make after-tax contributions.", "frozen"),
        ("After-tax contributions are not accepted by the Plan.", "no"),
    ],
)  # fmt: skip
def test_after_tax_contributions_in_auditors_words(text: str, says: str | None) -> None:
    assert fields(text).get("after_tax_allowed") == says


@pytest.mark.parametrize(
    "text",
    [
        "Loans from Roth deferrals are not permitted by the Plan.",
        "In-service distributions are made at 59½, and are not permitted from Roth deferrals.",
    ],
)
def test_what_may_not_come_out_of_roth_money_may_go_in(text: str) -> None:
    assert fields(text).get("roth_deferrals") != "no"


def test_no_word_is_cut_for_a_group_of_people() -> None:
    """The first ninety letters of this sentence end within `Internal`, and no intern is meant."""
    text = "Each year, participants may contribute up to the allowable limits established by the Internal Revenue Service as pre-tax or Roth contributions."
    assert fields(text)["roth_deferrals"] == "yes"


@pytest.mark.parametrize(
    "text",
    [
        "The Plan was amended to allow after-tax contributions and to eliminate in-plan Roth conversions.",
        "The Plan permits after-tax contributions and has discontinued in-plan Roth conversions.",
        "The Plan was amended to permit loans and to remove the option of in-plan Roth conversions.",
    ],
)
def test_what_an_amendment_takes_away_is_no_way_into_roth(text: str) -> None:
    assert fields(text).get("in_plan_conversion") in (None, "no")


@pytest.mark.parametrize(
    "text",
    [
        "The Plan was amended to allow after-tax contributions and to provide for in-plan Roth conversions.",
        "The Plan was amended to remove the loan option and to permit in-plan Roth conversions.",
        "Participants can make non-deductible after-tax contributions and convert them to Roth in the Plan.",
    ],
)
def test_what_an_amendment_brings_is_one(text: str) -> None:
    assert fields(text)["in_plan_conversion"] == "on-request"


def test_a_cap_that_the_end_of_a_sentence_cut_is_not_that_of_the_one_before() -> None:
    told = fields(
        "Participants may make contributions, including Before-Tax and/or Roth Contributions up to 80% of their pay, After-Tax Contributions up to…"
    )
    assert told["deferral_cap_percent"] == "80"
    assert "combined_cap_percent" not in told
