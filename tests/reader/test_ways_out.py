"""After-tax money that may be taken out while employed: the form, the costs and the other money beside it change nothing."""

from __future__ import annotations

import pytest
from tests.reader.said import fields

TAKES = "You can make pre-tax, Roth and traditional after-tax contributions.\n\n"


@pytest.mark.parametrize(
    "text",
    [
        # What it costs, and how it is asked for.
        "You may withdraw after-tax contributions at any time, but if you take money that was matched your contributions are suspended for three months.",
        "Unmatched after-tax savings can be withdrawn with no suspension.",
        "An active member may, by submitting a withdrawal form, take out after-tax savings.",
        "Subject to such procedures as the Committee may prescribe, a Participant may elect twice in each Plan Year to withdraw an amount not exceeding his After-Tax Contributions.",
        # Other words for `while employed` and `freely`.
        "The After-Tax Account may be withdrawn at any time prior to the Participant's severance date.",
        "After-tax savings can be withdrawn without restriction, before or after you retire.",
        "You can request a withdrawal from your after-tax account for as long as you are on the payroll.",
        "If you are still working, you may request a distribution of your after-tax money.",
        "You need not be 59½, nor have a hardship, to withdraw your after-tax savings.",
        "You may make withdrawals of after-tax contributions irrespective of age or need.",
        "Hardship does not have to be shown for a withdrawal of after-tax savings.",
        "Members may withdraw after-tax savings at their discretion.",
        "After-tax contributions are never locked in: get at them without leaving the company.",
        "There is no limit on how often you can withdraw after-tax money.",
        "You may withdraw your after-tax account each quarter by phone.",
        "Can I take back my after-tax contributions while I work here?\nYes, up to 2/yr.",
        "Do I have to retire to get my after-tax money?\nNo. Ask for it by phone.",
        "If you make an in-service withdrawal of after-tax contributions, your contributions are suspended for three months.",
        "The Plan permits an employee to withdraw his own after-tax contributions. After such a withdrawal contributions are suspended for six months.",
        "A Member shall have the right, at any time and from time to time, to withdraw any part of his After-Tax Account.",
        "A Member may, upon thirty days' notice, withdraw after-tax contributions while employed.",
        "Because after-tax contributions are not subject to those rules, you may withdraw them before age 59½.",
        "Is my after-tax money available before retirement?\nYes, at any time.",
        "Can I move after-tax money to a Roth IRA before I leave?\nYou can. Ask for two checks.",
        "Each Participant who has not terminated employment may elect to withdraw any portion of such Participant's After-Tax Account.",
        "Upon request, a Member shall be paid all or any part of the value of the Member's After-Tax Contributions.",
        "The right of an employee to withdraw after-tax contributions during employment shall not be restricted.",
        "After-tax contributions are distributable in service at any time.",
        "Must I separate from service to withdraw after-tax contributions?\nNo.",
        "Active participants may withdraw after-tax contributions (but not earnings on them) at any time.",
        "You can take out after-tax contributions whenever you'd like. Company match stays until age 59½.",
        "Article 8.02 A Participant may, no more than twice in any Plan Year, by written notice to the Committee, withdraw part of his After-Tax Contributions.",
        "6.3 Upon ten days' notice, a Participant in the employ of an Employer may withdraw any of his After-Tax Contributions.",
        "There is a six-month suspension of the match if you withdraw matched after-tax contributions while employed.",
        "You can withdraw your after-tax contributions, but not your pre-tax contributions, while you work here.",
        "Acme can move your after-tax balance to an Acme Roth IRA at any time while you work here.",
        "You may have one after-tax withdrawal in any rolling 12-month period.",
        # Other money beside it, with an age or a need of its own.
        "Active participants may withdraw after-tax contributions, and, in the case of hardship, pre-tax contributions.",
        "Pre-tax contributions are locked in until you reach 59½, but after-tax contributions are not: you may withdraw them once a quarter.",
        "You may not withdraw pre-tax contributions while employed. You may, however, withdraw after-tax contributions.",
        "If you are under 59½, you may withdraw only your after-tax and rollover contributions unless you have a hardship.",
        "In-service withdrawals (other than for hardship): after-tax contributions, any time; all other contributions, age 59½.",
        "While employed, you may only withdraw after-tax contributions. Pre-tax withdrawals require a hardship.",
        "In-service withdrawals are limited to after-tax and rollover balances until you reach age 59½.",
        "In-service withdrawals are permitted for hardship, after age 59½, and from the after-tax source without restriction.",
        "Members are permitted to take in-service withdrawals of after-tax balances, and hardship withdrawals of deferrals.",
        "While employed, a member may withdraw after-tax contributions, or in the event of hardship, pre-tax contributions.",
        "Before separation from service, amounts may be paid out only: (a) from the After-Tax Account, at any time; (b) upon hardship; (c) after age 59½.",
        "Active employees may make certain withdrawals, including withdrawals of after-tax contributions, hardship withdrawals and withdrawals after age 59½.",
        "In addition to hardship withdrawals, you may withdraw after-tax contributions while still employed.",
        "Active employees have access to loans, hardship withdrawals and withdrawals of after-tax contributions.",
        "After-tax contributions and anything you rolled in from another plan may be paid to you at any time.",
        "In-service distributions are allowed if the participant has attained age 59½, has a hardship, or has made after-tax contributions.",
        "You may take after-tax money out any time while you are employed. That is not so for your deferrals.",
        "After-tax money is kept apart. You may withdraw it at any time, or convert it in the plan to Roth (see 9).",
        "It stays in the plan. After-tax money may be converted to Roth (see page 4) or withdrawn at any time.",
        "Savings to which you can get if you are over the limit: after-tax contributions may be withdrawn once in any 12 months.",
    ],
)  # fmt: skip
def test_what_stands_around_the_way_out_does_not_close_it(text: str) -> None:
    assert fields(TAKES + text).get("in_service_withdrawal") == "yes"


@pytest.mark.parametrize(
    "text",
    [
        "Withdrawals\n\n4.1 Old thrift after-tax accounts: at any time, $300 minimum.",
        "Withdrawals & Loans\n\n• After-tax money (not converted): any time, any reason",
        "Withdrawals before you leave\n\nRegular withdrawal\n\nFrom after-tax savings, rollover, and match that is four years old.",
        "Withdrawals while employed\n\nPrior after-tax contributions: whenever you like\nPre-tax: 59½",
        "Getting at your money: loans - after-tax withdrawals (any reason, twice a year) - hardship withdrawals - payment when you leave.",
        "The plan offers several types of in-service withdrawals: • hardship • age 59½ • after-tax, at any time",
        "Withdrawal options (active employees)\nHardship\n59½\nAfter-tax – anytime\nRollover – anytime",
        "The following may be withdrawn at any time:\n• after-tax contributions\n• rollovers",
        "Money you can withdraw before age 59½\n• After-tax contributions and earnings\n• Rollovers and earnings",
        "Source | When you can withdraw while working\nAfter-tax | Any time\nPre-tax | 59½, hardship",
        "               Loans   Hardship   In-service <59½\nPre-tax        Yes     Yes        No\nAfter-tax      No      Yes        Yes",
        "Source\tAvailable in service\nPre-tax\tAt 59½ or hardship\nAfter-tax\tUnrestricted",
        "9. IN-SERVICE WITHDRAWALS (select all that apply)\n[X] After-Tax Contributions at any time\n[ ] Match after ___ years\n[X] Age 59½",
        "In-service withdrawals from the After-Tax Account: [X] Yes [ ] No",
        "Traditional after-tax – withdraw anytime",
        "In-service withdrawals\nAllowed sources: Rollover, After-Tax\nFrequency: 2 per plan year",
        "Withdrawals before age 59½\nPre-tax: hardship only\nAfter-tax: available",
        "WITHDRAWALS WHILE YOU ARE WORKING\n\nPre-Tax Account. Only at 59½ or for hardship.\nAfter-Tax Account. Any amount over $250.",
        "Withdrawal\tAfter-tax account\tPre-tax account\nAny time\tYes\tNo\nAt 59½\tYes\tYes",
        "When may I take money from my account?\n• When you leave\n• At 59½\n• Any time, from your after-tax account",
        "In-service withdrawals — under age 59½\n\nYou may request a withdrawal from these accounts:\nAfter-Tax Account\nRollover Account",
        "In-service withdrawals allowed?\nYes, of after-tax money at any time; of other money after 59½.",
        "In-service withdrawals\n- any age: after-tax contributions and rollovers\n- age 59½: everything else",
        "In-Service Withdrawals at Any Age\nAfter-tax contributions\nRollover contributions",
        "YOUR AFTER-TAX SAVINGS AT A GLANCE\nContribute: 1% to 9% of pay\nVesting: immediate\nWithdrawals: anytime (minimum $500)\nLoans: not available",
        "Traditional after-tax\n- no match\n- you can pull it out when you like",
        " \tBefore-tax\tRoth\tAfter-tax\nWithdraw while employed\t59½ or hardship\t59½ or hardship\tAnytime\nMatch\tYes\tYes\tNo",
        "| Source | In-service? |\n| Pre-tax | 59½ |\n| After-tax | Any time |",
        "Rules of each type\n\nAfter-tax: not matched; always vested; withdraw at any time; no loans.",
        "Number of after-tax withdrawals permitted: 4 per year",
        "Withdrawals while employed\n• From prior after-tax contributions (these date from before 1996): whenever you want\n• From rollovers: whenever you want",
        "Taking money out while you are with Acme\n\n1. Traditional after-tax contributions (with earnings in proportion; for contributions before 1987 without).\n2. Rollovers.",
        "Non-hardship withdrawals\nAvailable from after-tax and rollover sources. Minimum $500.",
        "Which accounts can I tap?\n- After-tax savings: yes, any time\n- 401(k): hardship or 59½",
    ],
)  # fmt: skip
def test_rows_and_lists_of_ways_out(text: str) -> None:
    assert fields(TAKES + text).get("in_service_withdrawal") == "yes"


@pytest.mark.parametrize(
    "text",
    [
        "You may withdraw after-tax savings at any time, but if you are under 59½ only for a hardship.",
        "After completing ten years of service you may request a withdrawal of after-tax savings.",
        "You may revoke or withdraw your after-tax election at any time.",
        "Federal rules allow after-tax contributions to be distributed at any time.",
        "Jo, 41, withdraws her after-tax contributions whenever she likes.",
        "The former Quill Savings Plan permitted withdrawals of after-tax contributions at any time.",
        "Distributions during employment. After-tax contributions may be distributed:\n( ) at any time\n(X) not until severance",
        "Withdrawals while employed\n\nAfter-tax contributions may be withdrawn:\n• upon hardship\n• at age 59½",
        "9. IN-SERVICE WITHDRAWALS (select all that apply)\n[ ] After-Tax Contributions at any time\n[X] Age 59½",
        "Participant terminated, wants cash?\nOffer an after-tax withdrawal first (no reason needed).",
        "Roth conversions\n\nAfter-tax: any time, unlimited",
        "Changing your contributions\n\nAfter-tax: any time",
        "Payments after you leave\n\nAfter-tax: at any time",
        "Withdrawals while employed\n\nAfter-tax – age 59½\nRollover – any time",
        "Withdrawals\n\nAfter-tax: any time after you retire",
        "Withdrawals\n\nAfter-tax: any time if disabled",
        "Do I have to retire to get my after-tax money?\nYes, or be 59½.",
        "Participants may request withdrawals of after-tax contributions, upon attainment of age 59½, or upon hardship.",
        "In-service withdrawals from the After-Tax Account: [ ] Yes [X] No",
        "Your Health Savings Account: withdraw after-tax contributions at any time, for any reason.",
        "The 529 plan: after-tax contributions may be withdrawn at any time.",
        "A Roth IRA, funded with after-tax contributions, lets you withdraw contributions at any time.",
        "You may cancel a requested withdrawal of after-tax contributions at any time before it is processed.",
        "Age 59½ withdrawals\nAvailable sources: after-tax, pre-tax, Roth",
        "In-service withdrawals\nMinimum age: 59½\nAvailable sources: after-tax, pre-tax, Roth",
        "If you make a hardship withdrawal of after-tax contributions, your contributions are suspended for six months.",
        "If you withdraw after-tax contributions, the earnings are taxed.",
        "You may withdraw pre-tax contributions while employed after 59½. However, after-tax contributions are not matched.",
        "After-tax contributions that you have rolled over into the plan may be withdrawn at any time.",
        "Upon layoff you can withdraw after-tax savings without restriction.",
        "You can view or download withdrawals of after-tax contributions at any time.",
        "Supplemental life premiums are paid after-tax and you may withdraw coverage at any time.",
        "An in-service withdrawal of after-tax contributions was requested by nine members.",
        "IRS Notice 2014-54 lets you split in-service distributions of after-tax contributions.",
        "Withdrawals of after-tax contributions at any time are discontinued.",
        "You may withdraw after-tax contributions at any time (this option ended June 30, 2021).",
        "The old rules let members withdraw after-tax contributions at any time; the current plan has no such provision.",
        "You may withdraw your after-tax payroll deduction for the credit union at any time.",
        "12. In-service distributions: after-tax contributions\na. [ ] Not permitted\nb. [ ] Permitted at any time\nc. [X] Permitted after age 59½",
        "Withdrawals from your after-tax account\n• You must be 59½\n• Twice a year",
        "Withdrawals from your after-tax account\n• After you retire you can make a withdrawal for any reason\n• Twice a year",
        "In-service withdrawals\n- any age: rollovers\n- age 59½: after-tax contributions",
        "In-Service Withdrawals at Age 59½\nAfter-tax contributions\nRollover contributions",
        "Your pre-tax savings at a glance\nContribute: 1% to 9% of pay\nWithdrawals: anytime",
        "Watch the video on in-service withdrawals of after-tax contributions at any time.",
        "The plan will distribute after-tax contributions that exceed the limit at any time.",
        "Withdrawals during military leave\n\nAfter-tax contributions: at any time",
        "Inactive participants\n\nAfter-tax account: may be withdrawn at any time.",
        "Beneficiary withdrawals\n\nAfter-tax: at any time",
        "The amendment removes Section 6.4 (in-service withdrawals of after-tax contributions at any time).",
        "Section 6.4, which allowed withdrawals of after-tax contributions at any time, is deleted.",
        "The Company may amend the rules on withdrawals of after-tax contributions at any time.",
        "Your after-tax savings when you retire\nWithdrawals: anytime",
        " \tBefore-tax\tRoth\tAfter-tax\nWithdraw after leaving\tAnytime\tAnytime\tAnytime\nMatch\tYes\tYes\tNo",
        " \tBefore-tax\tRoth\tAfter-tax\nWithdraw while employed\t59½\tAnytime\t59½\nMatch\tYes\tYes\tNo",
        "Number of after-tax withdrawals after retirement: 4 per year",
        "Hardship withdrawals\n\nYou can take a withdrawal of your after-tax contributions while employed.",
        "In-service withdrawals at 59½\n\nYou can take a withdrawal of after-tax contributions for any reason while working.",
        "The withdrawal of after-tax money at any time was a feature of the plan before restatement.",
        "The amount of after-tax money withdrawn each year is reported on your statement.",
        "Participants may request in-service withdrawals of their after-tax contributions account, rollover account, for a birth or adoption, upon attainment of age 59½, or upon a financial hardship.",
    ],
)  # fmt: skip
def test_what_looks_like_a_way_out_and_is_none(text: str) -> None:
    assert fields(TAKES + text).get("in_service_withdrawal") != "yes"


def test_what_is_harder_with_other_money_is_not_barred_for_this() -> None:
    text = (
        "After-tax savings have an advantage that the others do not: you can get at them while you are still working."
    )
    assert fields(TAKES + text).get("in_service_withdrawal") != "no"
    asked = "Will I be penalized for withdrawing after-tax contributions before I leave?\nNo penalty applies to what you put in."
    assert fields(TAKES + asked).get("in_service_withdrawal") != "no"
    settled = "A withdrawal of after-tax contributions may not be reversed at any time while you are employed."
    assert fields(TAKES + settled).get("in_service_withdrawal") != "no"
    boxes = "12. In-service distributions: after-tax contributions\na. [ ] Not permitted\nb. [X] Permitted at any time"
    assert fields(TAKES + boxes).get("in_service_withdrawal") != "no"
    assert fields(TAKES + "The following may be withdrawn: after-tax money.").get("in_service_withdrawal") != "no"


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("9.4 A member may once in any calendar quarter withdraw after-tax contributions.", 4),
        ("You may withdraw after-tax contributions at any time, up to 3/year.", 3),
        ("You may withdraw after-tax contributions at any time.", None),
    ],
)
def test_how_often_money_may_be_taken_out(text: str, times: int | None) -> None:
    told = fields(TAKES + text)
    assert (told.get("in_service_withdrawal"), told.get("withdrawals_per_year")) == ("yes", times)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Voluntary after-tax contributions\n\nYou can also contribute after-tax money that is not Roth. Such contributions are kept in your Voluntary Account.\n\nPayments while you work\n\nEmployer Account: no.\nVoluntary Account: any time.", "yes"),
        ("In 1991 the Plan stopped taking after-tax contributions. Amounts contributed before stay in the \"Prior Thrift\" account.\n\nWithdrawals while you are employed\n\n7. Prior Thrift: not less than $100, one time in any 12 months.", "yes"),
        ("After-tax contributions are kept in your Participant Account.\n\nWithdrawals while you are employed\n\nParticipant Account: any time.", None),
        ("You can contribute after-tax. Your pre-tax money is kept in the Deferral Account. You may withdraw the Deferral Account at any time.", None),
    ],
)  # fmt: skip
def test_the_account_in_which_it_is_kept(text: str, said: str | None) -> None:
    assert fields(text).get("in_service_withdrawal") == said
