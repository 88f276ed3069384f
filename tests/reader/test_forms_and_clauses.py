"""Forms with an X for a box, questions within a paragraph, resolutions and clauses: what they say of after-tax money."""

from __future__ import annotations

import datetime

import pytest
from tests.reader.said import fields

from megaroth.reader import reading

FORM = (
    "EXEMPLAR 401(k) PLAN - ELECTIONS OF THE EMPLOYER\n\n"
    "Item 12. After-tax contributions. The Plan X does / □ does not (check one) permit participants to make after-tax contributions.\n"
    "(c) After-tax contributions □ are / X are not matched.\n\n"
    "Item 14. Matching contributions.\n□ Option #1: None.\nX Option #2: Fixed: 50 % of the first 6 % of pay contributed as elective deferrals.\n\n"
    "Item 20. In-service withdrawals before age 59½.\n"
    "After-tax contributions: X at any time □ never. Rollovers: X at any time □ never. Matching: □ after 5 years X never.\n\n"
    "Item 21. In-plan Roth rollovers.\n"
    "(a) The Plan X does / □ does not (check one) permit in-plan Roth rollovers of amounts otherwise distributable.\n"
    "(c) The Plan □ will / X will not permit in-plan Roth rollovers of amounts not otherwise distributable.\n"
)


def test_an_x_is_a_box_where_the_empty_ones_are_drawn() -> None:
    told = fields(FORM)
    assert (told["after_tax_allowed"], told["in_service_withdrawal"], told["in_plan_conversion"]) == (
        "yes", "yes", "on-request",
    )  # fmt: skip
    assert told["match"] == [{"rate_percent": "50", "up_to_percent_of_pay": "6"}]


def test_where_nothing_comes_out_nothing_that_may_come_out_is_converted() -> None:
    told = fields(FORM.replace("After-tax contributions: X at any time □ never.", "After-tax contributions: □ at any time X never."))  # fmt: skip
    assert "in_plan_conversion" not in told


def test_a_quote_has_the_marks_of_its_page() -> None:
    text = f"The Exemplar 401(k) Plan\n\n{FORM}"
    read = reading.read(text.encode(), "plan.txt", datetime.date(2026, 11, 27))
    assert isinstance(read, reading.Reading)
    page = " ".join(text.split())
    for said in read.draft.stated.values():
        assert said.quote in page
        assert all(quote in page for quote, _ in said.also)


def test_an_x_in_a_sentence_is_a_letter() -> None:
    text = "You may make traditional after-tax contributions. Schedule X applies. Form X may be used.\n□ one □ two\n"
    assert fields(text)["after_tax_allowed"] == "yes"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("AA §6B MATCHING CONTRIBUTIONS\n6B-3 Eligible Contributions: ☒ Pre-tax Deferrals ☒ Roth Deferrals 🞎 After-Tax Employee Contributions\n\n"
         "AA §6C AFTER-TAX EMPLOYEE CONTRIBUTIONS\n6C-1 Participants may not make After-Tax Employee Contributions, unless elected here:\n"
         "   ☒ (a) Participants may make After-Tax Employee Contributions.\n6C-2 Limits. ☒ (a) 5 % of Plan Compensation 🞎 (b) none", "yes"),
        ("Other kinds: no. The only after-tax contributions the Plan accepts are Roth after-tax contributions.", "no"),
        ("RESOLVED, that the Plan shall accept no voluntary after-tax contributions from any pay date after December 31, 2021.", "frozen"),
        ("Members could contribute up to 4% of pay, after tax. The trustees decided that no such contribution would be taken after July 1, 2018.", "frozen"),
    ],
)  # fmt: skip
def test_whether_after_tax_money_goes_in(text: str, says: str) -> None:
    assert fields(text)["after_tax_allowed"] == says


def test_a_recital_gives_no_leave() -> None:
    assert "after_tax_allowed" not in fields(
        "WHEREAS, a number of participants make voluntary after-tax contributions each pay period; and"
    )


def test_what_is_resolved_of_the_old_money() -> None:
    text = (
        "RESOLVED, that the Plan shall accept no voluntary after-tax contributions after December 31, 2021, and that amounts held in "
        "participants' after-tax accounts shall continue to be available for withdrawal by participants at any time."
    )
    assert fields(text)["in_service_withdrawal"] == "yes"


def test_what_was_ended_in_a_plan_with_roth_was_no_roth() -> None:
    told = fields(
        "Participants may make pre-tax or Roth contributions. After-tax contributions were discontinued on January 1, 2006.\n\n"
        "Active participants may withdraw their after-tax accounts at any time."
    )
    assert (told["after_tax_allowed"], told["in_service_withdrawal"]) == ("frozen", "yes")


def test_amounts_that_are_too_small_refuse_nothing() -> None:
    text = (
        "Section 6.1 In-Plan Roth Conversion. A Participant may direct that all or any portion of the following, to the extent vested, be "
        "transferred to his or her In-Plan Roth Conversion Account: (i) the After-Tax Contribution Account; and (ii) the Rollover Account. "
        "Amounts less than $1,000 will not be converted."
    )
    assert fields(text)["in_plan_conversion"] == "on-request"


def test_after_tax_money_and_what_was_rolled_over_come_out_alike() -> None:
    text = "May I take a withdrawal while I work?\n* Traditional after-tax contributions and after-tax rollovers: anytime.\n* Hardship: pre-tax.\n"
    assert fields(text)["in_service_withdrawal"] == "yes"
