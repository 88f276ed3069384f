"""Terms as benefit pages and handbooks say them: in links, under folds, in rows, and in the sentence after."""

from __future__ import annotations

from typing import Any

import pytest

from megaroth.reader import work

TRUE = "You may make pre-tax, Roth and traditional after-tax contributions. "


def _fields(text: str) -> dict[str, Any]:
    told = work.work(
        {"do": "read", "kind": "text", "today": "2026-11-26"}, f"The Exemplar 401(k) Plan\n\n{text}\n".encode()
    )
    assert isinstance(told, dict)
    return {name: field["value"] for name, field in told.get("fields", {}).items()}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Our 401(k) is run by [Voya](https://example.org/login) and you are eligible at hire.", "Voya"),
        ("The 401(k) is administered by [Human Interest](https://example.org) and offers cheap Schwab index funds.", "Human Interest"),
        ("The 401(k) plan is administered through [Guideline](../benefits/guideline.md).", "Guideline"),
        ("Sign up for the 401(k) on the [Guideline portal](https://example.org).", "Guideline"),
        ("For the 401(k), Principal is our provider.", "Principal"),
        ("The 401(k) plan is facilitated by Nationwide.", "Nationwide"),
        ("The 401(k) plan is powered by Vestwell, and you pick the funds.", "Vestwell"),
        # What is said of another plan, or of the funds alone.
        ("Ask whether the 401(k) plan lets you do it. Mine did (Vanguard).", None),
        ("My wife's 401(k) plan is administered by Voya.", None),
        ("The 401(k) plan offers a choice of low-cost Vanguard funds.", None),
        ("The principal is the amount you contribute to the 401(k) plan.", None),
        ("As a guideline, save 10% of your pay in the 401(k) plan; on guideline amounts of savings, ask us.", None),
    ],
)  # fmt: skip
def test_who_keeps_the_records(text: str, name: str | None) -> None:
    assert _fields(text).get("recordkeeper") == name


def test_a_fold_of_the_page_is_no_table() -> None:
    text = (
        "collapsed, click to expand | How much may I save in the 401(k) plan? |\nYou may contribute 2% to 45% of your eligible pay as pretax and/or Roth contributions.\n"
        "collapsed, click to expand | Who is eligible? |\nEverybody from the first day.\n"
    )
    assert _fields(text)["deferral_cap_percent"] == "45"
    assert _fields(text)["roth_deferrals"] == "yes"


@pytest.mark.parametrize(
    ("text", "caps"),
    [
        # What the employer puts in is no cap on deferrals.
        ("For those who save 6% or more, the firm will contribute up to 5% of your salary.", {}),
        ("If you save 4%, Exemplar will chip in up to 3% of your pay.", {}),
        ("Exemplar puts in up to 6% of your salary for you.", {}),
        ("We'll contribute up to 5% of your pay to your 401(k).", {}),
        ("You can contribute up to 65% of your salary in deferrals.", {"deferral": "65"}),
        ("Each member contributes up to 35% of pay in pre-tax or Roth deferrals.", {"deferral": "35"}),
        # All kinds together.
        (TRUE + "Pre-tax, Roth and after-tax contributions added up may not be over 55% of pay.", {"combined": "55"}),
        (TRUE + "Your pre-tax, Roth and after-tax contributions together cannot go above 85% of pay.", {"combined": "85"}),
        # The highly compensated in the sentence after the one on after-tax money.
        (
            "Besides pre-tax and Roth deferrals you may save 1% to 14% of pay as traditional after-tax contributions. For Highly Compensated Employees the maximum is 4%.",
            {"after": "14", "hce": "4"},
        ),
        (TRUE + "\n\nYou may choose 1% to 18% in after-tax contributions. If you are a Highly Compensated Employee, the most is 7%.", {"after": "18", "hce": "7"}),
        (TRUE + "You may choose 1% to 30% in pre-tax and Roth contributions. For Highly Compensated Employees the most is 9%.", {"deferral": "30"}),
    ],
)  # fmt: skip
def test_caps(text: str, caps: dict[str, str]) -> None:
    found = _fields(text)
    assert {
        name.split("_")[0]: found[name]
        for name in ("deferral_cap_percent", "after_tax_cap_percent", "combined_cap_percent", "hce_after_tax_cap_percent")
        if name in found
    } == caps  # fmt: skip


PAIR = "You may make pre-tax and Roth contributions. "


@pytest.mark.parametrize(
    ("text", "caps"),
    [
        # A percentage below, or beside, the name of its money.
        (TRUE + "\n\nTraditional After-tax\n2% to 9% of your eligible base pay.", {"after": "9"}),
        (TRUE + "\n\n• After-tax: an extra 7% of compensation", {"after": "7"}),
        (TRUE + "\n\n• After-tax, which is different from Roth: up to 11% of pay", {"after": "11"}),
        (TRUE + "\n\nAfter-tax: 1% to 16%, at any time of the year", {"after": "16"}),
        ("\n\nPre-tax and Roth: 1% to 85% of pay together\n", {"deferral": "85"}),
        (TRUE + "\n\nPre-Tax. Any whole percent of your wages up to 70%, and not above $23,500.", {"deferral": "70"}),
        (TRUE + "\n\nHow much after-tax may I save?\n\nFrom 1% to 13% of your pay.", {"after": "13"}),
        (TRUE + "\n\nAfter-tax: matched at 50%, up to 6% of pay", {}),
        (TRUE + "\n\nAfter-tax: choose 6% of pay, as in this example", {}),
        (TRUE + "\n\nAfter-tax\n2% to 6% of your pay unless you opt out.", {}),
        (PAIR + "\n\nContributions\n• Up to 5% of eligible pay from the company", {}),
        (PAIR + "\n\nContributions\nParticipants may put up to 70% of pay (as classified by the Company) in pre-tax deferrals.", {"deferral": "70"}),
        (PAIR + "Those who contribute up to 5% of pay in deferrals get all of it.", {}),
        (TRUE + "\n\nAfter-tax withdrawals\n1% to 9% of your account.", {}),
        (TRUE + "\n\nHow is my after-tax money taxed?\n\nFrom 10% to 37% of your pay.", {}),
        # Other money that is only named beside it.
        (TRUE + "Apart from pre-tax and Roth contributions you may put in as much as 17% of pay on an after-tax basis.", {"after": "17"}),
        (TRUE + "In addition to elective deferrals (whether pre-tax or Roth), an employee may elect after-tax contributions of not more than 9% of pay.", {"after": "9"}),
        (TRUE + "In addition to pre-tax and Roth, you may save after-tax, up to 45% of pay in total.", {"combined": "45"}),
        # What the sentences around divide.
        ("Save up to 65% of your pay. There are three buckets: pre-tax, Roth and traditional after-tax.", {"combined": "65"}),
        (TRUE + "Choose a pre-tax or Roth rate, then an after-tax rate. The three cannot add up to more than 55% of your pay.", {"combined": "55"}),
        (
            TRUE + "You may put in up to 62% of your pay a year, until you come to the IRS limit. In 2025 that is $23,500 for pre-tax and Roth together.",
            {"deferral": "62"},
        ),
        (TRUE + "The sum of your salary reduction contributions and after-tax contributions shall not exceed 48% of pay.", {"combined": "48"}),
        (PAIR + "You may defer any whole percentage, to a combined total of 58% of your pay.", {"deferral": "58"}),
        ("What is taken after tax is called a Roth deferral. You may defer any percentage, to a combined total of 57% of your pay.", {"deferral": "57"}),
        (PAIR + "\n\nContributions\n• From 2% to 64% of eligible pay", {"deferral": "64"}),
    ],
)  # fmt: skip
def test_caps_by_their_label(text: str, caps: dict[str, str]) -> None:
    found = _fields(text)
    assert {
        name.split("_")[0]: found[name]
        for name in ("deferral_cap_percent", "after_tax_cap_percent", "combined_cap_percent", "hce_after_tax_cap_percent")
        if name in found
    } == caps  # fmt: skip


def test_after_tax_money_has_a_most_in_dollars() -> None:
    assert _fields(TRUE + "\n\n• After-tax max is $9,500 per calendar year")["after_tax_cap_dollars"] == "9500"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The 401(k) plan has three buckets: pre-tax, Roth and after-tax.", "yes"),
        ("Taken together, your pre-tax, Roth and after-tax contributions may not be more than 65% of pay.", "yes"),
        ("You choose what part of your pay is saved, as pre-tax deferrals, Roth 401(k) deferrals or a mix.", "yes"),
        ("Traditional (pre-tax) and Roth (post-tax), together, up to $23,500", "yes"),
        ("When your pre-tax/Roth contributions come to the limit of the year they stop.", "yes"),
        ("• Pre-tax: you are taxed when the money comes out.\n• Roth: you are taxed now, and not later.", "yes"),
        ("Pre-tax\nComes out before taxes, and is taxed later.\n\nAfter-tax (Roth 401(k))\nComes out after taxes, and is not taxed again.", "yes"),
        ("A hardship withdrawal comes from pre-tax and Roth 401(k) contributions (not their earnings) of the plan.", "yes"),
        ("The plan may take your first deferral next month. The plan does not take Roth contributions.", "no"),
        ("Does the 401(k) plan have a Roth option?\n\nNot at this time.", "no"),
        # A label of something else, what is gone, and other accounts.
        ("• Pre-tax: you are taxed when the money comes out.\n• Roth: not offered by the plan.", "no"),
        ("• Traditional IRA: taxed when the money comes out.\n• Roth IRA: taxed now, and not by a 401(k) plan.", None),
        ("Pre-tax contributions, Roth contributions and after-tax contributions are no longer permitted by the 401(k) plan.", None),
        ("Traditional (pre-tax) and Roth IRAs are not part of the 401(k) plan.", None),
    ],
)  # fmt: skip
def test_roth_goes_without_saying(text: str, value: str | None) -> None:
    assert _fields(text).get("roth_deferrals") == value


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("If you make no choice you will be enrolled automatically 40 days from hire, at 4% before-tax. Each May 1 automatic enrollees go up by 1% until they are at 9%.", "4"),
        ("Staff hired on or after June 1, 2021 shall be enrolled at 5% of base pay on a pre-tax basis unless they elect otherwise.", "5"),
        ("Participants who make no election in 45 days are enrolled at a pre-tax rate of 7%, which is raised 1% each year.", "7"),
        ("If we hear nothing from you within your first 60 days, 2% of your pay will be taken on a pretax basis.", "2"),
        ("If you take no action in 30 days of your hire, Exemplar signs you up and 6% of eligible pay is contributed pretax.", "6"),
        ("New teammates will still be signed up automatically at 5 percent.", "5"),
        ("If we see no election from you after a month, you will be put in at 3% pre-tax.", "3"),
        ("Members are enrolled at 4% of cost in the dental plan.", None),
        ("If you do not use it, 10% of your pay will be taken in tax.", None),
        ("Participants who are enrolled at 4% match rates keep them.", None),
        ("Each year automatic enrollees go up by 1%.", None),
    ],
)  # fmt: skip
def test_enrolment(text: str, percent: str | None) -> None:
    assert _fields(PAIR + text).get("auto_enrolment_percent") == percent


def test_an_increase_that_stays_as_it_is() -> None:
    text = "New hires are automatically enrolled at 5%. The increase of 2% every June, up to 12%, stays as it is."
    assert _fields(text)["auto_increase_percent"] == "2"
    assert "auto_increase_percent" not in _fields(
        "The 401(k) plan is for you.\n\nThe increase of 4% in premiums takes effect every June."
    )


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("Eligible compensation = base salary, overtime and cash bonus.", True),
        ("Eligible Earnings has the meaning of the 401(k) Plan, and shall include overtime and holiday pay.", True),
        ("Eligible Earnings has the meaning of the 401(k) Plan.", False),
        ("Tips that go through payroll count as eligible pay, as does overtime.", True),
        ("RSU income is not 401(k) pay.", True),
        ("Spot awards and commissions are not part of base compensation.", True),
        ("\n\nWhat counts as compensation?\n\nStraight-time and piece-rate pay, overtime, shift premiums.", True),
        ("The match is 50% of the first 5% of eligible pay (base pay, overtime and incentives).", True),
        ("Tips on saving for retirement count for a lot.", False),
        ("Stock awards are a part of your package.", False),
    ],
)  # fmt: skip
def test_which_pay_counts(text: str, stated: bool) -> None:
    assert ("eligible_pay" in _fields(PAIR + text)) == stated


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("There is one yearly IRS limit for pre-tax and Roth. When you get to it, payroll goes on deducting and the money is recorded as traditional after-tax, unless you have opted out.", "yes"),
        ("For 2025 an IRS dollar limit of $23,500 applies to pre-tax and Roth. Whatever you elected beyond that goes into your after-tax account without your doing anything.", "yes"),
        ("What is spillover? If your pre-tax or Roth contributions come up to the yearly IRS limit, the deduction becomes an after-tax deduction by itself.", "yes"),
        ("Once your pre-tax and Roth savings reach the dollar limit of the year, they stop. They do not become after-tax by themselves.", "no"),
        ("There is one yearly IRS limit for pre-tax and Roth. Your savings are recorded as after-tax if you ask for it.", None),
        ("Savings are taken as after-tax automatically where you elect after-tax.", None),
    ],
)  # fmt: skip
def test_spillover_in_two_sentences(text: str, value: str | None) -> None:
    assert _fields(TRUE + text).get("spillover") == value


def test_sixty_to_sixty_three_in_dollars() -> None:
    text = "Turning 50 or older in 2025? You may save $7,500 more. If you will be 60, 61, 62 or 63 by year end it is $11,250 more."
    assert _fields(PAIR + text)["super_catch_up"] == "yes"


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("After-tax contributions can be converted to Roth in the plan, up to 3x per year.", 3),
        ("You may convert after-tax contributions to Roth in the plan by telephone, no more than six in a calendar year.", 6),
        ("After-tax contributions can be converted to Roth in the plan at up to 4% per year.", None),
    ],
)  # fmt: skip
def test_conversions_in_a_year(text: str, times: int | None) -> None:
    assert _fields(TRUE + text).get("conversions_per_year") == times
