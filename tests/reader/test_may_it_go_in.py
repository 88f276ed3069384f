"""Whether after-tax money may go in, and how much: what others ask for, report or may is no leave; what is denied is denied in other words too."""

from __future__ import annotations

import pytest
from tests.reader.said import fields

KINDS = "You can make pre-tax, Roth and traditional after-tax contributions. "


@pytest.mark.parametrize(
    "text",
    [
        # Asked for, and not given.
        "The union has asked the Employer for a voluntary after-tax option in the savings plan. The Employer declined.",
        "Members pushed for traditional after-tax contributions at the table.",
        "Many of you requested that we look for a way to add voluntary after-tax contributions.",
        # What people do on average.
        "The typical employee saved 6% pre-tax and 3% as voluntary after-tax contributions in 2023.",
        "On average, our people put in 8% pre-tax and 1% in voluntary after-tax contributions.",
        # What the law lets plans do.
        "Tax law allows voluntary after-tax contributions on top of the deferral limit.",
        "The federal rules limit the sum of voluntary after-tax contributions and all other money to $70,000.",
        # Who has to ask knows nothing.
        "Once you have the match, put the rest in as voluntary after-tax contributions. Ask whether your plan allows it.",
        "Make voluntary after-tax contributions, then convert them. Check if your employer's plan offers this.",
        # What one has to put in, and what others say.
        "Member contributions of 5% of pay are mandatory and are taken as voluntary after-tax contributions.",
        "The last issue stated that the plan accepts voluntary after-tax contributions. It does not.",
        "You have been making voluntary after-tax contributions to the old Exemplar Savings Plan.",
        # Taking it is no putting in.
        "Voluntary after-tax contributions may be taken at any time.",
        # What a tax form, a statement or a list of words says of it, and what is given to another fund.
        "Form 1099-R shows your voluntary after-tax contributions.",
        "Voluntary after-tax contributions this quarter: $150.00.",
        "Voluntary after-tax contribution: an employee contribution on which tax has been paid.",
        "Voluntary after-tax contributions to the employee relief fund can be set up in payroll.",
        "Voluntary after-tax contributions (hangar employees only): up to 6% of pay",
        # An end for some.
        "Equity partners, who are paid by draw, cannot make voluntary after-tax contributions.",
        "In 2019 the plan was amended to eliminate voluntary after-tax contributions for newly hired employees.",
    ],
)
def test_no_leave(text: str) -> None:
    assert "after_tax_allowed" not in fields(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Voluntary after-tax contributions were suspended in 2016 and came back in 2022.", None),
        ("We eliminated voluntary after-tax contributions in 2016, and then brought them back.", None),
        ("Voluntary after-tax contributions were eliminated in 2016.", "frozen"),
        ("Voluntary after-tax contributions cannot be made by personal check.", None),
        ("Voluntary after-tax contributions are not taken after you reach the limit.", None),
        ("Voluntary after-tax contributions no longer have to be in whole percents.", None),
        ("Voluntary after-tax loans were eliminated in 2016.", None),
        ("Voluntary after-tax contributions to the Exemplar Stock Fund were frozen in 2016.", None),
        ("The form for voluntary after-tax contributions was discontinued in 2016.", None),
        ("While on strike, you cannot make voluntary after-tax contributions.", None),
        ("Participants on leave cannot make voluntary after-tax contributions.", None),
        ("Not everyone should make voluntary after-tax contributions.", None),
        ("Voluntary after-tax contributions: Not permitted for employees of Exemplar LLC.", None),
        ("Voluntary after-tax contributions: Not permitted for employees of the Company.", "no"),
        ("Voluntary after-tax contributions were last taken in the fall of 2001.", "frozen"),
        ("Your voluntary after-tax elections were cancelled when you moved.", None),
        ("We have stopped matching voluntary after-tax contributions.", None),
        ("No employee contributions other than elective deferrals shall be permitted.", "no"),
        ("No employee contributions other than elective deferrals are matched.", None),
        (
            "Only pre-tax and Roth contributions are accepted now; earlier voluntary after-tax contributions stay in the plan.",
            "no",
        ),
        (
            "Rollovers may hold after-tax amounts, although the plan does not otherwise take voluntary after-tax contributions.",
            "no",
        ),
        ("Voluntary after-tax contributions made after tax are not allowed unless they are Roth.", "no"),
        ("What you cannot save as Roth, you can save as voluntary after-tax contributions.", "yes"),
        ("Once your traditional and Roth savings hit the cap you can go on with after-tax contributions.", "yes"),
        ("You may choose: (1) deferrals; (2) voluntary after-tax contributions.", "yes"),
        ("Permitted: Deferrals ☑ Voluntary after-tax ☐ Rollover ☑", None),
        ("Voluntary after-tax contributions: ☐ Yes ☒ No", "no"),
        ("The freeze on voluntary after-tax contributions was lifted last spring.", None),
        ("Voluntary after-tax contributions are turned off first when you are over the limit.", None),
        ("Don't use voluntary after-tax contributions to save for a car.", None),
        ("In 2003 the Plan took no more voluntary after-tax contributions.", "frozen"),
        ("Nobody can add money to their voluntary after-tax contributions.", "no"),
        ("Not in our plan: loans; voluntary after-tax contributions; a brokerage window", "no"),
        ("Not in the match: overtime; voluntary after-tax contributions; bonuses", None),
        ("Features elected: Roth deferrals; voluntary after-tax contributions; loans.", "yes"),
        ("Features explained: Roth deferrals; voluntary after-tax contributions; loans.", None),
        ("There is no provision in our 403(b) for voluntary after-tax contributions.", "no"),
        ("Is there any voluntary after-tax?\n\nYes: up to 6% of pay.", "yes"),
        ("Is there any tax on voluntary after-tax withdrawals?\n\nYes, on the earnings.", None),
        ("Can you make voluntary after-tax contributions?\n\nNot any longer.", "frozen"),
        ("You can put in up to 8% of eligible earnings on an after-tax (non-Roth) basis.", "yes"),
        ("The earnings on after-tax (non-Roth) money are taxed when paid out.", None),
        ("Participants who've met the Roth limit may make voluntary after-tax contributions.", "yes"),
        ("It all counts, whether you put it in as pre-tax, Roth or voluntary after-tax savings.", "yes"),
        ("The committee has not decided whether to add Roth or voluntary after-tax savings.", None),
        ("Pre-tax / Roth / After-tax contributions: each up to you.", "yes"),
        ("Pre-tax / Roth after-tax contributions: each up to you.", None),
        ("A 401(k) with a 4% match, Roth, and the mega backdoor", "yes"),
        ("No voluntary after-tax contributions may be made until you have reached the deferral limit.", None),
        ("No voluntary after-tax contributions may be made.", "no"),
        ("Voluntary after-tax contributions (discontinued in 2004) are kept apart.", "frozen"),
        ("Voluntary after-tax savings (closed as of 6/30/2011): you may not change them.", "frozen"),
        ("Voluntary after-tax savings (from 2004): up to 5% of pay.", "yes"),
        (
            "The plan does not take voluntary after-tax contributions, except for those carried over from the prior plan.",
            "no",
        ),
        ("The plan does not take voluntary after-tax contributions, except from partners.", None),
        ("Can I make voluntary after-tax contributions?\n\nNot in this plan.", "no"),
        ("Can I make voluntary after-tax contributions?\n\nNot under the age of 21.", None),
        ("Unlike some other plans, ours never had voluntary after-tax contributions.", "no"),
        ("Unlike most employers, we let you make voluntary after-tax contributions.", "yes"),
        ("Unlike ours, most plans let you make voluntary after-tax contributions.", None),
        (
            "The tax law lets plans accept voluntary after-tax contributions above the deferral limit. Ours does not.",
            "no",
        ),
        ("These contributions cannot be made to the plan:\n• Voluntary after-tax\n• Rollovers from an IRA", "no"),
        ("The plan does not accept any of the following:\n• Catch-up\n• Voluntary after-tax contributions", "no"),
        ("These contributions cannot be withdrawn before age 59½:\n• Voluntary after-tax\n• Match", None),
        ("The plan shall not accept any employee contributions other than elective deferrals.", "no"),
        ("The plan shall not match any employee contributions other than elective deferrals.", None),
        ("Elective deferrals are the only contributions that an employee may make.", "no"),
        ("Elective deferrals are the only contributions that count toward the match.", None),
    ],
)
def test_no_and_not_any_more(text: str, said: str | None) -> None:
    assert fields(text).get("after_tax_allowed") == said


@pytest.mark.parametrize(
    ("marks", "after_tax", "roth"),
    [(("✔", "✔", "✘"), "no", "yes"), (("✓", "✗", "✓"), "yes", None), (("✅", "✅", "❌"), "no", "yes")],
)
def test_a_mark_behind_its_label(marks: tuple[str, str, str], after_tax: str, roth: str | None) -> None:
    told = fields(
        "Contribution types\n"
        + "\n".join(
            f"{kind} {mark}" for kind, mark in zip(("Pre-tax", "Roth", "Voluntary after-tax"), marks, strict=True)
        )
    )
    assert told.get("after_tax_allowed") == after_tax
    assert told.get("roth_deferrals") in (roth, "no" if roth is None else roth)


@pytest.mark.parametrize(
    ("text", "field", "said"),
    [
        ("After-tax limit: 8% / 10%", "after_tax_cap_percent", None),
        ("After-tax limit: 10% of pay", "after_tax_cap_percent", 10),
        (
            "In the former Exemplar plan, you could put in up to 7% of pay as traditional after-tax contributions.",
            "after_tax_cap_percent",
            None,
        ),
        (
            "Employees who save at least 5% pre-tax may also save up to 4% of pay after-tax.",
            "combined_cap_percent",
            None,
        ),
        (
            "Members who contribute at least 3% pre-tax can put in up to 9% of pay after-tax.",
            "after_tax_cap_percent",
            9,
        ),
        ("You may make after-tax contributions of 1, 2, 3, 4 or 5% of your pay.", "after_tax_cap_percent", 5),
        ("For after-tax, enter a percentage between 1 and 20.", "after_tax_cap_percent", 20),
        ("For after-tax, enter a number of months between 1 and 20.", "after_tax_cap_percent", None),
        ("After-tax contributions: up to $12,000/yr.", "after_tax_cap_dollars", 12000),
        ("After-tax cap: $12,000 a year (the firm's, not the IRS's)", "after_tax_cap_dollars", 12000),
        ("After-tax cap: $12,000 in 2024 (IRS)", "after_tax_cap_dollars", None),
        ("After-tax contributions are limited to $16,000 a year, or $8,000 for HCEs.", "after_tax_cap_dollars", 16000),
        ("The sum of pre-tax + Roth + after-tax can't pass 55% of pay.", "combined_cap_percent", 55),
        ("Supplemental contributions: up to 12% more, pre-tax or after-tax.", "combined_cap_percent", None),
        (
            "Bargaining-unit employees may make after-tax contributions of up to 3% of pay.",
            "after_tax_cap_percent",
            None,
        ),
        ("Coming next year: after-tax contributions of up to 10% of pay.", "after_tax_cap_percent", None),
    ],
)
def test_how_much(text: str, field: str, said: int | None) -> None:
    told = fields(KINDS + "\n\n" + text).get(field)
    assert (None if told is None else float(told)) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("No Roth option exists in the plan.", "no"),
        ("There is no after-tax or Roth source.", "no"),
        ("There are no Roth or after-tax choices.", "no"),
        ("You save solely on a pre-tax basis.", "no"),
        ("No Roth withdrawals are allowed before age 59½.", None),
        ("You save solely on a pre-tax basis until you choose Roth.", "yes"),
        ("We do have Roth.", "yes"),
        ("Employees have asked for a Roth feature.", None),
        ("Deferrals are pre-tax unless designated as Roth.", "yes"),
        ("Roth: Y", "yes"),
        ("Roth: N", "no"),
    ],
)
def test_roth(text: str, said: str | None) -> None:
    assert fields(text).get("roth_deferrals") in (said, None if said == "yes" else said)
