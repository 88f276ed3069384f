"""A sentence that permits, and a word beside it that takes it back: a date, a group, another plan, a proposal, a denial."""

from __future__ import annotations

import pytest
from tests.reader.test_traps import ROTH_ONLY, TAKES, _fields

NO_LEAVE_TO_CONTRIBUTE = [
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
]  # fmt: skip


@pytest.mark.parametrize("text", NO_LEAVE_TO_CONTRIBUTE)
def test_no_leave_to_contribute(text: str) -> None:
    assert "after_tax_allowed" not in _fields(ROTH_ONLY + text)


@pytest.mark.parametrize("text", NO_LEAVE_TO_CONVERT)
def test_no_leave_to_convert(text: str) -> None:
    assert "in_plan_conversion" not in _fields(TAKES + text)


@pytest.mark.parametrize("text", NO_LEAVE_TO_WITHDRAW)
def test_no_leave_to_withdraw(text: str) -> None:
    assert "in_service_withdrawal" not in _fields(TAKES + text)
