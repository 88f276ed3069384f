"""Caps, Roth and spillover as articles of a plan, amendments and notes say them, beside sentences that look alike and say something else."""

from __future__ import annotations

import pytest
from tests.reader.said import fields

CAPS = ("deferral_cap_percent", "after_tax_cap_percent", "combined_cap_percent", "hce_after_tax_cap_percent")


def _caps(text: str) -> dict[str, str]:
    return {name.split("_")[0]: value for name, value in fields(text).items() if name in CAPS}


@pytest.mark.parametrize(
    ("text", "caps"),
    [
        ("That part of a member's pre-tax and after-tax contributions which is not more than 6% of pay is called matched savings.", {}),
        ("So much of your pre-tax contributions as does not exceed 6% of pay shall be First Contributions.", {}),
        ("The portion of your after-tax and pre-tax contributions up to 6% of pay counts toward the match.", {}),
        ("The amount of your pre-tax contributions may not exceed 45% of pay.", {"deferral": "45"}),
        ("So much of his compensation as does not exceed 30% may be contributed as pre-tax contributions.", {"deferral": "30"}),
        ("The total of pre-tax and after-tax contributions shall not exceed 40% of pay, and shall be in whole percentages.", {"combined": "40"}),
    ],
)  # fmt: skip
def test_a_portion_that_is_named_is_no_cap(text: str, caps: dict[str, str]) -> None:
    assert _caps(text) == caps


@pytest.mark.parametrize(
    ("text", "caps"),
    [
        ("Highly compensated employees may give no more than 5% of eligible pay on an after-tax basis; other employees, 15%.", {"after": "15", "hce": "5"}),
        ("Highly compensated members may save up to 8% of pay after-tax, and all others up to 20% of pay.", {"after": "20", "hce": "8"}),
        ("After-tax contributions by highly compensated staff stop at 6% of pay; everyone else may give up to 12%.", {"after": "12", "hce": "6"}),
        ("Highly compensated employees may contribute no more than 5% of pay after-tax; other employees receive a match of 15%.", {"hce": "5"}),
        ("Highly compensated employees may contribute no more than 5% of pay after-tax; for other employees the match is 3%.", {"hce": "5"}),
    ],
)  # fmt: skip
def test_the_others_behind_the_highly_compensated(text: str, caps: dict[str, str]) -> None:
    assert _caps(text) == caps


@pytest.mark.parametrize(
    ("text", "caps"),
    [
        ("Until 2011 they could. Members were able to contribute 2% to 8% of pay after tax.", {}),
        ("Members could put in up to 10% of pay after tax. No such contributions were taken after June 30, 2012.", {}),
        ("Members were able to put in 1% to 9% of pay after tax. Such contributions have been discontinued.", {}),
        ("During 2023 participants could contribute up to 10% of pay in after-tax contributions. These contributions are not matched.", {"after": "10"}),
        ("Before 2020 members were limited to 6%. Members could contribute up to 12% of pay after tax beginning in 2020.", {"after": "12"}),
        ("Before you enroll, read this. Participants could contribute up to 10% of pay after tax.", {"after": "10"}),
    ],
)  # fmt: skip
def test_what_could_be_put_in_up_to_a_day(text: str, caps: dict[str, str]) -> None:
    assert _caps(text) == caps


@pytest.mark.parametrize(
    ("text", "caps"),
    [
        ("You can defer 1% to 60% of pay as pre-tax, Roth, or any mix of these, and can also contribute up to 10% of pay after-tax.", {"deferral": "60", "after": "10"}),
        ("Members may defer up to 40% of pay as pre-tax or Roth deferrals or a combination of both, and may contribute up to 8% after-tax.", {"deferral": "40", "after": "8"}),
        ("Members may defer up to 40% of pay as Roth or pre-tax deferrals or a combination of both, and may contribute up to 8% after-tax.", {"deferral": "40", "after": "8"}),
        ("You can contribute 1% to 60% of pay as pre-tax, after-tax, Roth, or any mix of these, and may change at any time.", {"combined": "60"}),
        ("By inserting in Section 4.2, Matching Contributions, the following:\n\nAfter-tax contributions shall not exceed 7% of pay.", {"after": "7"}),
        ("By adding to Section 4.4, Employer Contributions, the following:\n\nup to 6% of pay.", {}),
        ("Section 4.2, Matching Contributions, is amended to read:\n\nContributions up to 6% of pay are matched at 50%.", {}),
    ],
)  # fmt: skip
def test_of_two_kinds_and_where_it_is_put(text: str, caps: dict[str, str]) -> None:
    assert _caps(text) == caps


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A member whose pre-tax contributions reach that limit before year-end goes on and continues to contribute on an after-tax basis unless the member directs otherwise.", "yes"),
        ("Once the 402(g) limit is reached, the Participant shall be deemed to have elected to contribute the same percentage as After-Tax Contributions, unless he has declined.", "yes"),
        ("If deferrals reach the limit of Code section 402(g), the Member shall be treated as having elected that the excess be made as After-Tax Contributions.", "yes"),
        ("If your pre-tax contributions reach the IRS limit, they stop for the rest of the year unless you elect to continue as after-tax contributions.", "no"),
        ("A participant who reaches the limit is not deemed to have elected to continue on an after-tax basis.", "no"),
        ("A participant who reaches the dollar limit may continue on an after-tax basis if he or she elects.", None),
        ("Pre-tax contributions that reach the limit by year-end are refunded unless you recharacterize them as after-tax contributions.", None),
        ("When the limit is reached the participant's election continues on an after-tax basis only if the participant so elects.", None),
    ],
)  # fmt: skip
def test_deemed_to_go_on(text: str, said: str | None) -> None:
    assert fields(text).get("spillover") == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('"Deferral" means a contribution made at the election of the Participant in lieu of cash, whether or not designated as a Roth Deferral.', "yes"),
        ('"Elective Contributions" means amounts the Employer withholds from Compensation, including any designated as Roth Contributions.', "yes"),
        ('"Account" means the aggregate of the Elective Deferral Account, Roth Elective Deferral Account and Match Account of a Participant.', "yes"),
        ("No amount may be moved to a designated Roth account, and the Plan shall maintain no such accounts.", "no"),
        ("The Plan does not maintain designated Roth accounts.", "no"),
        ('"Elective Deferral" includes, to the extent permitted in the Adoption Agreement, a deferral whether or not designated as a Roth Elective Deferral.', None),
        ("The Plan accepts rollovers of elective deferrals from other plans, whether or not designated as Roth contributions.", None),
        ("If the Plan does not maintain designated Roth accounts, the rollover is refused.", None),
        ("The Plan does not maintain designated Roth accounts for former employees.", None),
        ("A rollover from a designated Roth account is taken only if the other plan maintains no such accounts in its trust.", None),
    ],
)  # fmt: skip
def test_roth_in_definitions_and_accounts(text: str, said: str | None) -> None:
    assert fields(text).get("roth_deferrals") == said


def _rises(text: str) -> tuple[str | None, str | None]:
    said = fields(text)
    return said.get("auto_enrolment_percent"), said.get("auto_increase_percent")


ROWS = "\n\nFirst {}%\nSecond {}%\nThird {}%\nFourth and later {}%\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("If you do nothing, 3% of your pay is taken in your first plan year. Thereafter the percentage climbs on January 1 each year:" + ROWS.format(3, 4, 5, 6), ("3", "1")),
        ("Employees who make no election are enrolled as pre-tax savers. The rate rises every year as follows:\n\nYear 1: 4%\nYear 2: 6%\nYear 3: 8%\n", (None, "2")),
        ("If you do nothing, 3% of your pay is taken in your first plan year. Thereafter the percentage climbs each year:" + ROWS.format(3, 4, 6, 7), ("3", None)),
        ("You vest automatically. The vested share rises each year:\n\n1 year 20%\n2 years 40%\n3 years 60%\n", (None, None)),
        ("Members who do nothing are enrolled. The match rises every year:\n\nYear 1: 3%\nYear 2: 4%\nYear 3: 5%\n", (None, None)),
    ],
)  # fmt: skip
def test_the_step_of_a_schedule(text: str, said: tuple[str | None, str | None]) -> None:
    assert _rises(text) == said


def test_words_that_ran_together_tell_nothing() -> None:
    assert _caps("For2021 theemployerelectedtomatch 20% of deferralsupto 5% of Compensation.") == {}


FORM = """AA §4A DEFERRALS

4A-1 Deferrals permitted.  ☒ Yes   🞎 No

AA §4B AFTER-TAX EMPLOYEE CONTRIBUTIONS

4B-1 Elected:
   {} (a) Participants may make After-Tax Employee Contributions.
4B-2 Limits.  ☒ (a)  7 % of Plan Compensation   🞎 (b) $______
   Dollar maximum for a Plan Year: $ 12,000 (leave blank if none)

AA §4C MATCHING CONTRIBUTIONS

4C-1 Eligible Contributions:  ☒ Pre-tax Deferrals  🞎 After-Tax Employee Contributions  🞎 Catch-Up Contributions
4C-2 Minimum balance for a loan: $ 1,000
"""


def test_parts_of_a_form_headed_by_the_sign_of_a_section() -> None:
    said = fields(FORM.format("☒"))
    assert said["after_tax_allowed"] == "yes"
    assert said["after_tax_cap_percent"] == "7"
    assert said["after_tax_cap_dollars"] == "12000"
    assert (said["match_on_after_tax"], said["match_on_catch_up"]) == ("no", "no")


def test_a_part_that_was_not_elected_says_nothing() -> None:
    assert fields(FORM.format("🞎")).get("after_tax_allowed") != "yes"
