"""Ways to say it that are not the usual ones: what may be withdrawn, names of its own, halves of a thought in two sentences."""

from __future__ import annotations

from typing import Any

import pytest
from tests.reader.test_traps import ROTH_ONLY, TAKES, _fields

MAY_BE_WITHDRAWN = [
    "Withdrawals While You Are Working\nAfter-tax contributions: whenever you wish, for any purpose.",
    "In-Service Withdrawals\nYour after-tax account may be drawn upon at any time.",
    "There are no restrictions on withdrawals of after-tax contributions while you are employed.",
    "No restrictions apply to in-service withdrawals from your after-tax account.",
    "You may take out your after-tax contributions whenever you like, even while you are still working here.",
    "Withdrawals During Employment\nYou may withdraw from your accounts in this order: after-tax contributions first, then rollover contributions. Withdrawals may be made at any time and for any reason.",
    "While you are an active employee, your after-tax contributions and their earnings are available to you at any age.",
    "The restrictions on withdrawals before age 59 1/2 do not apply to your after-tax account.",
    "Unlike your pre-tax and Roth accounts, your after-tax account may be withdrawn before age 59 1/2 for any reason.",
    "You can request a withdrawal of after-tax money once every six months while employed; no reason is required.",
    "A Member may, upon thirty days' notice, withdraw all or any part of his After-Tax Account while in the employ of the Employer.",
    "Can I take after-tax money out while I'm still employed?\nYes. After-tax contributions and earnings can come out at any time.",
    "Am I able to withdraw my after-tax contributions before I leave?\nYes, up to four times a year.",
    "In-Service Withdrawals\nAfter-tax account: up to twice a year, $250 minimum.",
    "Withdrawals before you leave\nAfter-Tax Savings Account: at any age.",
    "After-tax and rollover money. You can take it out whenever you like while you work here.",
    "Your after-tax account. While employed, you may withdraw it in whole or in part, as often as once a month.",
    "Taking Money Out While Employed\nAfter-tax contributions. These can be withdrawn at any time. No reason is needed.",
    "You do not need a hardship to withdraw after-tax contributions while you are employed.",
    "You may withdraw the value of your after-tax account in-service without having to show a hardship.",
    "In-service withdrawals of after-tax amounts are unrestricted.",
    "After-tax contributions can be accessed by active participants at any time.",
    "Regardless of your age, you may withdraw after-tax contributions while still employed.",
    "Non-Hardship Withdrawals\nYou may withdraw all or part of the value of your after-tax contributions account. The minimum is $500.",
    "Types of in-service withdrawals\n• After-tax withdrawal: you may withdraw after-tax contributions and earnings at any time.",
    "Participants who are still employed may elect a distribution of their after-tax account at any time.",
    "Except for your after-tax account, which you may withdraw at any time, your account cannot be withdrawn while you are employed.",
    "You can roll your after-tax balance out of the plan to a Roth IRA at any time while employed.",
    'Withdrawals\nAfter-tax contributions may be withdrawn at any time, subject to a $500 minimum.',
    'You may take money out of your after-tax account up to four times per plan year while you are working.',
    'Active employees have unrestricted access to their after-tax accounts.',
    'After-tax account balances are available for withdrawal at any time without a stated reason.',
    'You are free to withdraw after-tax contributions and earnings while still employed by the Company.',
    'At any time before termination of employment, a Participant may withdraw any amount credited to the After-Tax Account.',
    'A Participant may, no more often than once each calendar quarter, elect to receive a distribution from the After-Tax Account prior to severance from employment.',
    'In-service distribution of after-tax contributions: available at any age.',
    "What can I withdraw while I'm working?\nYour after-tax contributions, at any time.\nYour rollover money, at any time.",
    'Which money can I take out before 59 1/2?\nAfter-tax and rollover money, whenever you like.',
    'Withdrawals during employment are limited to: (a) your after-tax account, at any time; (b) your rollover account, at any time; (c) hardship.',
    'Even if you are under age 59 1/2 and still employed, you may withdraw all or part of your after-tax contributions.',
    'Non-hardship withdrawals of after-tax contributions are allowed once every 12 months for active employees.',
    'Your after-tax money can be taken out for any reason, no matter your age.',
    'If you need money while you work for us, your after-tax account is the first place to look: you may withdraw it at any time.',
    'Withdrawals from the after-tax account may be requested at any time during employment through the website.',
    'The after-tax portion of your account may be paid to you in cash at any time upon request, even if you keep working.',
    'There is no age or hardship requirement for withdrawing after-tax contributions while employed.',
    'You can withdraw after-tax contributions in service at any time. Only one withdrawal is allowed every six months.',
    'Employees may request distributions from the after-tax source at any time while in active service.',
    'Age 59 1/2 restrictions do not apply to after-tax contributions, which may be withdrawn at any time.',
]  # fmt: skip
MAY_NOT_BE_WITHDRAWN_FREELY = [
    "Withdrawals While You Are Working\nAfter-tax contributions: age 59 1/2 or hardship.",
    "In-Service Withdrawals\nRollover account: up to twice a year. After-tax account: see the plan document.",
    "Restrictions apply to withdrawals of after-tax contributions while you are employed.",
    "You may withdraw from your accounts in this order in a hardship: after-tax contributions first, then pre-tax.",
    "The minimum hardship withdrawal from the after-tax account is $500, once every six months.",
    "While you are an active employee, statements of your after-tax contributions are available to you at any age.",
    "After you leave, you may take out your after-tax contributions whenever you like.",
    "Can I take after-tax money out while I'm still employed?\nOnly after age 59 1/2.",
    "After-tax account. You may change it at any time while employed.",
    "Upon disability you do not need to show a hardship to withdraw after-tax contributions.",
    "Loans\nAfter-tax account: up to twice a year, $1,000 minimum.",
    "Payments after you leave\nAfter-Tax Savings Account: at any age.",
    "In-service withdrawals are unrestricted for rollover contributions. After-tax contributions stay in the Plan.",
    "You may stop and start after-tax contributions as often as once a month while employed.",
    "Investments\nAfter-tax account: you may move it among the funds at any time.",
]  # fmt: skip
NAMED = [
    (
        '"Class C Contributions" means amounts taken from pay after income tax that are not Roth contributions. Class C Contributions may be as much as 10% of pay.',
        "after_tax_allowed",
    ),
    (
        "A Participant may elect Supplemental Contributions of up to 15% of pay. Supplemental Contributions are includible in gross income when made and are not designated Roth contributions.",
        "after_tax_allowed",
    ),
    (
        "Bucket three (after-tax, not Roth): you may contribute 1% to 12% of pay.\n\nWhile employed, you may withdraw bucket three at any time.",
        "in_service_withdrawal",
    ),
    (
        "3.4 Voluntary Employee Deposits. A Participant may contribute up to 10% of pay from wages that have already been taxed. These deposits are not Roth contributions.\n\n7.2 A Participant may withdraw deposits under Section 3.4 at any time while employed.",
        "in_service_withdrawal",
    ),
    (
        "The plan also takes Thrift Deposits, which are made from pay that has already been taxed and are not Roth. You may make Thrift Deposits of up to 8% of pay.",
        "after_tax_allowed",
    ),
    (
        "You may make after-tax, non-Roth contributions (AEC) of up to 10% of pay.\n\nYour AEC balance can be converted to Roth in the plan on request.",
        "in_plan_conversion",
    ),
    (
        "Lane 3 is money you have already paid tax on; it is not Roth. You can put in up to 10% of pay in Lane 3.",
        "after_tax_allowed",
    ),
]  # fmt: skip
NOT_NAMED = [
    '"Class B Contributions" means amounts taken from pay after income tax that you designate as Roth contributions. Class B Contributions may be as much as 10% of pay.',
    "A Participant may elect Supplemental Contributions of up to 15% of pay. Supplemental Contributions are before-tax contributions above 6% of pay.",
    "Bonus Deposits are made by the employer from its after-tax profits. Bonus Deposits may be as much as 10% of pay.",
    "You may elect Flex Savings of up to 10% of pay. Flex Savings are Roth contributions, made after tax.",
    "Basic Savings may be made before tax or after tax (Roth). You may elect Basic Savings of up to 10% of pay.",
]  # fmt: skip

MAY_GO_IN = [
    'A Member shall be at liberty to contribute, in addition to Basic Savings, up to 10% of Salary on a non-Roth after-tax basis.',
    'In addition you may pay in, from pay that has already been taxed, up to 10% of pay; these amounts are not Roth contributions.',
    'Voluntary after-tax (non-Roth) contributions: permitted, 1% to 10%.',
    'Pre-tax: Yes. Roth: Yes. Traditional after-tax: Yes, up to 10%.',
    'Do you have after-tax contributions that are not Roth? Yes, we do, up to 8% of pay.',
    'Our plan has three buckets: pre-tax, Roth, and after-tax.',
    'Three sources are open to you: pre-tax, Roth and traditional after-tax.',
    'You can save beyond the IRS limit by turning on after-tax (non-Roth) contributions in the portal.',
    'To make voluntary after-tax contributions, log in to the portal and choose a rate from 1% to 10%.',
    'Set your voluntary after-tax rate anywhere between 1% and 10% of pay.',
    'Contributions of regular after-tax money are welcome up to 10% of pay.',
    'The contract lets employees contribute in the after-tax source (not Roth) from 1% up to 40%.',
    'Any participant may direct that a portion of pay, not to exceed 10%, be withheld and contributed as Voluntary After-Tax Contributions.',
    'Each Participant shall have the right to make Voluntary After-Tax Contributions by payroll deduction.',
    'Since 2021 the plan has taken voluntary after-tax contributions.',
    'Effective January 1, 2024, the Plan was amended to permit voluntary after-tax contributions.',
    'You are eligible to make voluntary after-tax contributions once you have completed 30 days of service.',
    'You may also save on a traditional after-tax basis, even if you have not reached the IRS limit.',
    'If you reach the annual deferral limit, you may continue saving through voluntary after-tax contributions.',
    'The plan allows three types of employee contributions:\n• Pre-tax\n• Roth\n• After-tax',
    'Contribution types\nPre-tax: 1% to 75%\nRoth: 1% to 75%\nAfter-tax: 1% to 10%',
    'You may contribute:\n(a) pre-tax contributions;\n(b) Roth contributions; and\n(c) after-tax contributions.',
    'What kinds of contributions can I make? Pre-tax, Roth and voluntary after-tax.',
    'Yes, the plan takes non-Roth after-tax contributions.',
    'Beginning with your first paycheck, you may elect voluntary after-tax deductions of 1% to 15% of base pay.',
    "The Plan's after-tax feature (not Roth) lets you set aside up to 10% of pay.",
    'Eligible team members can participate by making pre-tax, Roth, and/or traditional after-tax contributions.',
    'Save up to 10% of pay in voluntary after-tax contributions.',
    'The maximum voluntary after-tax contribution you may make is 10% of pay.',
    'Your voluntary after-tax contributions may be from 1% to 10% of eligible pay.',
    'You may increase, decrease or stop your voluntary after-tax contributions at any time.',
    'An election to make Voluntary After-Tax Contributions may be made or changed as of any pay date.',
    'After-tax contributions (which are different from Roth contributions) can be elected in whole percentages from 1% to 10%.',
    'The Plan accepts employee contributions in three forms: pre-tax, Roth, and traditional after-tax.',
    'An Eligible Employee may make Nondeductible Voluntary Contributions (which are not Roth contributions) of up to 10% of Compensation.',
    'Under the Plan you can make Pre-Tax Contributions, Roth Contributions and After-Tax Contributions (each as defined below).',
    'Your choices: pre-tax, Roth, after-tax (non-Roth), or any combination.',
    'Post-tax (non-Roth) contributions are capped at 10% of eligible pay.',
    'The after-tax (non-Roth) contribution limit is 10% of base pay.',
    'You may designate up to 6% of your pay as traditional after-tax contributions.',
    'How much can I contribute on an after-tax (non-Roth) basis?\nUp to 10% of your eligible pay.',
    'Can I contribute more than the 402(g) limit? Yes. You can make voluntary after-tax contributions up to the 415 limit.',
    'Voluntary after-tax contributions are subject to a maximum of 10% of pay and are not matched.',
    'You may direct payroll to deduct voluntary after-tax contributions from each paycheck.',
    'The Plan was amended in 2022 to add voluntary after-tax contributions.',
    'Voluntary after-tax contributions began on January 1, 2023 and are open to all eligible employees.',
    "If you're already maxing out your 401(k), you can contribute even more with the plan's non-Roth after-tax option.",
    'Mega backdoor Roth: our plan supports it. Contribute after-tax and convert.',
    'We offer a mega backdoor Roth.',
    'Employee contributions\n- Pre-tax: 0-50%\n- Roth: 0-50%\n- Traditional after-tax: 0-15%',
    'Member Contributions may be Basic (pre-tax or Roth) or Supplemental (traditional after-tax). Supplemental contributions may be 1% to 10% of pay.',
    'An Employee may elect in writing to contribute a portion of Compensation as Voluntary Employee After-Tax Contributions.',
    'You can start, stop or change your voluntary after-tax contributions at any time on the website.',
    'Voluntary after-tax contributions are deducted from your paycheck after taxes.',
    "Here's the order: first pre-tax, then Roth, and when those hit the IRS limit, your contributions continue as voluntary after-tax.",
    "You can make pre-tax, Roth, or after-tax contributions of up to 60% of pay, subject to the IRS limit of $24,500, plus an additional $8,000 if you are age 50 or older.",
]  # fmt: skip
SPOKEN_OF_AS_GOING_ON = [
    "The company matches pre-tax, Roth and after-tax contributions.",
    "Acme matches your before-tax, Roth 401(k), and after-tax contributions dollar for dollar.",
    "Pre-tax, Roth and after-tax contributions are some of this Plan's features.",
    "Voluntary after-tax contributions permitted; if you are a highly compensated employee you may be limited to 4%.",
    "Voluntary after-tax contributions are permitted; if an employee is considered an HCE, they are capped at 6% of pay.",
]
NOT_SPOKEN_OF_AS_GOING_ON = [
    "Some companies match pre-tax, Roth and after-tax contributions.",
    "Until 2019 the company matched pre-tax, Roth and after-tax contributions.",
    "Your former employer matches pre-tax, Roth and after-tax contributions.",
    "Pre-tax, Roth and after-tax contributions are some of the features a plan can have.",
    "Voluntary after-tax contributions permitted; if you are a highly compensated employee only.",
    "Voluntary after-tax contributions permitted if you are a highly compensated employee.",
]
MAY_BECOME_ROTH = [
    ('You have to put in a request each time you want after-tax money moved to Roth within the plan.', 'on-request'),
    ('In-plan conversion (after-tax to Roth): Yes - call Fidelity each time.', 'on-request'),
    ('Automatic in-plan conversion: Yes. Each payroll, after-tax to Roth.', 'automatic'),
    ('The recordkeeper sweeps your after-tax contributions into the Roth source every night.', 'automatic'),
    ('Unless you opt out, each after-tax contribution is moved to your Roth source on the day it is received.', 'automatic'),
    ('You may ask the Service Center to move your after-tax money to your Roth account in the plan.', 'on-request'),
    ('Can my after-tax money become Roth? Yes, you can convert it at any time by calling the service center.', 'on-request'),
    ('A Participant may elect to have all or part of the After-Tax Account transferred to an In-Plan Roth Account.', 'on-request'),
    ('You can elect to have after-tax contributions converted to Roth as they are made.', 'automatic'),
    ('By making a one-time election, your after-tax contributions will be converted to Roth automatically going forward.', 'automatic'),
    ('After-tax contributions may be changed to Roth once each quarter on the form provided.', 'on-request'),
    ('Participants can request an in-plan Roth rollover of their after-tax account up to four times a year.', 'on-request'),
    ('The Plan permits Participants to convert after-tax amounts to Roth amounts through an in-plan Roth conversion.', 'on-request'),
    ('Standing conversion instructions are accepted: once you give them, every after-tax deposit is converted to Roth.', 'automatic'),
    ('Auto-convert is available: turn it on and every after-tax contribution becomes Roth the same day.', 'automatic'),
    ('Roth in-plan conversions of after-tax money are processed daily on request.', 'on-request'),
    ('No portion of any account may be converted to a Roth account within the Plan.', 'no'),
    ('The Plan has no in-plan Roth conversion feature.', 'no'),
    ('After-tax contributions cannot be converted to Roth inside the plan.', 'no'),
    ('Can I convert after-tax money to Roth in the plan? No, our plan does not have that feature.', 'no'),
    ('In-plan Roth conversion: not available.', 'no'),
    ('Autopilot takes your after-tax dollars and moves them into Roth every pay period.', 'automatic'),
    ('Conversions of after-tax contributions happen automatically every pay period; you need do nothing.', 'automatic'),
    ('You may choose automatic daily conversion of your after-tax contributions.', 'automatic'),
    ('To convert, complete the In-Plan Conversion Form and indicate the amount of after-tax money you want in Roth.', 'on-request'),
    ('An active participant may, no more than twice in a Plan Year, elect an in-plan Roth conversion of the After-Tax Account.', 'on-request'),
    ('Your after-tax balance can be moved into Roth at any time through the website; there is no automatic feature.', 'on-request'),
    ('Once a month we convert whatever after-tax money is in your account to Roth, without your having to ask.', 'automatic'),
    ('You can tell Schwab to convert your after-tax contributions to Roth every pay period.', 'automatic'),
    ('Roth conversion: permitted for the after-tax source, by phone.', 'on-request'),
    ('Your election to convert stays in effect, and each later after-tax contribution is converted to Roth on the day it is made.', 'automatic'),
    ('Fidelity will convert your after-tax contributions to Roth automatically once you have turned the feature on.', 'automatic'),
    ('You may elect an In-Plan Roth Conversion of amounts in the After-Tax Account at any time.', 'on-request'),
    ('Convert after-tax contributions to Roth any time online.', 'on-request'),
    ('The plan offers Roth in-plan conversions of after-tax contributions; call to request one.', 'on-request'),
    ('In-plan Roth conversions are allowed from the after-tax source only.', 'on-request'),
    ('Any part of your after-tax account may be converted to a Roth account under the plan.', 'on-request'),
    ('The plan provides for automatic conversion of after-tax contributions to Roth every payroll.', 'automatic'),
    ('You can schedule automatic conversions of your after-tax money.', 'automatic'),
    ('Participants may enroll in the Auto Convert service for after-tax contributions.', 'automatic'),
    ('After-tax contributions go straight into Roth the day they arrive, by way of automatic conversion.', 'automatic'),
    ('We do not allow in-plan Roth conversions.', 'no'),
    ("Our plan doesn't have in-plan Roth conversion.", 'no'),
    ('Unfortunately, the plan does not permit after-tax money to be converted to Roth within the plan.', 'no'),
    ('In-plan Roth conversions of after-tax contributions can be made as often as you like.', 'on-request'),
    ('Twice a year you can ask for an in-plan Roth rollover of after-tax contributions.', 'on-request'),
]  # fmt: skip
MAY_NOT_COME_OUT = [
    'After-tax contributions cannot be withdrawn until you leave the company.',
    'No withdrawals of after-tax contributions are allowed while you are employed.',
    'You cannot take after-tax money out before you terminate employment.',
    'Our plan does not let active employees take after-tax contributions out.',
    'Can I withdraw my after-tax contributions while working? No.',
    'After-tax account: no in-service withdrawals.',
    'The plan does not allow in-service withdrawals from the after-tax account.',
]  # fmt: skip
MAY_NOT_GO_IN = [
    'The Plan does not accept after-tax contributions other than Roth.',
    'Voluntary after-tax contributions (non-Roth): not available under this plan.',
    'After-tax (non-Roth) contributions: No.',
    'The plan takes no employee contributions other than pre-tax and Roth.',
    'We do not offer traditional after-tax contributions.',
    "Do we have after-tax contributions (not Roth)? No, we don't.",
    'Non-Roth after-tax contributions are not a feature of this plan.',
    'There is no provision for voluntary after-tax contributions.',
    'Employees may not make voluntary after-tax contributions.',
    'The only contributions you can make are pre-tax and Roth deferrals.',
    'Voluntary after-tax contributions are not allowed in our plan at this time.',
]  # fmt: skip


@pytest.mark.parametrize("text", MAY_BE_WITHDRAWN)
def test_it_may_be_withdrawn(text: str) -> None:
    assert _fields(TAKES + text).get("in_service_withdrawal") == "yes"


@pytest.mark.parametrize("text", MAY_NOT_BE_WITHDRAWN_FREELY)
def test_it_is_not_said_that_it_may_be_withdrawn(text: str) -> None:
    assert _fields(TAKES + text).get("in_service_withdrawal") != "yes"


@pytest.mark.parametrize(("text", "field"), NAMED)
def test_a_name_of_its_own_is_understood(text: str, field: str) -> None:
    told: dict[str, Any] = _fields(ROTH_ONLY + text)
    assert told.get(field) in ("yes", "on-request")


@pytest.mark.parametrize("text", NOT_NAMED)
def test_a_name_of_other_money_stays_that(text: str) -> None:
    assert "after_tax_allowed" not in _fields(ROTH_ONLY + text)


@pytest.mark.parametrize("text", MAY_GO_IN)
def test_it_may_go_in(text: str) -> None:
    assert _fields(ROTH_ONLY + text).get("after_tax_allowed") == "yes"


@pytest.mark.parametrize("text", SPOKEN_OF_AS_GOING_ON)
def test_what_goes_on_is_permitted(text: str) -> None:
    assert _fields(ROTH_ONLY + text).get("after_tax_allowed") == "yes"


@pytest.mark.parametrize("text", NOT_SPOKEN_OF_AS_GOING_ON)
def test_what_goes_on_elsewhere_or_for_some_is_not(text: str) -> None:
    assert "after_tax_allowed" not in _fields(ROTH_ONLY + text)


@pytest.mark.parametrize("text", MAY_NOT_GO_IN)
def test_it_may_not_go_in(text: str) -> None:
    assert _fields(ROTH_ONLY + text).get("after_tax_allowed") == "no"


@pytest.mark.parametrize(("text", "said"), MAY_BECOME_ROTH)
def test_it_may_become_roth(text: str, said: str) -> None:
    assert _fields(TAKES + text).get("in_plan_conversion") == said


@pytest.mark.parametrize("text", MAY_NOT_COME_OUT)
def test_it_may_not_come_out(text: str) -> None:
    assert _fields(TAKES + text).get("in_service_withdrawal") == "no"


def test_lines_without_bullets_complete_the_sentence_with_the_colon() -> None:
    text = (
        "Exemplar 401(k) Plan\n\nYou may contribute in any of three ways, or in any mix:\n\n   Before-tax contributions, which lower your taxable pay;\n"
        "   Roth contributions, which may be received tax-free; and\n   Regular after-tax contributions, whose earnings are taxed when paid.\n"
    )
    assert _fields(text)["after_tax_allowed"] == "yes"


def test_what_your_own_agreement_says_counts_in_the_book_behind_it() -> None:
    book = (
        "Basic Plan Document\n\nThe Employer may elect in the Adoption Agreement to permit after-tax contributions.\n\n"
        "If elected in the Adoption Agreement, Roth deferrals are permitted.\n\n{} in-plan Roth conversions of the voluntary after-tax account.\n"
    )
    assert _fields(book.format("Your Adoption Agreement permits"))["in_plan_conversion"] == "on-request"
    assert "in_plan_conversion" not in _fields(book.format("The Adoption Agreement may permit"))


WHOLE = [
    ('guide table', 'Brightwater Co. 401(k) Plan - At a glance\n\nFeature | Detail\nPre-tax contributions | 1% to 60% of eligible pay\nRoth contributions | 1% to 60% of eligible pay\nAfter-tax contributions | 1% to 10% of eligible pay\nIn-plan Roth conversion | Available for after-tax contributions; call Fidelity\nIn-service withdrawals | After-tax and rollover: any time\n', {'after_tax_allowed': 'yes', 'in_plan_conversion': 'on-request', 'in_service_withdrawal': 'yes'}),
    ('keyword sheet', 'PLAN FACT SHEET\nPre-tax: Yes, 1-75%\nRoth: Yes, 1-75%\nAfter-tax: Yes, 1-15%\nAuto conversion of after-tax to Roth: Yes, daily\nIn-service withdrawal of after-tax: Yes, any time\nLoans: Yes\n', {'after_tax_allowed': 'yes', 'in_plan_conversion': 'automatic', 'in_service_withdrawal': 'yes'}),
    ('label over value', 'AFTER-TAX CONTRIBUTIONS ALLOWED\nYes\n\nROTH CONTRIBUTIONS ALLOWED\nYes\n\nIN-PLAN ROTH CONVERSION\nYes - on request\n\nIN-SERVICE WITHDRAWAL OF AFTER-TAX\nYes - any time\n', {'after_tax_allowed': 'yes', 'in_plan_conversion': 'on-request', 'in_service_withdrawal': 'yes'}),
    ('same applies', 'Oak 401(k) Plan\n\nYou can make pre-tax, Roth and after-tax contributions.\nWithdrawals while working. You may withdraw your rollover account at any time. The same applies to your after-tax account.\n', {'after_tax_allowed': 'yes', 'in_service_withdrawal': 'yes'}),
    ('likewise', 'Oak 401(k) Plan\n\nYou may contribute up to 50% of pay as pre-tax or Roth contributions. You may likewise contribute up to 10% of pay as after-tax contributions, which are separate from Roth.\n', {'after_tax_allowed': 'yes'}),
    ('sections', 'ARTICLE III\n3.1 Elective Deferrals. A Participant may elect to defer up to 75% of Compensation as Pre-Tax or Roth Deferrals.\n3.2 Voluntary Contributions. A Participant may also elect to make contributions from amounts on which income tax has been withheld and which are not Roth Deferrals, up to 10% of Compensation.\nARTICLE VI\n6.1 Conversion. A Participant may elect to convert Voluntary Contributions to Roth under the In-Plan Roth Conversion provisions of this Plan.\n6.4 A Participant who is still employed may withdraw contributions made under Section 3.2 at any time.\n', {'after_tax_allowed': 'yes', 'in_plan_conversion': 'on-request', 'in_service_withdrawal': 'yes'}),
    ('intranet faq', 'Is there a mega backdoor Roth here?\nYes! You can put in after-tax contributions on top of your pre-tax/Roth limit and have them converted to Roth automatically every payday.\n\nHow do I turn it on?\nNetBenefits > Contributions > After-tax, then choose Daily conversion.\n\nCan I take it out?\nAfter-tax money can come out whenever you want, even while you work here.\n', {'after_tax_allowed': 'yes', 'in_plan_conversion': 'automatic', 'in_service_withdrawal': 'yes'}),
    ('bullets', 'Ways to save in the Elm 401(k)\n• Before-tax: lowers your taxes today\n• Roth: tax-free later\n• After-tax: save beyond the IRS limit, up to 10% of pay\n\nMaking it Roth\n• Convert after-tax savings to Roth inside the plan any business day by calling 800-555-0100\n\nTaking money out while you work here\n• After-tax savings: any time, any reason\n• Everything else: 59 1/2 or hardship\n', {'after_tax_allowed': 'yes', 'in_plan_conversion': 'on-request', 'in_service_withdrawal': 'yes'}),
    ('no list', 'Ash 401(k) Plan FAQ\n\nDoes the plan allow after-tax contributions (other than Roth)?\nNo, it does not.\n\nDoes the plan allow in-plan Roth conversions?\nNot at this time.\n\n', {'after_tax_allowed': 'no', 'in_plan_conversion': 'no'}),
    ('closed', 'Ash Savings Plan\n\nAfter-Tax Contributions\nThe Plan stopped accepting after-tax contributions on July 1, 2015. Your existing after-tax account stays in the Plan. You may withdraw from it at any time.\n', {'after_tax_allowed': 'frozen', 'in_service_withdrawal': 'yes'}),
    ('own name thrift', 'THRIFT PLAN FOR EMPLOYEES OF NORTH SHORE PAPER\n\nEach employee may save from 2% to 16% of pay. Savings may be made before tax (Tax-Saver Savings), as Roth savings, or from pay already taxed (Regular Savings). Regular Savings are not Roth savings.\n\nWithdrawals. While employed, you may withdraw Regular Savings once every six months.\n\nYou may have Regular Savings moved to Roth inside the Plan by filing Form 7.\n', {'after_tax_allowed': 'yes', 'in_plan_conversion': 'on-request', 'in_service_withdrawal': 'yes'}),
    ('spd prose', 'Your contributions to the Plan may consist of before-tax contributions, Roth contributions, after-tax contributions, or any combination of the three, in whole percentages from 1% to 50% of Eligible Pay. After-tax contributions are limited to 10% of Eligible Pay.\n\nIn-service withdrawals. You may request a withdrawal of your after-tax contributions and related earnings once in any calendar quarter. No reason need be given.\n\nIn-plan conversion. You may elect to convert any or all of your after-tax account to Roth. An election may be a one-time election or a continuing election under which future after-tax contributions are converted as they are made.\n', {'after_tax_allowed': 'yes', 'in_plan_conversion': 'automatic', 'in_service_withdrawal': 'yes'}),
    ('union contract', 'Article 30. Section 4. Employees covered by this Agreement may contribute to the Company 401(k) Plan on a pre-tax, Roth, or after-tax (non-Roth) basis, not to exceed fifty percent (50%) of base pay in the aggregate.\n', {'after_tax_allowed': 'yes'}),
    ('notes to statements', 'Note 1. Description of the Plan\nParticipants may contribute up to 50% of eligible compensation on a pre-tax or Roth basis and up to 10% on an after-tax basis. Participants may elect in-plan conversions of after-tax amounts to Roth. Participants may withdraw after-tax contributions at any time.\n', {'after_tax_allowed': 'yes', 'in_plan_conversion': 'on-request', 'in_service_withdrawal': 'yes'}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expect"), [each[1:] for each in WHOLE], ids=[each[0] for each in WHOLE])
def test_a_whole_text(text: str, expect: dict[str, str]) -> None:
    told = _fields(text)
    fields = ("after_tax_allowed", "in_plan_conversion", "in_service_withdrawal")
    assert {name: told[name] for name in fields if name in told} == expect
