"""Conversion said in other words: what comes to the same is read, and what only sounds like it is not."""

from __future__ import annotations

import pytest
from tests.reader.said import fields

KINDS = "You can make pre-tax, Roth and traditional after-tax contributions. "


def way(text: str) -> str | None:
    said = fields(KINDS + text).get("in_plan_conversion")
    assert said is None or isinstance(said, str)
    return said


@pytest.mark.parametrize(
    "text",
    [
        "Our plan does not, however, let you convert after-tax contributions to Roth.",
        "None of your after-tax money can be converted to Roth within the Plan.",
        "The following features are not offered in our Plan: loans from the match, in-plan Roth conversions, annuities.",
        "You may convert your match, but not your after-tax contributions, to Roth in the plan.",
        "Any money other than after-tax contributions may be converted to Roth in the Plan.",
        "The Plan does not allow pre-tax or after-tax savings to be converted to Roth savings inside the Plan.",
        "Balances may not be converted to Roth while in the Plan.",
        "Although the tax code allows it, our plan has not adopted in-plan Roth conversion.",
        "You may not change after-tax contributions into Roth contributions while they are in the Plan.",
        "There is no Roth conversion inside the Account (no mega backdoor).",
        "\n\nRoth conversions\n\nThese cannot be converted:\n• after-tax contributions\n• loans\n",
        "\n\nCan I convert after-tax money to Roth in the plan?\nUnfortunately, our plan has no such option at present.\n",
        "You may not convert a withdrawal in the Plan, as the Plan has no Roth account.",
        "Roth in-plan conversions are limited to vested pre-tax money; after-tax money is not eligible.",
        "After-tax money is recorded apart. The plan has no conversion feature.",
        "\n\nWhat our plan does not offer:\n• Automatic escalation\n• In-plan Roth conversions\n• Loans for a residence\n",
        "\n\nRoth conversion | Pre-tax | After-tax\nPermitted | Yes | No\nForm needed | Yes | Yes\n",
        "Roth conversions (page 9): after-tax contributions do not qualify.",
        "Effective June 30, 2022, conversions of after-tax savings to Roth in the plan are no longer offered.",
    ],
)
def test_not_had(text: str) -> None:
    assert way(text) == "no"


@pytest.mark.parametrize(
    "text",
    [
        "Your after-tax account is convertible to the Roth account at your direction.",
        "You may move after-tax balances to your Roth elective deferral account by submitting a form.",
        "Your after-tax account is not eligible for automatic conversion, but you may convert it to Roth whenever you ask us.",
        "You can change after-tax balances to Roth without taking them out of the plan.",
        "A participant may, no more often than twice a year, elect to have after-tax amounts transferred to an in-plan Roth account.",
        "\n\nIn-Plan Roth Conversion\n\nOf after-tax contributions and their earnings, vested. Limit: two a year. We do not offer recurring conversions.\n",
        "\n\nDoes the plan convert my after-tax money to Roth automatically?\nNo. You need to request each conversion by phone.\n",
        "\n\nDo I have to call each time I want after-tax money converted to Roth?\nYes. Every conversion takes a call.\n",
        "Conversions of after-tax money to Roth are made upon request only; recurring conversions are not supported by the recordkeeper.",
        "Although we cannot automate it, you can turn after-tax money into Roth with a phone call.",
        "Roth in-plan conversions are limited to after-tax and rollover money, and you ask for them online.",
        "You may convert after-tax money to Roth in the plan (not available to retirees). Requests by phone.",
        "After-tax money stays after-tax until you ask us to convert it to Roth within the plan.",
        "Your after-tax account may, if you so instruct us, be re-designated as Roth inside the plan.",
        "\n\nItem 7: In-Plan Roth Rollovers\n[X] Permitted   [ ] Not permitted\nSources: [ ] Deferrals [X] Voluntary after-tax\nMethod: [X] Participant request [ ] Automatic, each payroll\n",
        "The Trustee shall, at the direction of the Participant, transfer amounts from the after-tax account to the Roth account within the Plan.",
        "After-tax money is converted to Roth in the plan within three days after you request it.",
        "After every payroll you can go online and convert the new after-tax money to Roth.",
        "You can convert after-tax money to Roth each pay period by calling us each time.",
        "Participants with after-tax or rollover sources can start a Roth in-plan conversion by phone.",
    ],
)
def test_on_request(text: str) -> None:
    assert way(text) == "on-request"


@pytest.mark.parametrize(
    "text",
    [
        "After-tax savings may be converted to Roth daily if you sign up for it at Fidelity.",
        "After-tax contributions are converted to Roth each payday; no election is needed.",
        "After-tax contributions are converted to Roth daily once you have opted in.",
        "Set it and forget it: after-tax contributions become Roth dollars each pay period.",
        "\n\nDo I have to call every time I want after-tax money converted to Roth?\nNo. Sign up once, and it is done each payday from then on.\n",
        "Unless you tell us not to, we convert your after-tax contributions to Roth at the end of each month.",
        "After-tax money does not stay after-tax for long: it's swept to Roth every two weeks.",
        "Once the feature is switched on, each after-tax contribution is moved to your Roth account the day it arrives.",
        "You can have after-tax money converted to Roth in the plan. It's up to you whether Fidelity does that automatically, or only when you ask.",
        "\n\nItem 7: In-Plan Roth Rollovers\n[X] Permitted   [ ] Not permitted\nSources: [ ] Deferrals [X] Voluntary after-tax\nMethod: [ ] Participant request [X] Automatic, each payroll\n",
        "The Trustee shall transfer each after-tax contribution to the Roth account within the Plan as of the date of its receipt.",
        "You can convert after-tax money to Roth each pay period by signing up once for Auto-Convert.",
    ],
)
def test_by_itself(text: str) -> None:
    assert way(text) == "automatic"


@pytest.mark.parametrize(
    "text",
    [
        "Federal law permits a plan to let participants convert after-tax amounts to Roth.",
        "The tax code lets employers offer Roth conversions of after-tax money.",
        "Congress has allowed plans to convert after-tax money to Roth.",
        "Under the plan of our former owner after-tax contributions were swept to Roth each night.",
        "Upon termination of employment, your after-tax account may be converted to Roth within the plan.",
        "Following retirement, after-tax balances can be converted to Roth in the plan.",
        "Bloggers call after-tax contributions with an automatic conversion a mega backdoor Roth.",
        "A common mistake: electing after-tax and never turning on conversion.",
        "\n\nAfter-tax contributions\nAuto Roth conversion: No\n",
        "\n\nAfter-tax contributions\nOnline Roth conversion: No\n",
        "\n\nDo I have to request a conversion of after-tax money to Roth every month?\nNo, you may wait as long as you like.\n",
        "\n\nDoes the plan convert my after-tax money to Roth automatically?\nNo. Ask your tax adviser what that means for you.\n",
        "After-tax amounts were converted to Roth each month by the old recordkeeper.",
        "\n\nWhat our plan does not have:\n• Automatic Roth conversions of after-tax contributions\n• Loans for a residence\n",
        "After-tax contributions refunded because of the test will not be converted to Roth.",
        "After-tax contributions made before 1987 cannot be converted to Roth in the plan.",
        "\n\nIs there a way to have conversions of after-tax money to Roth made without my calling each pay period?\nNot now. You have to call for each one.\n",
        "Some people use after-tax contributions and conversions to Roth this way.",
        'Your online account shows "Converted (after-tax)" once a conversion to Roth has posted.',
        "Catch-up contributions of high earners must be Roth; the plan converts them automatically.",
        "\n\nItem 7: In-Plan Roth Rollovers\n[X] Permitted   [ ] Not permitted\nSources: [X] Deferrals [X] Match [ ] Voluntary after-tax\n",
        "A designated Roth account may receive in-plan rollovers of after-tax money.",
        "The Administrator may set procedures for in-plan conversions of after-tax accounts.",
        "The Company reserves the right to end automatic conversions of after-tax contributions.",
        "Meet Sam, who converts after-tax savings to Roth every payday.",
        "Plans of that size usually offer automatic in-plan conversion of after-tax money.",
        "The recordkeeper can offer automatic in-plan conversion of after-tax contributions.",
        "Can your system convert after-tax contributions to Roth automatically? Answer: Yes.",
        "Amendment 3 (void): after-tax contributions may be converted to Roth on request.",
        "We'll let you know once automatic conversion of after-tax contributions is there.",
        "Effective June 30, 2097, conversions of after-tax savings to Roth in the plan are no longer offered.",
    ],
)
def test_left_open(text: str) -> None:
    assert way(text) is None


def spilled(text: str) -> str | None:
    said = fields(KINDS + text).get("spillover")
    assert said is None or isinstance(said, str)
    return said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Deferral elections in excess of the Code limit shall be deemed after-tax contribution elections.", "yes"),
        ("Pre-tax contributions over the annual limit become after-tax contributions for the rest of the year.", "yes"),
        ("If you ask for it, your contributions will carry on as after-tax contributions once you've got to the IRS limit.", "yes"),
        ("Once you reach the IRS limit your pre-tax contributions stop. The plan does not make this change by itself: you elect after-tax.", "no"),
        ("Contributions stop at the IRS limit. They will not be continued as after-tax contributions unless you have elected to save after-tax.", "no"),
        ("A participant who reaches the 402(g) limit shall not thereby be deemed to have elected after-tax contributions.", "no"),
        ("When you hit the IRS limit, the plan will not automatically start them as after-tax contributions.", "no"),
        ("There is an IRS limit for the year. No contribution is redirected from one type to another.", "no"),
        ("If you reach the IRS limit, you will not miss a beat: savings switch from pre-tax to after-tax for you.", "yes"),
        ("Your rate stays the same: at the IRS limit the money is simply redirected to your after-tax account.", "yes"),
        ("Amounts in excess of the 402(g) limit shall not be contributed as after-tax contributions absent a separate election.", "no"),
        ("Contributions above the limit go into the Deferred Compensation Plan on an after-tax basis.", None),
        ("Spillover (pre-tax to after-tax) is a feature of our payroll that you switch on.", "yes"),
        ("Spillover (pre-tax to after-tax) is a payroll feature that some employers use.", None),
        ("Spillover (pre-tax to after-tax) is not set up in our payroll.", "no"),
        ("Most employees never set up spillover to after-tax, and lose match. With spillover in place, contributions automatically continue as after-tax contributions at the IRS limit.", "yes"),
        ("Once you have contributed $24,500 pre-tax or Roth, further deductions in the year are made as after-tax contributions automatically.", "yes"),
        ("Once you have contributed $24,500, you are automatically eligible to make after-tax contributions.", None),
        ("Elective deferrals in excess of 402(g) shall be recharacterized as after-tax contributions and not returned.", "yes"),
        ("Elective deferrals in excess of the ADP limit shall be recharacterized as after-tax contributions.", None),
        ("Once the IRS limit is reached deductions end. After-tax contributions are a separate choice and do not begin by themselves.", "no"),
        ("Your spouse's plan may have spillover to after-tax.", None),
        ("Many participants ask for a spillover to after-tax.", None),
        ("After-tax contributions never start by themselves, not even when you reach the IRS limit.", "no"),
        ("Amounts you elected above the IRS limit are not taken: they do not turn into after-tax contributions.", "no"),
        ("When you reach the IRS limit you may elect after-tax contributions.", None),
        ("Excess contributions of a failed test may be treated as after-tax contributions.", None),
    ],
)  # fmt: skip
def test_spillover(text: str, said: str | None) -> None:
    assert spilled(text) == said


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("You may convert after-tax money to Roth by phone. No more than two of these moves are processed each year.", 2),
        ("You may convert after-tax contributions to Roth no more often than twice a year.", 2),
        ("You may convert after-tax contributions to Roth; max. frequency 1 per quarter.", 4),
        ("You may convert after-tax contributions to Roth by phone.3\n\n3 Limited to four conversions per year.", 4),
        ("You may convert after-tax money to Roth by phone. Limit: 2 in any rolling 12-month period.", 2),
        ("You may convert after-tax money to Roth by phone: 2 requests/calendar year.", 2),
        ("You may convert after-tax money by phone, but only one request every three months will be honored.", 4),
        ("In-plan conversions of after-tax money can be requested each March and September.", 2),
        ("In-plan conversions of after-tax money can be requested during the first week of a quarter.", 4),
        ("In-plan conversion of after-tax to Roth: Yes (quarterly, by form)", 4),
        ("You may ask for an in-plan conversion of after-tax money: once in spring, once in fall, each year.", None),
        ("You may convert after-tax contributions to Roth by phone. You may change your contribution rate twice a year.", None),
    ],
)  # fmt: skip
def test_how_often(text: str, times: int | None) -> None:
    assert fields(KINDS + text).get("conversions_per_year") == times


def test_the_employer_elected_not_to_offer_it() -> None:
    text = "The Employer has elected in its Adoption Agreement not to offer in-plan Roth conversions."
    assert way(text) == "no"
    assert way("You may elect in the call not to convert after-tax money to Roth.") != "no"


def test_counted_in_words_up_to_ten() -> None:
    text = "You may convert after-tax contributions to Roth inside the Plan up to eight times a year."
    assert fields(KINDS + text)["conversions_per_year"] == 8
