"""A sentence that permits, and a word beside it that takes it back: a date, a group, another plan, a proposal, a denial."""

from __future__ import annotations

import pytest
from tests.reader.test_traps import ROTH_ONLY, TAKES, _fields

NO_LEAVE_TO_CONTRIBUTE = [
    "You may make voluntary after-tax contributions if you are age 50 or older.",
    # What the next sentence takes back.
    "You may make voluntary after-tax contributions of up to 10% of pay. However, the Committee has not yet approved this feature.",
    "Participants may elect voluntary after-tax contributions. This option is not available until the new payroll system goes live.",
    "You can save up to 8% of pay on a voluntary after-tax basis. This applies only to employees of the Toledo plant.",
    "You may make voluntary after-tax contributions. That provision has not been put into effect.",
    "You may make voluntary after-tax contributions of 1% to 6%. These rules take effect on July 1, 2027.",
    "The Plan permits voluntary after-tax contributions. This paragraph does not apply to Participating Employers.",
    "You may make voluntary after-tax contributions. The Board has since withdrawn the resolution.",
    "Employees can make voluntary after-tax contributions. Sorry, not in our plan.",
    "The Plan accepts voluntary after-tax contributions. This was changed in 2021: none are taken any more.",
    "You may contribute up to 10% on a voluntary after-tax basis. But that door closed in 2018.",
    # What the sentence before it opens.
    "The following will apply once the merger closes. You may make voluntary after-tax contributions of up to 10% of pay.",
    "Here is what our competitor offers. You may make voluntary after-tax contributions of up to 10% of pay.",
    "The union proposed the following wording. You may make voluntary after-tax contributions of up to 10% of pay.",
    "Under the Old Harbor Plan, things were different. You may make voluntary after-tax contributions of up to 10% of pay.",
    "From 2028 the Plan will be broader. Participants may make voluntary after-tax contributions.",
    "The consultant recommended three changes. Participants may make voluntary after-tax contributions.",
    "The plan of our parent company works like this. You may make voluntary after-tax contributions of up to 10% of pay.",
    "This section is for bargaining unit members. You may make voluntary after-tax contributions of up to 10% of pay.",
    # What a heading says.
    "Planned for Next Year\nYou may make voluntary after-tax contributions of up to 10% of pay.",
    "Draft for Discussion\nParticipants may make voluntary after-tax contributions.",
    "Provisions of the Former Dunmore Plan\nParticipants may make voluntary after-tax contributions.",
    "For Puerto Rico Employees\nParticipants may make voluntary after-tax contributions.",
    "What Other Employers Do\nParticipants may make voluntary after-tax contributions.",
    "Ideas We Did Not Adopt\nParticipants may make voluntary after-tax contributions.",
    "Hypothetical\nYou may make voluntary after-tax contributions of up to 10% of pay.",
    # In the sentence itself.
    "Employees who participated in the Dunmore Plan on December 31, 2009 may make voluntary after-tax contributions.",
    "Employees of Dunmore Marine may make voluntary after-tax contributions.",
    "Participants in Program K may make voluntary after-tax contributions.",
    "Members covered by the agreement with Local 12 may make voluntary after-tax contributions.",
    "Store managers may make voluntary after-tax contributions of up to 10% of pay.",
    "Non-resident employees may make voluntary after-tax contributions.",
    "Employees at locations listed in Appendix B may make voluntary after-tax contributions.",
    "Participants who have completed ten years of service may make voluntary after-tax contributions.",
    "If your division has adopted this feature, you may make voluntary after-tax contributions.",
    "Provided your employer has signed the joinder, you may make voluntary after-tax contributions.",
    "You may make voluntary after-tax contributions in the nonqualified savings plan.",
    "You may make voluntary after-tax contributions under the Dunmore Marine Savings Plan.",
    "Once the payroll change is complete, you can make voluntary after-tax contributions.",
    "Later this year you will be able to make voluntary after-tax contributions.",
    "Next spring, participants can begin to make voluntary after-tax contributions.",
    "We hope that you can make voluntary after-tax contributions soon.",
    "We asked that participants may make voluntary after-tax contributions.",
    "A colleague says you can make voluntary after-tax contributions.",
    "At my last job, you could make voluntary after-tax contributions of up to 10% of pay.",
    "Unlike our plan, the Dunmore plan lets you make voluntary after-tax contributions.",
    "In contrast to the plan of our sister company, which allows voluntary after-tax contributions, ours keeps to two kinds.",
    "It is not true that you may make voluntary after-tax contributions.",
    "The summary of 2019 said that you may make voluntary after-tax contributions; it was wrong.",
    "Nothing here means that you may make voluntary after-tax contributions.",
    "You might be able to make voluntary after-tax contributions.",
    "The IRS allows voluntary after-tax contributions of up to 10% of pay.",
    "You may make voluntary after-tax contributions only to restore amounts you withdrew.",
    "You may make voluntary after-tax contributions only by rollover.",
    "Through 2024 you may make voluntary after-tax contributions.",
    "In the years 1984 to 1996 participants were able to make voluntary after-tax contributions.",
    "The Plan allows voluntary after-tax contributions for plan years ending before January 1, 2020.",
    "Under Option 2, which was voted down, you may make voluntary after-tax contributions.",
    "Recharacterized excess deferrals may be treated as voluntary after-tax contributions.",
    "You may elect to have excess deferrals kept as voluntary after-tax contributions.",
    # What looks like the turns of phrase that were learnt last.
    'To make voluntary after-tax contributions, call HR to see whether your group is included.',
    'Set your voluntary after-tax rate to zero; the source closed in 2019.',
    'The plan had taken voluntary after-tax contributions before 2010.',
    'The maximum voluntary after-tax contribution at your previous employer is 10% of pay.',
    'You may change or stop your after-tax contributions to the flexible spending account.',
    'If you make voluntary after-tax contributions to another plan, tell us.',
    'There is no match on voluntary after-tax amounts held from the old plan.',
    'There are no after-tax contributions in your account.',
    'No contributions other than pre-tax and Roth contributions are matched.',
    'The only contributions that are matched are pre-tax and Roth contributions.',
    'The only contributions available for hardship are pre-tax and Roth deferrals.',
    "If you are making voluntary after-tax contributions in your spouse's plan, the limits are separate.",
    'A traditional after-tax option was discussed at the town hall.',
    'Traditional after-tax: coming in 2028.',
    'Traditional after-tax: Yes, for Plan B participants only.',
    'Traditional after-tax: see the plan document.',
    'In an earlier survey half of you said you would make voluntary after-tax contributions of up to 10% of pay.',
    'Up to 10% of your balance may be invested in company stock as a voluntary after-tax purchase.',
    'Voluntary after-tax contributions of 1% to 10% were part of the plan of Old Harbor.',
    'Please note that the portal shows a voluntary after-tax option; it is not active.',
    'The portal lets you enter a voluntary after-tax rate of 1% to 10%, but the plan does not use it.',
    'The prospectus describes voluntary after-tax contributions of 1% to 10% of pay for the U.K. plan.',
    'Your spouse can make voluntary after-tax contributions to his or her plan.',
    'Only employees who are not highly compensated may make voluntary after-tax contributions.',
    'The following example shows a saver whose plan allows voluntary after-tax contributions.',
    'Voluntary after-tax contributions: 0% to 0%.',
    'Employees hired on or after January 1, 2020 may make voluntary after-tax contributions.',
    'Participants employed at the Salem mill can contribute up to 10% as voluntary after-tax contributions.',
    'For plan years before 2015, participants may make voluntary after-tax contributions.',
    'Voluntary after-tax contributions may be made by participants covered under Appendix C.',
    'This guide covers two plans. The Hourly Plan accepts voluntary after-tax contributions.',
    'Participating employers may elect to allow voluntary after-tax contributions.',
    'Your employer may allow you to make voluntary after-tax contributions.',
]  # fmt: skip
NO_LEAVE_TO_CONVERT = [
    "You may convert your after-tax account to Roth within the Plan. This service starts in March 2027.",
    "Your after-tax contributions are converted to Roth automatically each pay period. We do not have that feature yet.",
    "The recordkeeper can convert after-tax contributions to Roth automatically each pay day. Our plan has not signed up for it.",
    "The vendor's system can sweep after-tax contributions into Roth every night. We have not bought that service.",
    "You may make an in-plan Roth conversion of your after-tax account. This applies to Program B only.",
    "You may make an in-plan Roth conversion. The feature was removed in 2023.",
    "Participants in the Coastal Division may convert after-tax contributions to Roth within the Plan.",
    "At some firms after-tax contributions are converted to Roth automatically each pay period.",
    "Once the system is upgraded, after-tax contributions will be converted to Roth automatically.",
    "Coming Soon\nYou may convert your after-tax account to Roth within the Plan.",
    "The amendment, if adopted, lets you convert your after-tax account to Roth within the Plan.",
    "You may convert your after-tax account to Roth within the Plan when you reach age 59 1/2.",
    "You may convert your after-tax account to Roth within the Plan after you leave the Company.",
    "Retirees may convert their after-tax account to Roth within the Plan.",
    "You could convert your after-tax account to Roth within the Plan until 2021.",
    "In our 2024 survey, you asked to convert after-tax contributions to Roth automatically.",
    "The Dunmore plan converts after-tax contributions to Roth automatically each payday; ours keeps them as they are.",
    "We are looking into a service by which after-tax contributions are converted to Roth automatically.",
    "Suppose you convert your after-tax account to Roth within the Plan.",
    "Your tax adviser can tell you whether you may convert your after-tax account to Roth within the Plan.",
    "Draft Resolution\nAfter-tax contributions shall be converted to Roth automatically each pay period.",
    "Contributions are automatically invested daily. You may one day convert your after-tax account to Roth.",
    'After-tax contributions cannot be converted to Roth by telephone.',
    'After-tax contributions cannot be converted to Roth during a blackout.',
    'To convert, call MetLife within 31 days after your group coverage ends.',
    'In-plan Roth conversions upon the request of a beneficiary are processed within ten days.',
    'Every after-tax dollar becomes Roth in our dreams; we are asking for it.',
    'The recordkeeper could sweep after-tax contributions into Roth every night.',
    'If the amendment passes, each after-tax contribution will be converted to Roth automatically.',
    'You may have read that after-tax contributions are converted to Roth automatically at some employers.',
    'Automatic conversion of after-tax contributions: planned for 2027.',
    'In-plan Roth conversion: see your adoption agreement.',
    'In-plan Roth conversion: Yes, for terminated participants.',
    'Participants over age 59 1/2 may convert after-tax contributions to Roth in the plan.',
    'Roth conversions made before 2020 were on request.',
    'Contributions of after-tax money are automatically sent to the trustee each pay period. Ask your tax adviser about Roth.',
    'You can request that your after-tax money be moved to a Roth IRA when you leave.',
    'You can convert your after-tax account to an annuity at retirement.',
    'A request to convert after-tax money to Roth was turned down by the committee.',
    'Those hired before 2000 may convert after-tax contributions to Roth within the Plan.',
    'The plan used to convert after-tax contributions to Roth each quarter.',
    "Your old employer's plan may convert after-tax contributions to Roth automatically.",
]  # fmt: skip
NO_LEAVE_TO_WITHDRAW = [
    "You may withdraw your after-tax contributions at any time while employed. This no longer applies from 2022 on.",
    "You may withdraw your after-tax contributions at any time. However, this applies only to amounts transferred from the Dunmore Plan.",
    "Participants in Program S may withdraw after-tax contributions at any time while employed.",
    "Under the prior plan, in-service withdrawals worked differently. You may withdraw after-tax contributions at any time.",
    "Effective July 1, 2027, participants may withdraw after-tax contributions at any time while employed.",
    "The following begins in 2028. You may withdraw your after-tax contributions at any time while employed.",
    "Other plans let you withdraw after-tax contributions at any time while employed.",
    "You may withdraw your after-tax contributions at any time while employed, provided you have completed five years of participation.",
    "You may withdraw after-tax contributions made under the Dunmore Plan at any time while employed.",
    "The committee discussed whether members may withdraw after-tax contributions at any time while employed.",
    "Participants on long-term disability may withdraw after-tax contributions at any time.",
    "Before 2015, you could withdraw after-tax contributions at any time while employed.",
    "After-tax contributions may be withdrawn at any time while employed. The motion did not carry.",
    "Grandfathered Accounts\nAfter-tax contributions may be withdrawn at any time while employed.",
    "You may withdraw your after-tax contributions while employed if the trustee consents.",
    "You may withdraw your after-tax contributions while employed only for a purchase of your home.",
    "You may withdraw your after-tax contributions while employed to pay for college.",
    "If you were hired before 1998, you may withdraw after-tax contributions at any time.",
    'Your after-tax contributions are available to you at any time in an emergency.',
    'The after-tax account is open to withdrawal by beneficiaries at any time.',
    'There are no restrictions on withdrawals of after-tax contributions after you leave.',
    'Rollover account. You may withdraw it at any time while employed.',
    'Withdrawals While Employed\nAfter-tax account: once you reach 59 1/2.',
    'Withdrawals While Employed\nAfter-tax account: up to twice a year after five years of participation.',
    'In-service withdrawals\nAfter-tax money from the Old Harbor plan: any time.',
    'Except for your after-tax account, your account may be withdrawn at any time.',
    'You may withdraw after-tax contributions at any time if the committee finds an immediate need.',
    'Unlike the Dunmore plan, in which after-tax money may be withdrawn at any time, ours is strict.',
    'Terminated participants may withdraw after-tax contributions at any time and for any reason.',
    'You may withdraw after-tax contributions at any time during the year in which you retire.',
    'While employed you may withdraw the earnings on your after-tax account only in a hardship.',
    'You can take a loan of up to half of your after-tax account at any time while employed.',
    'You can move your after-tax account among the funds at any time while employed.',
    'Each year, while you are employed, you may view your after-tax account at any time.',
    'The rules that let members withdraw after-tax contributions at any time ended in 2018.',
    'After-tax contributions may be withdrawn at any time from the Retiree Medical Account.',
    'Withdrawals of after-tax contributions at any time were proposed by the union.',
    'Inactive participants may withdraw after-tax contributions at any time while receiving severance.',
    'An alternate payee may withdraw after-tax contributions at any time, even while the participant is employed.',
]  # fmt: skip

TAKEN_FOR_A_PLAN = [
    ('roth by own name', 'Hallmark Tools 401(k) Plan\n\nClass R Contributions are made after tax, and together with their growth come out tax-free once you are 59 1/2 and five years have passed. Class T Contributions are made before tax. You may make Class R Contributions of up to 50% of pay. Both classes share the IRS deferral limit of $24,500.', None),
    ('roth called aftertax, no word roth', 'Savings Plan FAQ\n\nYou may contribute on a before-tax or after-tax basis, up to 60% of pay. Together they may not exceed the federal limit of $24,500. After-tax contributions grow tax-free and qualified withdrawals are not taxed. You may withdraw your after-tax contributions at any time after age 59 1/2.', None),
    ('two plans one table', 'Benefits comparison\n\n | Acorn Plan | Beech Plan |\nAfter-tax contributions | Yes, 10% | No |\nIn-plan Roth conversion | Yes | No |\nRoth | Yes | Yes |\n', None),
    ('only hourly', 'Summary for Hourly and Salaried Employees\n\nSalaried Plan – You may make pre-tax and Roth contributions.\nHourly Plan – You may make pre-tax, Roth and after-tax contributions. You may convert after-tax money to Roth in the plan.\n', None),
    ('future smm', 'Summary of Material Modifications\n\nThe following changes to the Birchwood 401(k) Plan take effect on April 1, 2027:\n1. You may make voluntary after-tax contributions of up to 10% of pay.\n2. You may elect automatic conversion of your after-tax contributions to Roth.\n3. You may withdraw after-tax contributions at any time while employed.\n', None),
    ('future smm by heading', 'Changes Effective January 1, 2027\n\nAfter-Tax Contributions\nYou may make voluntary after-tax contributions of up to 10% of pay.\n\nRoth Conversion\nYour after-tax contributions will be converted to Roth automatically.\n', None),
    ('minutes', 'Minutes of the Benefits Committee, May 2026\n\nMs. Ortiz described voluntary after-tax contributions: participants may contribute up to 10% of pay and convert it to Roth inside the plan each pay period. After discussion the item was tabled to the fall meeting.\n', None),
    ('article', 'Five ways to save more\n\nMany employers now let you make after-tax contributions. If your plan allows it, you can convert them to Roth. Ask HR whether yours does. With a mega backdoor Roth you may contribute up to $47,500 more.\n', None),
    ('aftertax rollover only', 'Pinehurst 401(k) Plan\n\nYou may make pre-tax and Roth contributions. The Plan accepts rollovers, including after-tax money. Your After-Tax Rollover Account may be withdrawn at any time while employed and may be converted to Roth in the plan.\n', None),
    ('proposal far apart', 'Letter to members\n\nThe union asked for voluntary after-tax contributions of up to 10% of pay with automatic conversion to Roth.\n\nWe also asked for a larger match.\n\nThe company rejected every one of these.\n', None),
    ('prior plan appendix', 'Appendix C - Former Juniper Plan Participants\n\nParticipants may make voluntary after-tax contributions of up to 6% of pay. The After-Tax Account may be withdrawn at any time.\n', None),
    ('nonqualified', 'Deferred Compensation Plan for Executives (nonqualified)\n\nYou may make after-tax contributions of up to 10% of base salary. You may withdraw after-tax contributions at any time.\n', None),
    ('403b roth post tax', 'University 403(b) Plan\n\nYou can choose pre-tax, post-tax (Roth), or both. Post-tax contributions are made from taxed pay. You may contribute up to 100% of pay on a post-tax basis. Post-tax contributions may be withdrawn at any time after 59 1/2.\n', None),
    ('unsure', 'Plan FAQ\n\nQ. Can I make after-tax (non-Roth) contributions?\nA. We get this question a lot. The answer depends on which company you work for.\n\nQ. Can I convert?\nA. See above.\n', None),
    ('example person', 'Case study: Lena works for a large bank. Her plan takes voluntary after-tax contributions. She puts in 10% and converts it to Roth automatically each payday. She can withdraw after-tax contributions at any time.\n', None),
    ('old newsletter', "From the archive, Spring 2009\n\nStarting now, you may make voluntary after-tax contributions of up to 10% of pay.\n\nEditor's note, 2026: this feature was withdrawn in 2012.\n", None),
    ('vendor capability', 'Recordkeeper Services Guide\n\nOur platform supports voluntary after-tax contributions and daily automatic in-plan Roth conversion. Plan sponsors choose which features to turn on.\n', None),
    ('conversion after 59', 'Cedar Plan\n\nYou may make pre-tax, Roth and voluntary after-tax contributions. In-Plan Roth Conversion: available to participants who have reached age 59 1/2.\n', 'yes'),
    ('withdraw needs 5 years', 'Cedar Plan\n\nYou may make pre-tax, Roth and voluntary after-tax contributions.\nWithdrawals while employed\nAfter-tax account: any time, if you have been in the Plan five years.\n', 'yes'),
    ('sister plan', 'Elm Group Savings Plan\n\nYou may make pre-tax and Roth contributions. The Elm Canada plan also takes voluntary after-tax contributions of up to 10% of pay, which can be withdrawn at any time.\n', None),
    ('named classes swap', 'Plan of the Fir Company\n\nType 1 contributions are Roth. Type 2 contributions are pre-tax. Type 3 contributions are employer money paid from after-tax profits. You may withdraw Type 3 money at any time. \n', None),
    ('legal definition', 'Section 1.2 "After-Tax Contributions" means Employee contributions that are not excludable from gross income and are not Roth Contributions, made before January 1, 2005.\nSection 4.1 Each Participant may elect to make Pre-Tax and Roth Contributions.\n', None),
    ('conditional on adoption', 'Multiple Employer Plan SPD\n\nIf your Participating Employer has elected it, you may make voluntary after-tax contributions of up to 10% of pay and convert them to Roth in the Plan.\n', None),
]  # fmt: skip
"""Whole texts that look like leave and give none: what is expected of after-tax contributions; never conversion or withdrawal."""


@pytest.mark.parametrize("text", NO_LEAVE_TO_CONTRIBUTE)
def test_no_leave_to_contribute(text: str) -> None:
    assert "after_tax_allowed" not in _fields(ROTH_ONLY + text)


@pytest.mark.parametrize("text", NO_LEAVE_TO_CONVERT)
def test_no_leave_to_convert(text: str) -> None:
    assert "in_plan_conversion" not in _fields(TAKES + text)


@pytest.mark.parametrize("text", NO_LEAVE_TO_WITHDRAW)
def test_no_leave_to_withdraw(text: str) -> None:
    assert "in_service_withdrawal" not in _fields(TAKES + text)


@pytest.mark.parametrize(
    ("text", "said"), [each[1:] for each in TAKEN_FOR_A_PLAN], ids=[each[0] for each in TAKEN_FOR_A_PLAN]
)
def test_a_whole_text_that_gives_no_leave(text: str, said: str | None) -> None:
    told = _fields(text)
    assert told.get("after_tax_allowed") == said
    assert "in_plan_conversion" not in told
    assert "in_service_withdrawal" not in told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A Participant may request a conversion of the after-tax account to Roth in the Plan. The Plan does not offer a standing conversion.", "on-request"),
        ("After-tax contributions are converted to Roth automatically each payday. The Plan does not offer automatic conversion to everybody yet.", None),
        ("Automatic nightly conversion of after-tax contributions to Roth ends with the last deposit.", None),
    ],
)  # fmt: skip
def test_by_itself_or_on_request_as_the_next_sentence_says(text: str, said: str | None) -> None:
    assert _fields(TAKES + text).get("in_plan_conversion") == said


def test_a_number_that_stands_for_several_kinds_is_no_name_of_one() -> None:
    text = (
        "3.2 Member Contributions\n(A) A Member may elect Pre-Tax or Roth Contributions of up to 50% of pay.\n"
        "(B) In addition, a Member may elect to contribute up to 10% of pay as after-tax contributions other than Roth contributions.\n\n"
        "5.1 Withdrawals. A Member in active service may withdraw contributions under Section 3.2 at any time.\n"
    )
    assert "in_service_withdrawal" not in _fields(text)


def test_two_kinds_of_deferrals_are_not_two_kinds_of_contributions() -> None:
    closed = (
        "Exemplar 401(k) Plan. There are only two kinds of employee contribution: pre-tax deferrals and Roth deferrals."
    )
    assert _fields(closed)["after_tax_allowed"] == "no"
    assert "after_tax_allowed" not in _fields(closed.replace("employee contribution", "elective deferrals"))
